import { Hono } from 'hono'
import type { VisitEnv } from '#modules/accounts'
import { workbookType } from '#platform/http/workbook.ts'
import { paperFonts } from '#platform/paper/paper-fonts.ts'
import type { Writers } from '#platform/paper/writers.ts'
import { bothAddresses } from '#ui/addresses.ts'
import { maySeat } from '../core/policy.ts'
import { printForms } from '../core/printed.ts'
import { planWriters, type PrintingJob } from '../files/printing.ts'
import { eventIn, type Asked } from './places.ts'
import { PrintPage, workbookFile } from './print-page.tsx'
import { namesByHand, printedPlan, sheetsOf } from './printed-plan.ts'
import { readBoard } from './read-board.ts'
import { textsIn } from './texts.ts'

/** In seconds: how long to wait where too many files are being written. */
const soon = '10'

/** What is printed of who sits where: the choice, and each file. */
export function printRoutes(origin: string): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  const writers = planWriters()
  routes.on('GET', bothAddresses('seatPrint'), async (c) => {
    const visit = c.get('visit')
    if (!maySeat(visit.actor)) return visit.refuse()
    const event = eventIn(c)
    const board = event === null ? undefined : await readBoard(visit, event, 'saved')
    if (!board) return c.notFound()
    return visit.page(
      { title: textsIn(visit.locale).print.title, noindex: true },
      <PrintPage board={board} byHand={namesByHand(board)} locale={visit.locale} />,
    )
  })
  routes.on('GET', bothAddresses('seatFile'), async (c) => file(c, writers, origin))
  return routes
}

async function file(c: Asked, writers: Writers<PrintingJob>, origin: string): Promise<Response> {
  const visit = c.get('visit')
  if (!maySeat(visit.actor)) return visit.refuse()
  const event = eventIn(c)
  const name = c.req.param('file') ?? ''
  const form = printForms.find((one) => `${one}.pdf` === name)
  if (event === null || (form === undefined && name !== workbookFile)) return c.notFound()
  const board = await readBoard(visit, event, 'saved')
  if (!board?.latest) return c.notFound()
  const { latest } = board
  const stampedAt = latest.savedAt
  const bytes = await writers.write(
    form === undefined
      ? { kind: 'xlsx', stampedAt, sheets: sheetsOf(board, visit.locale) }
      : {
          kind: 'pdf',
          stampedAt,
          form,
          plan: printedPlan({ visit, origin }, board, latest, form),
          fonts: paperFonts(),
        },
  )
  if (bytes === 'busy') return c.text(textsIn(visit.locale).print.busy, 503, { 'Retry-After': soon })
  return c.body(bytes, 200, {
    'Content-Type': form === undefined ? workbookType : 'application/pdf',
    'Content-Disposition': `${form === undefined ? 'attachment' : 'inline'}; filename="${name}"`,
    'Cache-Control': 'private, no-cache',
  })
}
