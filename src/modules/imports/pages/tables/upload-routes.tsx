import { Hono, type Context as Request } from 'hono'
import { inTransaction, type Visit, type VisitEnv } from '#modules/accounts'
import { choicesOf, type Choice } from '#modules/indicators'
import { municipalitiesOf } from '#modules/region'
import { compareWith, seriesWith } from '#modules/statistics'
import type { Tx } from '#platform/database/connection.ts'
import { readForm, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { dayOf } from '#platform/values/dates.ts'
import { inLocale } from '#platform/values/locale.ts'
import { isId } from '#platform/values/ids.ts'
import { addressOf, bothAddresses } from '#ui/addresses.ts'
import { chooseInTable, discardTable, storeTable, type TableReader } from '../../actions/settle-table.ts'
import { uploadTable } from '../../actions/upload-table.ts'
import { ownSeriesFor } from '../../core/own-series.ts'
import { mayImport } from '../../core/policy.ts'
import { mappingFrom } from '../../file/mapping.ts'
import type { KnownPlace } from '../../file/places.ts'
import { readTable } from '../../file/read-table.ts'
import { TableChoices, tableSource } from '../../file/table-choices.ts'
import { tableToSettle, waitingTables, type UploadedTable } from '../../upload-store.ts'
import { TablePage } from './table-page.tsx'
import { sentTable } from './sent-table.ts'
import { UploadPage } from './upload-page.tsx'
import { uploadTextsIn } from './upload-texts.ts'

type Asking = Request<VisitEnv, string>
export interface UploadSetting {
  /** Every place that figures may be about, beside the network's own. */
  readonly places: () => readonly KnownPlace[]
}

/** Tables of figures, sent as a file or pasted: looked at first, then stored whole or thrown away. */
export function uploadRoutes({ places }: UploadSetting): Hono<VisitEnv> {
  const reading = readingWith(places)
  const routes = new Hono<VisitEnv>()
  routes.on('GET', bothAddresses('uploadTable'), async (c) => {
    const visit = c.get('visit')
    if (!mayImport(visit.actor)) return visit.refuse()
    return uploadPage(visit, { indicator: c.req.query('indikator') ?? '' }, {}, c.req.query('kastad'))
  })
  routes.on('POST', bothAddresses('uploadTable'), received)
  routes.on('GET', bothAddresses('uploadedTable'), async (c) => {
    const visit = c.get('visit')
    if (!mayImport(visit.actor)) return visit.refuse()
    return (await tablePage(visit, c.req.param('table') ?? '', reading)) ?? c.notFound()
  })
  routes.on('POST', bothAddresses('uploadedTable'), async (c) => settled(c, reading))
  return routes
}

/** How tables are read here, and what the places that they speak of are called. */
interface Reading {
  readonly read: TableReader
  readonly namesIn: (tx: Tx) => Promise<ReadonlyMap<string, string>>
}

function readingWith(places: UploadSetting['places']): Reading {
  const namesIn = async (tx: Tx) =>
    new Map([...places(), ...(await municipalitiesOf(tx))].map(({ code, name }) => [code, name]))
  const read: TableReader = async (tx, table, { unit, decimals }) =>
    readTable(table.input, {
      places: [...(await namesIn(tx))].map(([code, name]) => ({ code, name })),
      unit,
      decimals,
      singleIndicator: true,
      mapping: mappingFrom(table.choices),
    })
  return { read, namesIn }
}

async function received(c: Asking): Promise<Response> {
  const visit = c.get('visit')
  if (!mayImport(visit.actor)) return visit.refuse()
  const sent = await sentTable(c.req)
  if (!sent.ok) return uploadPage(visit, sent.typed, sent.errors)
  const uploaded = await uploadTable(visit, sent.table)
  if (uploaded.ok) return c.redirect(addressOf('uploadedTable', visit.locale, { table: uploaded.value }), 303)
  if (uploaded.refusal === 'not-allowed') return visit.refuse()
  return uploadPage(visit, sent.typed, { indicator: uploaded.refusal })
}

async function uploadPage(
  visit: Visit,
  typed: Typed,
  errors: FieldErrors,
  discarded?: string,
): Promise<Response> {
  const { locale } = visit
  const { choices, waiting } = await inTransaction(visit, async (tx) => ({
    choices: await choicesOf(tx),
    waiting: await waitingTables(tx),
  }))
  return visit.page(
    { title: uploadTextsIn(visit.locale).send.title, noindex: true },
    <UploadPage
      choices={choices.filter((one) => one.retiredAt === null && ownSeriesFor(one) !== null)}
      names={new Map(choices.map(({ id, name }) => [id, inLocale(name, locale)]))}
      waiting={waiting}
      typed={typed}
      errors={errors}
      isDiscarded={discarded !== undefined}
      locale={visit.locale}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

async function settled(c: Asking, reading: Reading): Promise<Response> {
  const visit = c.get('visit')
  if (!mayImport(visit.actor)) return visit.refuse()
  const id = c.req.param('table') ?? ''
  if (!isId(id)) return c.notFound()
  const form = await readForm(c.req, TableChoices)
  const again = async (errors: FieldErrors) =>
    (await tablePage(visit, id, reading, { typed: form.typed, errors })) ?? c.notFound()
  if (form.typed['do'] === 'discard') {
    const thrown = await discardTable(visit, id)
    return thrown.ok ? c.redirect(`${addressOf('uploadTable', visit.locale)}?kastad`, 303) : c.notFound()
  }
  if (!form.ok) return again(form.errors)
  const kept = await chooseInTable(visit, id, form.data)
  if (!kept.ok) return c.notFound()
  if (form.typed['do'] !== 'store')
    return c.redirect(addressOf('uploadedTable', visit.locale, { table: id }), 303)

  const source = tableSource(dayOf(visit.now)).safeParse(form.data)
  if (!source.success) return again(errorsIn(source.error.issues))
  const vintage = uploadTextsIn('sv').source.vintage(form.data.title)
  const stored = await storeTable(visit, id, { source: source.data, vintage }, reading.read)
  if (stored.ok) return c.redirect(addressOf('importRun', visit.locale, { run: stored.value }), 303)
  return again({ form: stored.refusal })
}

function errorsIn(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): FieldErrors {
  return Object.fromEntries(issues.map(({ path, message }) => [String(path[0]), message]))
}

async function tablePage(
  visit: Visit,
  id: string,
  reading: Reading,
  said?: { readonly typed: Typed; readonly errors: FieldErrors },
): Promise<Response | null> {
  const shown = isId(id) ? await inTransaction(visit, async (tx) => tableIn(tx, id, reading)) : null
  if (!shown) return null
  const { names, ...rest } = shown
  const title = uploadTextsIn(visit.locale).preview.title(inLocale(rest.indicator.name, visit.locale))
  return visit.page(
    { title, noindex: true },
    <TablePage
      {...rest}
      placeName={(code) => names.get(code) ?? code}
      typed={said?.typed ?? proposed(rest.table, visit)}
      errors={said?.errors ?? {}}
      locale={visit.locale}
    />,
    said ? 422 : 200,
  )
}

/** What the form begins with: what was said before, and today as the day the table was retrieved. */
function proposed({ choices, name, input }: UploadedTable, { now }: Visit): Typed {
  return {
    ...choices,
    title: choices.title || (input.kind === 'file' ? name.replace(/\.\w+$/, '') : ''),
    retrievedOn: choices.retrievedOn || dayOf(now),
  }
}

async function tableIn(tx: Tx, id: string, { read, namesIn }: Reading) {
  const table = await tableToSettle(tx, id)
  const indicator = table && (await choicesOf(tx)).find((one) => one.id === table.indicator)
  if (!table || !indicator) return null
  const understood = await read(tx, table, indicator)
  const moves = await movesOf(tx, indicator, understood)
  return { table, indicator, read: understood, moves, names: await namesIn(tx) }
}

async function movesOf(tx: Tx, { series }: Choice, read: Awaited<ReturnType<TableReader>>) {
  if (!read.ok) return null
  const figures = read.figures.map(({ figure }) => figure)
  const key = series.at(-1) ?? ''
  const known = (await seriesWith(tx, [key])).get(key)
  return known ? compareWith(tx, known.id, figures) : { added: figures, changed: [], same: 0 }
}
