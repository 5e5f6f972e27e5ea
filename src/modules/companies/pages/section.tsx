import type { VNode } from 'preact'
import { inTransaction, type Visit } from '#modules/accounts'
import { formatDay } from '#platform/values/dates.ts'
import { addressOf } from '#ui/addresses.ts'
import { DescriptionList } from '#ui/description-list.tsx'
import { Section } from '#ui/heading.tsx'
import type { GivenPromise } from '../core/promise.ts'
import { mayMeetCompanies } from '../core/policy.ts'
import { companyOfMatter } from '../history-store.ts'
import { companyWith } from '../store.ts'
import { readerIn } from './asking.ts'
import { AroundNotice } from './around.tsx'
import { historyOf } from './company-reads.ts'
import type { HistoryProps } from './company-history.tsx'
import { textsIn } from './texts.ts'
import { companyHref, municipalityIn, visitHref } from './words.ts'

const mostShown = 5

/** What is known of the company behind a matter, for whoever answers it; null where that is nothing, or not theirs to know. */
export async function companySection(
  visit: Visit,
  matter: { readonly id: string; readonly year: number; readonly number: number },
): Promise<VNode | null> {
  if (!mayMeetCompanies(visit.actor)) return null
  const found = await inTransaction(visit, async (tx) => {
    const id = await companyOfMatter(tx, matter.id)
    const company = id === null ? undefined : await companyWith(tx, id)
    if (!company) return null
    const { reader } = await readerIn(tx, visit)
    return { company, history: { ...(await historyOf(tx, company.id)), reader } }
  })
  if (!found) return null
  const { company, history } = found
  const { locale, reader } = { locale: visit.locale, reader: history.reader }
  const { section: texts } = textsIn(locale)
  const items = itemsOf(history, matter.id)
  return (
    <Section
      id="foretaget"
      title={texts.title}
      lead={texts.lead}
      action={
        <a href={companyHref(company.id, locale)}>
          {texts.all}
          <span class="ds-sr-only">: {company.name}</span>
        </a>
      }
    >
      <AroundNotice visits={history.visits} reader={reader} />
      {items.length === 0 ? <p class="empty">{texts.none}</p> : <DescriptionList items={items} />}
    </Section>
  )
}

function itemsOf({ visits, matters, promises, reader }: HistoryProps, matter: string) {
  const { locale } = reader
  const { section: texts, company: about } = textsIn(locale)
  const others = matters.filter(({ id }) => id !== matter)
  const been = visits.filter(({ state }) => state === 'done')
  const all = [
    {
      term: texts.others,
      shown: others.slice(0, mostShown).map(({ id, year, number, subject }) => (
        <li key={id}>
          <a href={addressOf('matter', locale, { matter: `${year}-${number}` })}>
            {about.matter(`${year}-${number}`, subject)}
          </a>
        </li>
      )),
    },
    {
      term: texts.visits,
      shown: been.slice(0, mostShown).map((one) => (
        <li key={one.id}>
          <a href={visitHref(one, locale)}>
            {formatDay(one.on, locale)}, {municipalityIn(reader, one.municipality)}
          </a>
        </li>
      )),
    },
    {
      term: texts.promises,
      shown: promises.length === 0 ? [] : [<li key="all">{keptInWords(promises, reader.locale)}</li>],
    },
  ]
  return all
    .filter(({ shown }) => shown.length > 0)
    .map(({ term, shown }) => ({ term, details: <ul class="plain-list">{shown}</ul> }))
}

function keptInWords(promises: readonly GivenPromise[], locale: Visit['locale']): string {
  const count = (outcome: GivenPromise['outcome']) => promises.filter((one) => one.outcome === outcome).length
  return textsIn(locale).section.kept(count('kept'), count(null), count('not-kept'))
}
