import { Hono, type Context as Request } from 'hono'
import { colleaguesIn, inTransaction, namesOf, type Visit, type VisitEnv } from '#modules/accounts'
import * as audit from '#modules/audit'
import type { Tx } from '#platform/database/connection.ts'
import { readForm, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { inLocale } from '#platform/values/locale.ts'
import { bothAddresses, savedMark } from '#ui/addresses.ts'
import { sayCell, type SayCellRefusal } from '../actions/say-cell.ts'
import { historyId } from '../actions/say-words.ts'
import { CellForm } from '../core/cell-form.ts'
import type { GridEntry } from '../core/cell-grid.ts'
import { keptWord } from '../core/history.ts'
import { mayReadHistory, maySayCell } from '../core/policy.ts'
import { frameworkOf } from '../framework-store.ts'
import { cellGrid } from '../store.ts'
import { CellFormPage, typedFrom, type CellFormPageProps } from './cell-form.tsx'
import type { Past } from './cell-history.tsx'
import { CellPage } from './cell-page.tsx'
import { readerOf } from './reader.ts'
import type { Slots } from './slots.ts'
import { textsIn } from './texts.ts'
import { cellHref } from './words.ts'

/** One cell: what it says, for all; the form that changes it, for the municipality's own officers. */
export function cellRoutes({ besideCell }: Pick<Slots, 'besideCell'>): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('cell'), async (c) => {
    const visit = c.get('visit')
    const shown = await inTransaction(visit, async (tx) => {
      const entry = await entryAt(tx, c)
      if (!entry) return null
      const past = mayReadHistory(visit.actor).may ? await pastOf(tx, entry) : null
      return { entry, past, programme: (await frameworkOf(tx)).programme }
    })
    if (!shown) return c.notFound()
    const mayChange =
      maySayCell(visit.actor, shown.entry.municipality.code).may && !shown.entry.intervention.isRetired
    return visit.page(
      { title: titleOf(shown.entry, visit) },
      <CellPage
        {...shown}
        reader={await readerOf(visit)}
        mayChange={mayChange}
        isSaved={mayChange && c.req.query(savedMark) !== undefined}
        beside={await besideCell(visit, shown.entry)}
      />,
    )
  })

  routes.on('GET', bothAddresses('editCell'), async (c) => {
    const visit = c.get('visit')
    const entry = await inTransaction(visit, (tx) => entryAt(tx, c))
    if (!entry) return c.notFound()
    if (!maySayCell(visit.actor, entry.municipality.code).may) return visit.refuse()
    // Its page says why there is nothing more to report.
    if (entry.intervention.isRetired) return c.redirect(cellHref(entry, visit.locale), 303)
    return formPage(visit, { entry, typed: typedFrom(entry.cell), errors: {} }, 200)
  })

  routes.on('POST', bothAddresses('editCell'), async (c) => {
    const visit = c.get('visit')
    const entry = await inTransaction(visit, (tx) => entryAt(tx, c))
    if (!entry) return c.notFound()
    if (!maySayCell(visit.actor, entry.municipality.code).may) return visit.refuse()
    const form = await readForm(c.req, CellForm)
    if (!form.ok) return formPage(visit, { entry, typed: form.typed, errors: form.errors }, 422)
    const address = { municipality: entry.municipality.code, intervention: entry.intervention.id }
    const said = await sayCell(visit, address, form.data)
    if (said.ok) return c.redirect(`${cellHref(entry, visit.locale)}?${savedMark}`, 303)
    return refused(said.refusal, visit, c, form.typed)
  })

  return routes
}

type CellRequest = Request<VisitEnv>

async function entryAt(tx: Tx, c: CellRequest): Promise<GridEntry | undefined> {
  const intervention = c.req.param('intervention') ?? ''
  const { entries } = await cellGrid(tx, {
    intervention,
    municipalitySlug: c.req.param('municipality') ?? '',
  })
  return entries[0]
}

async function pastOf(tx: Tx, entry: GridEntry): Promise<Past> {
  const id = historyId({ municipality: entry.municipality.code, intervention: entry.intervention.id })
  const entries = await audit.historyOf(tx, 'cell', id)
  const people = entries
    .flatMap(({ before, after }) => [keptWord(before), keptWord(after)])
    .flatMap((word) => [word?.owner ?? null, word?.deputy ?? null])
    .filter((person) => person !== null)
  return { entries, names: await namesOf(tx, [...new Set(people)]) }
}

async function refused(
  refusal: SayCellRefusal,
  visit: Visit,
  c: CellRequest,
  typed: Typed,
): Promise<Response> {
  // Read again: what stands there may be what the refusal is about.
  const entry = await inTransaction(visit, (tx) => entryAt(tx, c))
  switch (refusal) {
    case 'not-allowed':
      return visit.refuse()
    case 'cell-unknown':
      return c.notFound()
    case 'changed-meanwhile':
      return entry?.cell ? conflictPage(visit, entry, typed) : c.notFound()
    case 'owner-not-here':
      return entry ? formPage(visit, { entry, typed, errors: { owner: refusal } }, 422) : c.notFound()
    case 'deputy-not-here':
      return entry ? formPage(visit, { entry, typed, errors: { deputy: refusal } }, 422) : c.notFound()
    case 'intervention-retired':
    case 'status-out-of-use':
      return entry ? formPage(visit, { entry, typed, errors: { status: refusal } }, 422) : c.notFound()
  }
}

async function conflictPage(visit: Visit, entry: GridEntry, typed: Typed): Promise<Response> {
  // From here on the officer has seen the other version: the form carries it, and may replace it.
  const seen = { ...typed, version: typedFrom(entry.cell)['version'] ?? '' }
  return formPage(visit, { entry, typed: seen, errors: {}, isConflict: true }, 409)
}

type Filled = { entry: GridEntry; typed: Typed; errors: FieldErrors } & Pick<CellFormPageProps, 'isConflict'>

async function formPage(visit: Visit, filled: Filled, status: 200 | 409 | 422): Promise<Response> {
  const colleagues = await inTransaction(visit, (tx) => colleaguesIn(tx, filled.entry.municipality.code))
  return visit.page(
    { title: formTitleOf(filled.entry, visit), noindex: true },
    <CellFormPage {...filled} colleagues={colleagues} reader={await readerOf(visit)} />,
    status,
  )
}

function titleOf({ municipality, intervention }: GridEntry, { locale }: Visit): string {
  return textsIn(locale).cell.title(municipality.name, inLocale(intervention.name, locale))
}

// The form and the page it changes may stand in two tabs beside each other.
function formTitleOf({ municipality, intervention }: GridEntry, { locale }: Visit): string {
  return `${textsIn(locale).edit.title(municipality.name)} ${inLocale(intervention.name, locale)}`
}
