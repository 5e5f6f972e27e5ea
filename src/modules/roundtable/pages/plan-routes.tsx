import { Hono } from 'hono'
import type { VNode } from 'preact'
import { z } from 'zod'
import { inTransaction, type VisitEnv } from '#modules/accounts'
import { choicesOf } from '#modules/indicators'
import { themes } from '#modules/patterns'
import { frameworkOf } from '#modules/programme'
import { readForm, type FormReading, type Typed } from '#platform/http/form.ts'
import { inLocale } from '#platform/values/locale.ts'
import { idIn } from '#platform/http/ids.ts'
import { addressOf, bothAddresses, savedMark, type PageName } from '#ui/addresses.ts'
import { saveCriteria, saveLinks, saveProgramme, saveTables, type RowFault } from '../actions/plan-parts.ts'
import type { PlanRefusal } from '../actions/planning.ts'
import { CriteriaForm } from '../core/criteria-form.ts'
import type { Event, EventLink, EventTable, Round } from '../core/event.ts'
import { lostHosts } from '../core/hosts.ts'
import { mayPlanEvents } from '../core/policy.ts'
import { ProgrammeForm } from '../core/programme-form.ts'
import { rowsIn } from '../core/rows.ts'
import { FillForm, TablesForm } from '../core/tables-form.ts'
import { timeIn } from '../core/fields.ts'
import type { Outcome } from '#platform/outcome.ts'
import {
  criteriaOf,
  eventWith,
  itemsOf,
  linksOf,
  participantsOf,
  questionsOf,
  roundsOf,
  tablesOf,
} from '../store.ts'
import { CriteriaPage, LinksPage } from './criteria-page.tsx'
import { partName, type PlanPart } from './plan-frame.tsx'
import { ProgrammePage } from './programme-page.tsx'
import { TablesPage } from './tables-page.tsx'
import { textsIn } from './texts.ts'
import { participantInWords, typedRows, type Asking, type Filled } from './words.ts'

type Part = Extract<PlanPart, PageName>
/** What a page is shown with: what was typed, if anything was, and what was just done. */
interface Showing {
  readonly filled: Filled | null
  readonly told: string | null
}

/** Programme, tables, criteria and links of an event, each saved by itself. */
export function planPartRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  const pages = {
    planProgramme: programmePage,
    planTables: tablesPage,
    planCriteria: criteriaPage,
    planLinks: linksPage,
  }
  for (const [part, page] of Object.entries(pages) as [Part, typeof programmePage][])
    routes.on('GET', bothAddresses(part), async (c) => {
      const { locale } = c.get('visit')
      const told = c.req.query(savedMark) === undefined ? null : textsIn(locale).saved
      return shown(c, part, page, { filled: null, told })
    })

  routes.on('POST', bothAddresses('planProgramme'), async (c) => {
    const form = await readForm(c.req, ProgrammeForm)
    return saved(c, 'planProgramme', programmePage, form, async (id, data) =>
      saveProgramme(c.get('visit'), id, data),
    )
  })
  routes.on('POST', bothAddresses('planTables'), async (c) => {
    const form = await readForm(c.req, TablesForm)
    if (form.typed['do'] === 'fill') return filledTables(c, form.typed)
    return saved(c, 'planTables', tablesPage, form, async (id, data) => saveTables(c.get('visit'), id, data))
  })
  routes.on('POST', bothAddresses('planCriteria'), async (c) => {
    const form = await readForm(c.req, CriteriaForm)
    return saved(c, 'planCriteria', criteriaPage, form, async (id, data) =>
      saveCriteria(c.get('visit'), id, data),
    )
  })
  routes.on('POST', bothAddresses('planLinks'), async (c) => {
    const form = await readForm(c.req, z.record(z.string(), z.string()).transform(linksIn))
    return saved(c, 'planLinks', linksPage, form, async (id, data) => saveLinks(c.get('visit'), id, data))
  })
  return routes
}

