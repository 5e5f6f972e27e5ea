import { Hono } from 'hono'
import { inTransaction, type Visit, type VisitEnv } from '#modules/accounts'
import { z } from 'zod'
import { choicesOf } from '#modules/indicators'
import { readForm, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { addressOf, bothAddresses } from '#ui/addresses.ts'
import { mayImport } from '../../core/policy.ts'
import type { CatalogueEntry } from '../../kolada/catalogue.ts'
import { koladaSeriesKey } from '../../kolada/figures.ts'
import type { KoladaCatalogue } from '../../kolada/open-catalogue.ts'
import { proposedIndicator } from '../../kolada/proposal.ts'
import { koladaGroupId } from '../../kolada/reader.ts'
import { successorsOf } from '../../kolada/succession.ts'
import * as plans from '../../plan-store.ts'
import * as store from '../../store.ts'
import { FollowErrors, FollowForms } from '../follow/follow-form.tsx'
import { followSeries } from '../follow/follow-series.ts'
import { KoladaKpiPage, KoladaSearchPage, searchedFor } from './kolada-pages.tsx'
import { koladaTextsIn } from './kolada-texts.ts'

const longestSearch = 200

/** From Kolada's catalogue to an indicator whose figures are fetched. */
export function koladaRoutes(catalogue: KoladaCatalogue): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  routes.on('GET', bothAddresses('koladaSearch'), (c) => {
    const visit = c.get('visit')
    if (!mayImport(visit.actor)) return visit.refuse()
    const typed = c.req.query(searchedFor.sv) ?? c.req.query(searchedFor.en) ?? ''
    const words = typed.slice(0, longestSearch).trim()
    return visit.page(
      { title: koladaTextsIn(visit.locale).title, noindex: true },
      <KoladaSearchPage
        words={words}
        hits={words === '' ? [] : catalogue.search(words)}
        about={catalogue.about()}
        count={catalogue.kpis().length}
        locale={visit.locale}
      />,
    )
  })

  routes.on('GET', bothAddresses('koladaKpi'), async (c) => {
    const visit = c.get('visit')
    if (!mayImport(visit.actor)) return visit.refuse()
    const entry = catalogue.kpi(c.req.param('kpi') ?? '')
    return entry ? kpiPage(visit, catalogue, entry, proposedIndicator(entry), {}) : c.notFound()
  })

  routes.on('POST', bothAddresses('koladaKpi'), async (c) => {
    const visit = c.get('visit')
    if (!mayImport(visit.actor)) return visit.refuse()
    const entry = catalogue.kpi(c.req.param('kpi') ?? '')
    if (!entry) return c.notFound()
    const groups = await groupsFor(visit, await readForm(c.req, GroupForm))
    const followed = await followSeries(visit, c.req, {
      seriesKey: koladaSeriesKey(entry.id),
      title: entry.title,
      way: 'kolada',
      question: { kpi: entry.id, groups },
    })
    if (followed.kind === 'not-allowed') return visit.refuse()
    if (followed.kind === 'errors') return kpiPage(visit, catalogue, entry, followed.typed, followed.errors)
    const { run } = followed
    const to =
      run === null ? addressOf('imports', visit.locale) : addressOf('importRun', visit.locale, { run })
    return c.redirect(to, 303)
  })
  return routes
}

// The form that adds an indicator may name a group that none has named before.
const GroupForm = z.object({ group: z.string().default('') })

/** The groups whose own values some indicator of the network, or the one that is being added, is read by. */
async function groupsFor(
  visit: Visit,
  form: Awaited<ReturnType<typeof readForm<typeof GroupForm>>>,
): Promise<readonly string[]> {
  const choices = await inTransaction(visit, choicesOf)
  const named = choices.flatMap(({ regionRule }) => (regionRule.kind === 'group' ? [regionRule.group] : []))
  const typed = form.ok ? [form.data.group] : []
  return [...new Set([...named, ...typed])].filter((group) => koladaGroupId.test(group))
}

async function kpiPage(
  visit: Visit,
  catalogue: KoladaCatalogue,
  entry: CatalogueEntry,
  typed: Typed,
  errors: FieldErrors,
): Promise<Response> {
  const { locale } = visit
  const seriesKey = koladaSeriesKey(entry.id)
  const shown = await inTransaction(visit, async (tx) => {
    const plan = await plans.planFor(tx, seriesKey)
    const [run] = plan ? await store.newestRuns(tx, 1, plan.id) : []
    return { plan, run, choices: await choicesOf(tx) }
  })
  return visit.page(
    { title: entry.title, noindex: true },
    <KoladaKpiPage
      entry={entry}
      successors={successorsOf(entry, catalogue.kpis())}
      isPlanned={shown.plan !== undefined}
      run={shown.run?.id ?? null}
      locale={locale}
      above={<FollowErrors errors={errors} locale={locale} />}
    >
      <FollowForms
        action={addressOf('koladaKpi', locale, { kpi: entry.id })}
        seriesKey={seriesKey}
        typed={typed}
        errors={errors}
        choices={shown.choices}
        locale={locale}
      />
    </KoladaKpiPage>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}
