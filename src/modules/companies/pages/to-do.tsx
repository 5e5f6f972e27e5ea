import type { VNode } from 'preact'
import { inTransaction, type Visit } from '#modules/accounts'
import { dayOf, formatDay } from '#platform/values/dates.ts'
import { addressOf } from '#ui/addresses.ts'
import { Section } from '#ui/heading.tsx'
import { visitsFor } from '../core/policy.ts'
import { draftsOf } from '../draft-store.ts'
import { promisesIn } from '../promise-store.ts'
import { visitsIn } from '../visit-store.ts'
import { textsIn } from './texts.ts'
import { visitHref } from './words.ts'

const mostPromises = 5

interface ToDo {
  readonly text: string
  readonly href: string
}

/** What visits and promises want of an officer, for where they start their day. */
export async function visitsToDo(visit: Visit): Promise<VNode | null> {
  const { locale, actor } = visit
  if (!actor || visitsFor(actor).length === 0) return null
  const { toDo: texts } = textsIn(locale)
  const toDo = await toDoOf(visit, actor.personId)
  return (
    <Section
      id="foretagsbesok"
      title={texts.title}
      action={<a href={addressOf('newCompanyVisit', locale)}>{texts.log}</a>}
    >
      <ul class="plain-list">
        {toDo.map(({ text, href }) => (
          <li key={text}>
            <a href={href}>{text}</a>
          </li>
        ))}
        <li>
          <a href={addressOf('companies', locale)}>{textsIn(locale).list.title}</a>
        </li>
      </ul>
    </Section>
  )
}

async function toDoOf(visit: Visit, person: string): Promise<readonly ToDo[]> {
  const { locale, now, actor } = visit
  const { toDo: texts } = textsIn(locale)
  const today = dayOf(now)
  const { drafts, planned, promises } = await inTransaction(visit, async (tx) => ({
    drafts: await draftsOf(tx, person),
    planned: await visitsIn(tx, { municipalities: visitsFor(actor), state: 'planned' }),
    promises: (await promisesIn(tx, { municipalities: visitsFor(actor), settled: false })).filter(
      ({ owner }) => owner === person || owner === null,
    ),
  }))
  const more = promises.length - mostPromises
  return [
    ...promises.slice(0, mostPromises).map(({ id, text, company, dueOn }) => ({
      text: (dueOn < today ? texts.late : texts.promise)(text, company.name, formatDay(dueOn, locale)),
      href: addressOf('promise', locale, { promise: id }),
    })),
    ...(more > 0 ? [{ text: texts.more(more), href: addressOf('promises', locale) }] : []),
    ...drafts.map(({ company }) => ({
      text: texts.draft(company?.name ?? texts.newCompany),
      href: company
        ? addressOf('visitCompany', locale, { company: company.id })
        : addressOf('newCompanyVisit', locale),
    })),
    ...planned
      .filter(({ person: planner }) => planner === person)
      .toReversed()
      .map((one) => ({
        text: (one.on <= today ? texts.write : texts.going)(one.company.name, formatDay(one.on, locale)),
        href: visitHref(one, locale),
      })),
  ]
}