function linksIn(form: Readonly<Record<string, string>>): readonly EventLink[] {
  return Object.keys(form).flatMap((field): readonly EventLink[] => {
    const [, kind, ref = ''] = /^(theme|intervention|indicator)-(.{1,80})$/.exec(field) ?? []
    return kind === undefined ? [] : [{ kind: kind as EventLink['kind'], ref }]
  })
}

type PageOf = (c: Asking, event: Event, showing: Showing) => Promise<VNode>

/** The page of a part, for who plans. */
async function shown(
  c: Asking,
  part: Part,
  page: PageOf,
  showing: Showing,
  status: 200 | 422 = 200,
): Promise<Response> {
  const visit = c.get('visit')
  if (!mayPlanEvents(visit.actor)) return visit.refuse()
  const id = idIn(c, 'event')
  const event = id === null ? undefined : await inTransaction(visit, (tx) => eventWith(tx, id))
  if (!event) return c.notFound()
  const title = `${partName(part, visit.locale)}: ${event.title}`
  return visit.page({ title, noindex: true }, await page(c, event, showing), status)
}

/** Saves a part, or shows what is wrong beside what was typed. */
async function saved<Data>(
  c: Asking,
  part: Part,
  page: PageOf,
  form: FormReading<Data>,
  save: (id: string, data: Data) => Promise<Outcome<null, PlanRefusal | RowFault>>,
): Promise<Response> {
  const visit = c.get('visit')
  const id = idIn(c, 'event')
  const wrong = (errors: Filled['errors']) =>
    shown(c, part, page, { filled: { typed: form.typed, errors }, told: null }, 422)
  if (!mayPlanEvents(visit.actor)) return visit.refuse()
  if (id === null) return c.notFound()
  if (!form.ok) return wrong(form.errors)
  const outcome = await save(id, form.data)
  if (outcome.ok) return c.redirect(`${addressOf(part, visit.locale, { event: id })}?${savedMark}`, 303)
  const { refusal } = outcome
  if (refusal === 'not-allowed') return visit.refuse()
  if (refusal === 'event-unknown') return c.notFound()
  return wrong(refusal === 'in-use' ? { form: refusal } : { [fieldAt(form.typed, refusal)]: refusal.fault })
}

/** The field of a row that the action counts as the form has sorted it. */
function fieldAt(typed: Typed, { row, at, field }: RowFault): string {
  const quiet = { round: [], table: ['reachable', 'host', 'min', 'max'], question: ['id', 'table', 'round'] }
  const rows = rowsIn(typed, row, row === 'criterion' ? ['id', 'kind'] : quiet[row])
  const inOrder =
    row === 'round'
      ? rows.toSorted((a, b) =>
          (timeIn(a.said('startsAt')) ?? '') < (timeIn(b.said('startsAt')) ?? '') ? -1 : 1,
        )
      : rows
  return inOrder[at]?.field(field) ?? 'form'
}

async function layoutOf(c: Asking, event: Event) {
  return inTransaction(c.get('visit'), async (tx) => ({
    event,
    tables: await tablesOf(tx, event.id),
    rounds: await roundsOf(tx, event.id),
    questions: await questionsOf(tx, event.id),
    people: await participantsOf(tx, event.id),
  }))
}

async function programmePage(c: Asking, event: Event, { filled, told }: Showing): Promise<VNode> {
  const visit = c.get('visit')
  const layout = await layoutOf(c, event)
  const items = await inTransaction(visit, (tx) => itemsOf(tx, event.id))
  const typed = filled?.typed ?? {
    ...typedRows(
      'round',
      layout.rounds.map(({ startsAt, minutes }) => ({ startsAt, minutes })),
    ),
    ...typedRows(
      'item',
      items.map(({ id, at, text }) => ({ id, at, text })),
    ),
  }
  const errors = filled?.errors ?? {}
  return <ProgrammePage {...{ event, layout, typed, errors, told }} locale={visit.locale} />
}

