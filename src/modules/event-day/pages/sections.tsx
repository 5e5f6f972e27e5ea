import { inTransaction } from '#modules/accounts'
import { keyOf, type EventSection, type ParticipantSection } from '#modules/roundtable'
import { addressOf } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { Section } from '#ui/heading.tsx'
import { countsOf } from '../core/attendance.ts'
import { seatsOf } from '../core/my-seat.ts'
import { seesDay } from '../core/policy.ts'
import { standing } from '../core/timetable.ts'
import { eventDayOf, ownDay } from '../reads.ts'
import { textsIn } from './texts.ts'
import { dayHref, spanInWords, type DaySetting } from './words.ts'

/** The day, on a member's page of the event. */
export const daySection: EventSection = async (visit, event) => {
  if (!seesDay(visit.actor)) return null
  const day = await inTransaction(visit, async (tx) => eventDayOf(tx, event.id))
  if (!day) return null
  const { day: texts } = textsIn(visit.locale)
  const coming = day.participants.flatMap(({ id, state }) => (state === 'yes' ? [id] : []))
  const { here, expected } = countsOf(coming, day.said)
  return (
    <Section id="dagen" title={texts.title} lead={texts.sectionLead(here, expected)}>
      <p>
        <LinkButton href={dayHref('eventDay', event, visit.locale)} variant="secondary">
          {texts.sectionLink}
        </LinkButton>
      </p>
    </Section>
  )
}

/** Where a participant sits now or next, on their own page. */
export function mySeatSection({ secret }: Pick<DaySetting, 'secret'>): ParticipantSection {
  return async (visit, _event, participant) => {
    const { locale, networkId, now } = visit
    const own = await inTransaction(visit, ownDay)
    if (!own?.day.hall || participant.state !== 'yes') return null
    const { seat: texts, table, noTable, round } = textsIn(locale)
    const seats = seatsOf(participant.id, own.day.hall)
    const { current, next } = standing(own.day.times, now)
    const shown = seats.find(({ time }) => time.round === (current ?? next)?.round)
    const key = keyOf(secret, { networkId, participant: participant.id })
    const isHost = own.day.tables.some(({ hostId }) => hostId === participant.id)
    return (
      <Section id="plats" title={texts.title}>
        {shown && (
          <p>
            {round(shown.time.round)}, {spanInWords(shown.time, locale)}:{' '}
            <strong>{shown.table === null ? noTable : table(shown.table)}</strong>
          </p>
        )}
        <div class="row">
          <LinkButton href={addressOf('mySeat', locale, { key })} variant="secondary">
            {texts.title}
          </LinkButton>
          {isHost && (
            <LinkButton href={addressOf('hostTable', locale, { key })} variant="secondary">
              {texts.hostLink}
            </LinkButton>
          )}
        </div>
      </Section>
    )
  }
}
