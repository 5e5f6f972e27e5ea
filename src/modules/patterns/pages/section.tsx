import type { VNode } from 'preact'
import { inTransaction, type Visit } from '#modules/accounts'
import { addressOf } from '#ui/addresses.ts'
import { Section } from '#ui/heading.tsx'
import { mayDecide, mayRead } from '../core/policy.ts'
import { raisedTo } from '../raise-store.ts'
import { patternsOf } from '../store.ts'
import { textsIn } from './texts.ts'

/** On an intervention's page: the patterns that were raised to it, for those who read them; null where that is none. */
export async function patternsOfIntervention(visit: Visit, intervention: string): Promise<VNode | null> {
  const { actor, locale } = visit
  if (!mayRead(actor)) return null
  const patterns = await inTransaction(visit, (tx) => raisedTo(tx, intervention))
  if (patterns.length === 0) return null
  const { section: texts } = textsIn(locale)
  return (
    <Section id="monster" title={texts.title} lead={texts.lead}>
      <ul class="plain-list">
        {patterns.map(({ id, title, obstacle }) => (
          <li key={id} lang="sv">
            <a href={addressOf('pattern', locale, { pattern: id })}>{title}</a>
            <p class="as-written">{obstacle}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** How many proposals wait for the coordinator, for where they start their day; null where that is none. */
export async function patternsToDo(visit: Visit): Promise<VNode | null> {
  const { actor, locale } = visit
  if (!mayDecide(actor)) return null
  const patterns = await inTransaction(visit, patternsOf)
  const count = patterns.filter(({ state }) => state === 'proposed').length
  if (count === 0) return null
  const { toDo: texts } = textsIn(locale)
  return (
    <Section id="monster" title={texts.title}>
      <p>
        <a href={addressOf('patterns', locale)}>{texts.link(count)}</a>
      </p>
    </Section>
  )
}
