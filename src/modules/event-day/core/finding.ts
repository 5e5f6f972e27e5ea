import type { Participant } from '#modules/roundtable'
import { folded } from '#platform/values/cleaned.ts'
import { attendanceOf, type Attendances } from './attendance.ts'

/** Who is found at the door, by what is known of them. */
export interface Found {
  readonly waiting: readonly Participant[]
  readonly here: readonly Participant[]
  readonly absent: readonly Participant[]
  /** On the list without a yes. */
  readonly others: readonly Participant[]
}

/** Looks for words of a name or an organisation, or for a code; everybody when nothing is typed. */
export function found(
  participants: readonly Participant[],
  said: Attendances,
  {
    typed,
    code,
    codes,
  }: {
    readonly typed: string
    /** What was typed as a code; null when it can be none. */
    readonly code: string | null
    readonly codes: ReadonlyMap<string, string>
  },
): Found {
  const known = participants.filter(({ state }) => state !== 'withdrawn').toSorted(byName)
  const byCode = known.filter(({ id }) => code !== null && codes.get(id) === code)
  const fitting = byCode.length > 0 ? byCode : known.filter(fits(typed))
  const coming = fitting.filter(({ state }) => state === 'yes')
  const are = (wanted: string) => coming.filter(({ id }) => attendanceOf(said, id).state === wanted)
  return {
    waiting: are('expected'),
    here: are('here'),
    absent: are('absent'),
    others: fitting.filter(({ state }) => state !== 'yes'),
  }
}

function byName(one: Participant, other: Participant): number {
  return one.name.localeCompare(other.name, 'sv')
}

/** Each word typed begins a word of the name or the organisation; signs alone are no word. */
function fits(typed: string): (one: Participant) => boolean {
  const words = folded(typed).split(' ')
  const saysNothing = folded(typed) === '' && typed.trim() !== ''
  return ({ name, organisation, title }) => {
    const text = ` ${folded(`${name} ${organisation} ${title}`)}`
    return !saysNothing && words.every((word) => text.includes(` ${word}`))
  }
}
