import { Hono } from 'hono'
import type { VisitEnv } from '#modules/accounts'
import { csvText } from '#platform/values/csv.ts'
import { bothAddresses } from '#ui/addresses.ts'
import { csvRows, filedFigures } from './figures-files.ts'
import { FiguresPage } from './figures-page.tsx'
import { readFigures } from './read-figures.ts'
import { figureTextsIn } from './texts.ts'

/** The public figures of the matters, as a page and as files. */
export function figuresRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  routes.on('GET', bothAddresses('matterFigures'), async (c) => {
    const visit = c.get('visit')
    const read = await readFigures(visit, (name) => c.req.query(name))
    const { title, description } = figureTextsIn(visit.locale)
    return visit.page({ title, description }, <FiguresPage read={read} locale={visit.locale} />)
  })
  routes.on('GET', bothAddresses('matterFiguresCsv'), async (c) => {
    const read = await readFigures(c.get('visit'), (name) => c.req.query(name))
    return c.body(csvText(csvRows(read)), 200, { 'Content-Type': 'text/csv; charset=utf-8; header=present' })
  })
  routes.on('GET', bothAddresses('matterFiguresJson'), async (c) => {
    const read = await readFigures(c.get('visit'), (name) => c.req.query(name))
    return c.json(filedFigures(read))
  })
  return routes
}
