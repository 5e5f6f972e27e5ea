import { SelectField } from '#ui/choice-field.tsx'
import type { Locale } from '#platform/values/locale.ts'
import type { Round } from '../core/event.ts'
import type { Participant } from '../core/participant.ts'
import { textsIn } from './texts.ts'
import { fieldsOf, type Filled } from './words.ts'

/** From which round on somebody is there, and from which they are gone again. */
export function PresenceFields({
  rounds,
  labels,
  locale,
  ...filled
}: Filled & {
  readonly rounds: readonly Round[]
  readonly labels: {
    readonly fromRound: string
    readonly untilRound: string
    readonly start: string
    readonly end: string
  }
  readonly locale: Locale
}) {
  const shared = fieldsOf(filled, locale)
  const later = rounds
    .filter(({ number }) => number > 0)
    .map(({ number, startsAt }) => ({
      value: String(number + 1),
      label: `${textsIn(locale).round(number + 1)} (${startsAt})`,
    }))
  return (
    <>
      <SelectField {...shared('fromRound')} label={labels.fromRound} empty={labels.start} options={later} />
      <SelectField {...shared('untilRound')} label={labels.untilRound} empty={labels.end} options={later} />
    </>
  )
}

/** When somebody is there, as a form has it. */
export function typedPresence({
  fromRound,
  untilRound,
}: Pick<Participant, 'fromRound' | 'untilRound'>): Filled['typed'] {
  return { fromRound: typedRound(fromRound), untilRound: typedRound(untilRound) }
}

function typedRound(round: number | null): string {
  return round === null || round === 0 ? '' : String(round + 1)
}
