import { Hono } from 'hono'
import { inTransaction, type VisitEnv } from '#modules/accounts'
import { workbookType } from '#platform/http/workbook.ts'
import { bothAddresses } from '#ui/addresses.ts'
import { changesBetween } from '../core/changes-between.ts'
import { cellGrid } from '../store.ts'
import { ChangesPage } from './changes-page.tsx'
import { daysAsked } from './changes-query.ts'
import { changesTextsIn } from './changes-texts.ts'
import { matrixCsv, matrixWorkbook } from './matrix-files.ts'
import { readerOf } from './reader.ts'

/** The matrix between two days, and as files. */
export function matrixRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('matrixChanges'), async (c) => {
    const visit = c.get('visit')
    const asked = daysAsked((name) => c.req.query(name), visit.locale, visit.now)
    const gridAt = async (asOf: Date) => inTransaction({ ...visit, asOf }, async (tx) => cellGrid(tx))
    const [before, after] = [await gridAt(asked.at.from), await gridAt(asked.at.to)]
    const { title, lead } = changesTextsIn(visit.locale)
    return visit.page(
      { title, description: lead },
      <ChangesPage
        asked={asked}
        changes={changesBetween(before, after)}
        cellCount={after.entries.length}
        reader={await readerOf(visit)}
      />,
      Object.keys(asked.errors).length > 0 ? 422 : 200,
    )
  })

  routes.on('GET', bothAddresses('matrixCsv'), async (c) => {
    const visit = c.get('visit')
    const grid = await inTransaction(visit, async (tx) => cellGrid(tx))
    return c.body(matrixCsv(grid, await readerOf(visit)), 200, {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': 'attachment; filename="interventions.csv"',
    })
  })

  routes.on('GET', bothAddresses('matrixXlsx'), async (c) => {
    const visit = c.get('visit')
    const grid = await inTransaction(visit, async (tx) => cellGrid(tx))
    return c.body(await matrixWorkbook(grid, await readerOf(visit)), 200, {
      'Content-Type': workbookType,
      'Content-Disposition': 'attachment; filename="interventions.xlsx"',
    })
  })
  return routes
}
