import { Hono } from 'hono'
import type { HonoRequest } from 'hono'
import { z } from 'zod'
import { inTransaction, type VisitEnv } from '#modules/accounts'
import { readForm, type Typed } from '#platform/http/form.ts'
import { refuse, type Outcome } from '#platform/outcome.ts'
import { bothAddresses } from '#ui/addresses.ts'
import { listPeople, type Clash, type Wanted } from '../actions/list-people.ts'
import type { Criterion } from '../core/event.ts'
import { mostListed, readList, listColumns, type ListWords, type ReadList } from '../core/people-table.ts'
import { isSameAnswer } from '../core/sameness.ts'
import { rowsOfFile, rowsOfText, textOfRows, type FileProblem, type Rows } from '../file/read-rows.ts'
import { criteriaOf } from '../store.ts'
import { told, toList } from './add-routes.tsx'
import { FileForm, placeInWords } from './file-page.tsx'
import { belowList, foundEvent, type Found } from './people-frame.tsx'
import type { RoundtableSetting } from './setting.ts'
import { inviteTextsIn } from './texts.ts'
import type { Asking, Filled } from './words.ts'

const AnyFields = z.record(z.string(), z.string())

/** Putting people on the list from Excel, CSV or pasted rows: read, mended in place, and added at once. */
export function fileRoutes({ secret }: RoundtableSetting): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  routes.on('GET', bothAddresses('addFromFile'), async (c) => {
    const found = await foundEvent(c, 'planners')
    if (found instanceof Response) return found
    return filePage(found, { filled: { typed: {}, errors: {} }, read: null, clashes: [] })
  })
  routes.on('POST', bothAddresses('addFromFile'), async (c) => {
    const found = await foundEvent(c, 'planners')
    return found instanceof Response ? found : posted(c, found, secret)
  })
  return routes
}

interface Showing {
  readonly filled: Filled
  readonly read: ReadList | null
  readonly clashes: readonly Clash[]
}

async function posted(c: Asking, found: Found, secret: string): Promise<Response> {
  const { typed } = await readForm(c.req, AnyFields)
  const { visit, event } = found
  const rows = await sentRows(c.req, typed)
  if (!rows.ok)
    return filePage(
      found,
      { filled: { typed, errors: { table: rows.refusal } }, read: null, clashes: [] },
      422,
    )
  const criteria = await inTransaction(visit, (tx) => criteriaOf(tx, event.id))
  const read = readList(rows.value, wordsFor(found, criteria, typed['criterion'] ?? ''))
  // What was read from a file stands in the form from now on, to be mended there.
  const mended = { ...typed, table: textOfRows(rows.value) }
  const show = (errors: Filled['errors'], clashes: readonly Clash[], status: 200 | 422) =>
    filePage(found, { filled: { typed: mended, errors }, read, clashes }, status)
  if (read.entries.length > mostListed) return show({ table: 'list-too-long' }, [], 422)
  if (read.problems.length > 0)
    return show(lacksCriterion(read) ? { criterion: 'criterion-choose' } : {}, [], 422)
  if (typed['do'] !== 'add') return show({}, [], 200)
  const listed = await listPeople(visit, event.id, wantedIn(read, typed), secret)
  if (listed.ok) return toList(c, found, listed.value)
  const { errors, clashes } = told(listed.refusal)
  const missing = clashes.map(({ at }) => [`same-${read.entries[at]?.row ?? 0}`, 'same-missing'] as const)
  return show(clashes.length > 0 ? Object.fromEntries(missing) : errors, clashes, 422)
}

function lacksCriterion({ problems }: ReadList): boolean {
  return problems.some(({ problem }) => problem === 'criterion-choose')
}

/** Each row's person, with what was answered about who is like them. */
function wantedIn({ entries }: ReadList, typed: Typed): readonly Wanted[] {
  return entries.map(({ row, person }) => {
    const same = typed[`same-${row}`]
    return { person, same: isSameAnswer(same) ? same : undefined }
  })
}

/** The rows of the file that was chosen; else of what stands in the form. */
async function sentRows(
  request: HonoRequest,
  typed: Typed,
): Promise<Outcome<Rows, FileProblem | 'file-nothing'>> {
  const file = await fileIn(request)
  if (file instanceof File && file.size > 0) return rowsOfFile(new Uint8Array(await file.arrayBuffer()))
  const text = typed['table'] ?? ''
  return text.trim() === '' ? refuse('file-nothing') : rowsOfText(text)
}

async function fileIn(request: HonoRequest): Promise<unknown> {
  try {
    return (await request.parseBody())['file']
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

function wordsFor({ reader }: Found, criteria: readonly Criterion[], otherwise: string): ListWords {
  const written = (['sv', 'en'] as const).map((locale) => inviteTextsIn(locale).file)
  const headings = Object.fromEntries(
    listColumns.map((column) => [
      column,
      written.flatMap((texts) => [texts.headings[column], ...texts.alsoCalled[column]]),
    ]),
  ) as unknown as ListWords['headings']
  return { headings, municipalities: reader.municipalities, criteria, otherwise }
}

async function filePage(
  found: Found,
  { filled, read, clashes }: Showing,
  status: 200 | 422 = 200,
): Promise<Response> {
  const { visit, event, reader } = found
  const criteria = await inTransaction(visit, (tx) => criteriaOf(tx, event.id))
  const { title } = inviteTextsIn(visit.locale).file
  const about = Object.fromEntries(
    clashes.flatMap(({ at }) => {
      const entry = read?.entries[at]
      return entry ? [[`same-${entry.row}`, placeInWords(entry)] as const] : []
    }),
  )
  return belowList(
    found,
    { title, errors: filled.errors, about, status },
    <FileForm {...filled} {...{ event, criteria, read, clashes, reader }} />,
  )
}