async function tablesPage(c: Asking, event: Event, { filled, told }: Showing): Promise<VNode> {
  const { locale } = c.get('visit')
  const planned = await layoutOf(c, event)
  // What the tables that were filled in make impossible is told before they are saved.
  const written = filled && TablesForm.safeParse(filled.typed)
  const layout = written?.success ? { ...planned, tables: written.data.tables } : planned
  const hosts = layout.people
    .filter(({ kind, state }) => kind === 'host' && ['listed', 'invited', 'yes', 'waiting'].includes(state))
    .map(({ id, name, organisation }) => ({
      value: id,
      label: participantInWords({ name, organisation }),
    }))
  const typed = filled?.typed ?? {
    ...typedTables(layout.tables),
    ...typedRows(
      'question',
      layout.questions.map(({ id, text, tableId, round }) => ({
        id,
        text,
        table: tableId,
        round: round === null ? '' : round + 1,
      })),
    ),
  }
  const lost = lostHosts(layout.tables, layout.people)
  return <TablesPage {...{ event, layout, hosts, lost, typed, told, locale }} errors={filled?.errors ?? {}} />
}

function typedTables(tables: readonly EventTable[]): Typed {
  const reachable = tables.flatMap(({ isReachable }, at) =>
    isReachable ? [[`table-${at + 1}-reachable`, 'on'] as const] : [],
  )
  const rows = tables.map(({ id, min, max, hostId, closed }) => ({
    id,
    min,
    max,
    host: hostId,
    closed: closed.map((round: Round['number']) => round + 1).join(', '),
  }))
  return { ...typedRows('table', rows), ...Object.fromEntries(reachable) }
}

/** Writes so many alike tables into the form, in the place of those that stand there; nothing is saved. */
async function filledTables(c: Asking, typed: Typed): Promise<Response> {
  const { locale } = c.get('visit')
  const form = FillForm.safeParse(typed)
  if (!form.success) {
    const errors = Object.fromEntries(
      form.error.issues.map(({ path, message }) => [String(path[0]), message]),
    )
    return shown(c, 'planTables', tablesPage, { filled: { typed, errors }, told: null }, 422)
  }
  const { fillCount, fillMin: min, fillMax: max } = form.data
  const others = Object.fromEntries(Object.entries(typed).filter(([name]) => !name.startsWith('table-')))
  const tables = Array.from({ length: fillCount }, (_, at): EventTable => ({
    id: String(at + 1),
    min,
    max,
    hostId: typed[`table-${at + 1}-host`] || null,
    isReachable: true,
    closed: [],
  }))
  const filled = { typed: { ...others, ...typedTables(tables) }, errors: {} }
  return shown(c, 'planTables', tablesPage, { filled, told: textsIn(locale).plan.filled })
}

async function criteriaPage(c: Asking, event: Event, { filled, told }: Showing): Promise<VNode> {
  const visit = c.get('visit')
  const criteria = await inTransaction(visit, (tx) => criteriaOf(tx, event.id))
  const typed =
    filled?.typed ??
    typedRows(
      'criterion',
      criteria.map(({ id, text, kind, seats }) => ({ id, text, kind, seats })),
    )
  const given = criteria.reduce((sum, { seats }) => sum + seats, 0)
  return (
    <CriteriaPage {...{ event, given, typed, told }} errors={filled?.errors ?? {}} locale={visit.locale} />
  )
}

async function linksPage(c: Asking, event: Event, { filled, told }: Showing): Promise<VNode> {
  const visit = c.get('visit')
  const { locale } = visit
  const known = await inTransaction(visit, async (tx) => ({
    interventions: (await frameworkOf(tx)).interventions.filter(({ retiredAt }) => retiredAt === null),
    indicators: await choicesOf(tx),
    links: await linksOf(tx, event.id),
  }))
  const typed =
    filled?.typed ?? Object.fromEntries(known.links.map(({ kind, ref }) => [`${kind}-${ref}`, 'on']))
  return (
    <LinksPage
      {...{ event, typed, told, locale }}
      errors={filled?.errors ?? {}}
      themes={(await themes(visit)).map(({ id, title }) => ({ id, name: title }))}
      interventions={known.interventions.map(({ id, number, name }) => ({
        id,
        name: `${number}. ${inLocale(name, locale)}`,
      }))}
      indicators={known.indicators.map(({ id, name }) => ({ id, name: inLocale(name, locale) }))}
    />
  )
}
