import type { VNode } from 'preact'
import { inTransaction, type Visit } from '#modules/accounts'
import { openErasures } from '#modules/matters'
import { formatShortDay } from '#platform/values/dates.ts'
import { addressOf } from '#ui/addresses.ts'
import { Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { authoritiesOf } from '../core/policy.ts'
import { textsIn } from './texts.ts'

/** For the page where one starts the day: who waits for an answer about their details, and the way to the records. */
export async function recordsToDo(visit: Visit): Promise<VNode | null> {
  const { actor, locale, now } = visit
  if (authoritiesOf(actor).length === 0) return null
  const requests = await inTransaction(visit, async (tx) => openErasures(tx, now))
  const { toDo, nav } = textsIn(locale)
  const [first] = requests
  return (
    <Section id="handlingar" title={toDo.title}>
      {first && (
        <p>
          <a href={addressOf('personalData', locale)}>
            {toDo.requests(requests.length, formatShortDay(first.dueOn, locale))}
          </a>
        </p>
      )}
      <p class="row">
        <a href={addressOf('records', locale)}>{nav.register}</a>
        <a href={addressOf('retention', locale)}>{nav.retention}</a>
        <a href={addressOf('personalData', locale)}>{nav.person}</a>
      </p>
    </Section>
  )
}

/** Beside a matter whose sender has asked to have their details erased. */
export async function erasureSection(visit: Visit, matter: { readonly id: string }): Promise<VNode | null> {
  const { locale, now } = visit
  const requests = await inTransaction(visit, async (tx) => openErasures(tx, now))
  const own = requests.find((one) => one.matter === matter.id)
  if (!own) return null
  const { section } = textsIn(locale)
  return (
    <Notice tone="warning" title={section.title}>
      <p>
        {section.text(formatShortDay(own.dueOn, locale))}{' '}
        <a href={addressOf('personalData', locale)}>{section.link}</a>
      </p>
    </Notice>
  )
}
