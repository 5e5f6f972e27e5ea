import { z } from 'zod'
import type { Event, ProgrammeItem, Round } from './event.ts'
import { longest, timeIn, wholeIn } from './fields.ts'
import { rowsIn, type Filled, type FormRow } from './rows.ts'

/** What happens when, and the rounds. The id of an item is empty for what is new. */
export interface ProgrammeForm {
  readonly items: readonly ProgrammeItem[]
  readonly rounds: readonly Round[]
}

type Say = (field: string, message: string) => void
const mostRounds = 50
/** A round has some minutes before it is worth changing seats for. */
const shortestRound = 5
const longestRound = 240

/** The messages are names of reasons. */
export const ProgrammeForm = z
  .record(z.string(), z.string())
  .superRefine((form, context) => {
    const say: Say = (field, message) => context.addIssue({ code: 'custom', path: [field], message })
    for (const row of itemRows(form)) itemFits(row, say)
    const rounds = roundRows(form)
    for (const row of rounds) roundFits(row, say)
    const [tooMany] = rounds.slice(mostRounds)
    if (tooMany) say(tooMany.field('startsAt'), 'rounds-too-many')
  })
  .transform((form): ProgrammeForm => ({
    items: itemRows(form).map(({ said }) => ({
      id: said('id'),
      at: timeIn(said('at')) ?? '',
      text: said('text'),
    })),
    rounds: roundRows(form).map(({ said }, number) => ({
      number,
      startsAt: timeIn(said('startsAt')) ?? '',
      minutes: wholeIn(said('minutes'), shortestRound, longestRound) ?? shortestRound,
    })),
  }))

function itemRows(form: Filled): readonly FormRow[] {
  return rowsIn(form, 'item', ['id'])
}

/** In the order of the clock: the first round is the one that begins first. */
function roundRows(form: Filled): readonly FormRow[] {
  return rowsIn(form, 'round').toSorted((a, b) =>
    (timeIn(a.said('startsAt')) ?? '') < (timeIn(b.said('startsAt')) ?? '') ? -1 : 1,
  )
}

function itemFits({ said, field }: FormRow, say: Say): void {
  if (timeIn(said('at')) === null) say(field('at'), 'time-invalid')
  if (said('text') === '') say(field('text'), 'item-missing')
  if ([...said('text')].length > longest.place) say(field('text'), 'text-too-long')
}

function roundFits({ said, field }: FormRow, say: Say): void {
  if (timeIn(said('startsAt')) === null) say(field('startsAt'), 'time-invalid')
  if (wholeIn(said('minutes'), shortestRound, longestRound) === null) say(field('minutes'), 'minutes-invalid')
}

/** What does not fit about the rounds themselves: one begins before another ends, or outside of the event. By its number. */
export function faultOfRounds(
  rounds: readonly Round[],
  { opensAt, endsAt }: Pick<Event, 'opensAt' | 'endsAt'>,
): { readonly number: number; readonly fault: 'round-overlaps' | 'round-outside' } | null {
  for (const [at, { number, startsAt, minutes }] of rounds.entries()) {
    const before = rounds[at - 1]
    if (before && minutesOf(before.startsAt) + before.minutes > minutesOf(startsAt))
      return { number, fault: 'round-overlaps' }
    if (startsAt < opensAt || minutesOf(startsAt) + minutes > minutesOf(endsAt))
      return { number, fault: 'round-outside' }
  }
  return null
}

/**
 * The programme within other hours: as it stands where its rounds lie in them, else moved as far as the doors are; null when the
 * rounds do not fit then either.
 */
export function programmeWithin(
  programme: ProgrammeForm,
  before: Pick<Event, 'opensAt' | 'endsAt'>,
  after: Pick<Event, 'opensAt' | 'endsAt'>,
): (ProgrammeForm & { readonly movedBy: number }) | null {
  if (faultOfRounds(programme.rounds, after) === null) return { ...programme, movedBy: 0 }
  const movedBy = minutesOf(after.opensAt) - minutesOf(before.opensAt)
  const moved = {
    items: programme.items.map((item) => ({ ...item, at: movedTime(item.at, movedBy) })),
    rounds: programme.rounds.map((round) => ({ ...round, startsAt: movedTime(round.startsAt, movedBy) })),
  }
  return faultOfRounds(moved.rounds, after) === null ? { ...moved, movedBy } : null
}

const lastMinute = 24 * 60 - 1
const twoDigits = (number: number) => String(number).padStart(2, '0')

/** A time so many minutes later, or earlier, on the same day. */
function movedTime(time: string, by: number): string {
  const minutes = Math.min(lastMinute, Math.max(0, minutesOf(time) + by))
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}
