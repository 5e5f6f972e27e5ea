import { Hono, type Context as Request } from 'hono'
import { inTransaction, type Visit, type VisitEnv } from '#modules/accounts'
import type { Municipality } from '#modules/region'
import type { Tx } from '#platform/database/connection.ts'
import { readForm, type Typed } from '#platform/http/form.ts'
import { addressOf, bothAddresses, savedMark } from '#ui/addresses.ts'
import { saveRules } from '../actions/save-rules.ts'
import { maySetDesks } from '../core/policy.ts'
import { diffOf } from '../core/rule-diff.ts'
import { faultsOf } from '../core/rule-faults.ts'
import { rowsOf, rulesForm, triedMark, typedRules, type RulesForm } from '../core/rules-form.ts'
import { simulate } from '../core/simulation.ts'
import { desksOf, type PlacedDesk } from '../desk-store.ts'
import type { KeptMatters } from '../kept-matters.ts'
import { ruleVersionsOf, type RuleVersion } from '../rule-store.ts'
import { allTopicsOf, type KeptTopic } from '../store.ts'
import { municipalityIn } from './hall-routes.tsx'
import { choicesOf, RulesPage, type RulesPageProps } from './rules-page.tsx'
import { textsIn } from './texts.ts'
import type { Trial } from './trial-section.tsx'

/** The rules of a municipality: written, tried on the past, and saved. */
export function rulesRoutes(keptMatters: KeptMatters): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('routingRules'), async (c) => {
    const visit = c.get('visit')
    const found = await inTransaction(visit, (tx) => rulesAt(tx, c))
    if (!found) return c.notFound()
    if (!maySetDesks(visit.actor, found.municipality.code)) return visit.refuse()
    const [holding] = found.versions
    const asked = found.versions.find(({ version }) => String(version) === c.req.query('version'))
    const typed = {
      ...typedRules((asked ?? holding)?.rules ?? []),
      version: String(holding?.version ?? 0),
    }
    return formPage(visit, found, { typed, takenUp: asked?.version ?? null }, 200)
  })

  routes.on('POST', bothAddresses('routingRules'), async (c) => {
    const visit = c.get('visit')
    const found = await inTransaction(visit, (tx) => rulesAt(tx, c))
    if (!found) return c.notFound()
    const { municipality } = found
    if (!maySetDesks(visit.actor, municipality.code)) return visit.refuse()
    const form = await readForm(c.req, rulesForm(choicesOf(found)))
    const { typed } = form
    if (typed['do'] === 'add') return formPage(visit, found, withNewRow(typed), 200)
    if (!form.ok) return formPage(visit, found, form, 422)
    const tidied = { ...typedRules(form.data.rules), version: String(form.data.version), why: form.data.why }
    if (typed['do'] !== 'save')
      return triedPage(visit, found, { form: form.data, typed: tidied }, keptMatters)

    const saved = await saveRules(visit, municipality.code, form.data)
    if (saved.ok) {
      const back = addressOf('desksOf', visit.locale, { municipality: municipality.slug })
      return c.redirect(`${back}?${savedMark}`, 303)
    }
    switch (saved.refusal) {
      case 'not-allowed':
        return visit.refuse()
      case 'why-missing':
        return triedPage(
          visit,
          found,
          { form: form.data, typed: tidied, errors: { why: 'why-missing' } },
          keptMatters,
        )
      case 'not-tried':
        return triedPage(visit, found, { form: form.data, typed: tidied, isUntried: true }, keptMatters)
      case 'desk-closed':
        return formPage(visit, found, { typed, errors: { form: 'desk-closed' } }, 422)
      case 'changed-meanwhile':
        return conflictPage(visit, c, form.data)
    }
  })

  return routes
}

interface Found {
  readonly municipality: Municipality
  readonly topics: readonly KeptTopic[]
  readonly desks: readonly PlacedDesk[]
  readonly versions: readonly RuleVersion[]
}

async function rulesAt(tx: Tx, c: Request<VisitEnv, string>): Promise<Found | null> {
  const municipality = await municipalityIn(tx, c)
  if (!municipality) return null
  const [topics, desks, versions] = [
    await allTopicsOf(tx),
    await desksOf(tx, municipality.code),
    await ruleVersionsOf(tx, municipality.code),
  ]
  return { municipality, topics, desks, versions }
}

type Shown = Partial<Omit<RulesPageProps, keyof Found | 'locale'>> & Pick<RulesPageProps, 'typed'>

function formPage(visit: Visit, found: Found, shown: Shown, status: 200 | 409 | 422): Response {
  const { rules } = textsIn(visit.locale)
  const nothing = { errors: {}, trial: null, isUntried: false, conflict: null, takenUp: null, newRow: null }
  return visit.page(
    { title: rules.title(found.municipality.name), noindex: true },
    <RulesPage {...found} {...nothing} {...shown} locale={visit.locale} />,
    status,
  )
}

function withNewRow(typed: Typed): Shown {
  const row = Math.max(0, ...rowsOf(typed)) + 1
  return { typed: { ...typed, [`row-${row}`]: '' }, newRow: row }
}

interface Trying {
  readonly form: RulesForm
  readonly typed: Typed
  readonly errors?: Shown['errors']
  readonly isUntried?: boolean
}

/** The form once more, with what its rules would have done. */
async function triedPage(
  visit: Visit,
  found: Found,
  { form, typed, errors = {}, isUntried = false }: Trying,
  keptMatters: KeptMatters,
): Promise<Response> {
  const past = await inTransaction(visit, (tx) => keptMatters.past(tx, found.municipality.code))
  const { rules, version } = form
  const [holding] = found.versions
  const desks = found.desks.filter(({ closedAt }) => closedAt === null)
  const trial: Trial = {
    rules,
    simulation: simulate(
      past,
      { desks, version: holding?.version ?? null, rules: holding?.rules ?? [] },
      { desks, version, rules },
    ),
    faults: faultsOf(
      rules,
      found.topics.filter(({ retiredAt }) => retiredAt === null),
    ),
    version,
    mark: triedMark(form),
  }
  const isRefused = isUntried || Object.keys(errors).length > 0
  return formPage(visit, found, { typed, trial, errors, isUntried }, isRefused ? 422 : 200)
}

/** Two have written at once: what holds now beside what was typed, which stands there still. */
async function conflictPage(visit: Visit, c: Request<VisitEnv, string>, form: RulesForm): Promise<Response> {
  const found = await inTransaction(visit, (tx) => rulesAt(tx, c))
  const holding = found?.versions[0]
  if (!found || !holding) return c.notFound()
  // From here on the officer has seen the other version: the form carries it, and may replace it once it is tried.
  const typed = { ...typedRules(form.rules), why: form.why, version: String(holding.version) }
  const conflict = { holding, diff: diffOf(holding.rules, form.rules) }
  return formPage(visit, found, { typed, conflict }, 409)
}
