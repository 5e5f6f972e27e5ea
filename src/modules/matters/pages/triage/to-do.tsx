import type { VNode } from 'preact'
import { holds, inTransaction, municipalitiesAs, type Visit } from '#modules/accounts'
import { municipalitiesOf } from '#modules/region'
import { addressOf } from '#ui/addresses.ts'
import { Section } from '#ui/heading.tsx'
import { waitingFor } from '../../part-reads.ts'
import { textsIn } from './texts.ts'

/** For the page where one starts the day: what waits to be assigned, and the way to one's desks and their rules. */
export async function triageToDo(visit: Visit): Promise<VNode | null> {
  const { actor, locale } = visit
  const own = municipalitiesAs(actor, 'officer')
  if (own.length === 0 && !holds(actor, 'coordinator')) return null
  const { waiting, municipalities } = await inTransaction(visit, async (tx) => ({
    waiting: await waitingFor(tx, actor),
    municipalities: await municipalitiesOf(tx),
  }))
  const { triage: texts, toDo } = textsIn(locale)
  return (
    <Section id="att-fordela" title={toDo.title}>
      <p>
        {waiting.length === 0 ? (
          texts.none
        ) : (
          <a href={addressOf('triage', locale)}>{texts.count(waiting.length)}</a>
        )}
      </p>
      <p class="row">
        {municipalities
          .filter(({ code }) => own.includes(code))
          .map(({ code, slug, name }) => (
            <a key={code} href={addressOf('desksOf', locale, { municipality: slug })}>
              {toDo.desks(name)}
            </a>
          ))}
        {holds(actor, 'coordinator') && <a href={addressOf('topics', locale)}>{toDo.topics}</a>}
      </p>
    </Section>
  )
}
