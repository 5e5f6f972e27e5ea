import { Hono, type Context as Request } from 'hono'
import { inTransaction, type Visit, type VisitEnv } from '#modules/accounts'
import { attachmentHeaders } from '#platform/http/attachment.ts'
import { readForm, type FieldErrors } from '#platform/http/form.ts'
import { workbookOf, workbookType } from '#platform/http/workbook.ts'
import { csvText } from '#platform/values/csv.ts'
import { addDays, dayOf, endOfDay, isDay } from '#platform/values/dates.ts'
import type { RegisterLine } from '#platform/values/records.ts'
import { bothAddresses } from '#ui/addresses.ts'
import { exportRegister, registerOf } from '../actions/export-register.ts'
import { wordOf } from '../core/authority.ts'
import { RegisterForm } from '../core/forms.ts'
import { readerFor } from './reading.ts'
import { registerHeadings, registerRow, registerWidths, type RegisterReader } from './register-file.ts'
import { RegisterPage } from './register-page.tsx'
import { textsIn } from './texts.ts'

/** An authority's register: seen, and written out as a file. */
export function registerRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  routes.on('GET', bothAddresses('records'), async (c) => {
    const [from = '', until = ''] = [c.req.query('from'), c.req.query('until')]
    const today = dayOf(c.get('visit').now)
    const period = {
      from: isDay(from) ? from : `${today.slice(0, 4)}-01-01`,
      until: isDay(until) ? until : today,
    }
    return registerPage(c.get('visit'), c.req.query('whose'), period, {})
  })
  routes.on('POST', bothAddresses('records'), written)
  return routes
}

interface Days {
  readonly from: string
  readonly until: string
}

async function registerPage(
  visit: Visit,
  whose: string | undefined,
  { from, until }: Days,
  errors: FieldErrors,
): Promise<Response> {
  const reader = await readerFor(visit, whose)
  if (!reader) return visit.refuse()
  const lines = await inTransaction(visit, async (tx) =>
    registerOf(tx, periodOf(reader.authority, { from, until })),
  )
  return visit.page(
    { title: textsIn(visit.locale).register.title, noindex: true },
    <RegisterPage {...{ reader, from, until, lines, errors }} />,
    Object.keys(errors).length === 0 ? 200 : 422,
  )
}

function periodOf(municipality: string | null, { from, until }: Days) {
  return { municipality, from: dayAfter(addDays(from, -1)), until: dayAfter(until) }
}

/** The first moment of the day after. */
function dayAfter(day: string): Date {
  return new Date(endOfDay(day).getTime() + 1)
}

async function written(c: Request<VisitEnv, string>): Promise<Response> {
  const visit = c.get('visit')
  const form = await readForm(c.req, RegisterForm)
  if (!form.ok) {
    const year = dayOf(visit.now).slice(0, 4)
    return registerPage(
      visit,
      form.typed['whose'],
      { from: `${year}-01-01`, until: dayOf(visit.now) },
      form.errors,
    )
  }
  const { whose, from, until, without, as } = form.data
  const reader = await readerFor(visit, whose)
  const lines = reader && (await exportRegister(visit, periodOf(reader.authority, { from, until })))
  if (!reader || !lines?.ok) return visit.refuse()
  const name = `register-${wordOf(reader.authority, reader.municipalities)}-${from}-${until}.${as}`
  const asRead = { ...reader, isWithheld: without }
  return as === 'csv'
    ? c.body(csvOf(lines.value, asRead), 200, attachmentHeaders(name, 'text/csv; charset=utf-8'))
    : c.body(await bookOf(lines.value, asRead), 200, attachmentHeaders(name, workbookType))
}

function csvOf(lines: readonly RegisterLine[], reader: RegisterReader): string {
  return csvText([
    [...registerHeadings(reader.locale)],
    ...lines.map((line) => [...registerRow(line, reader)]),
  ])
}

async function bookOf(
  lines: readonly RegisterLine[],
  reader: RegisterReader,
): Promise<Uint8Array<ArrayBuffer>> {
  return workbookOf([
    {
      name: textsIn(reader.locale).nav.register,
      headings: registerHeadings(reader.locale),
      rows: lines.map((line) => registerRow(line, reader)),
      widths: registerWidths,
    },
  ])
}
