import { inTransaction, type Visit } from '#modules/accounts'
import { seatPlanOf, type Event } from '#modules/roundtable'
import { addressOf } from '#ui/addresses.ts'
import { Section } from '#ui/heading.tsx'
import { maySeat } from '../core/policy.ts'
import { textsIn } from './texts.ts'

/** What an event's page says of who sits where; for the coordinator, who decides it. */
export async function seatSection(visit: Visit, event: Event) {
  if (!maySeat(visit.actor)) return null
  const plan = await inTransaction(visit, async (tx) => seatPlanOf(tx, event.id))
  const { section: texts } = textsIn(visit.locale)
  const seated = new Set(plan?.rounds.flatMap((tables) => Object.values(tables).flat()))
  return (
    <Section
      id="placering"
      title={texts.title}
      action={<a href={addressOf('seats', visit.locale, { event: event.id })}>{texts.open}</a>}
    >
      <p>
        {plan
          ? `${texts.some(plan.version, seated.size)} ${plan.toldAt ? texts.told : texts.untold}`
          : texts.none}
      </p>
    </Section>
  )
}
