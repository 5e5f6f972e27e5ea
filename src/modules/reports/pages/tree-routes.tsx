import { Hono } from 'hono'
import type { VisitEnv, Visit } from '#modules/accounts'
import { endOfDay, dayOf, formatDay } from '#platform/values/dates.ts'
import { inLocale } from '#platform/values/locale.ts'
import { addressOf, bothAddresses } from '#ui/addresses.ts'
import { drawingSvg } from '#ui/charts/standalone.tsx'
import type { PaperWriters } from '#platform/paper/writing.ts'
import type { Paper } from '#platform/paper/paper.ts'
import { pdfJob } from '#platform/paper/paper-job.ts'
import { fileTypes } from './report-files.ts'
import { textsIn } from './texts.ts'
import { treeDrawing } from './tree-drawing.tsx'
import { TreePage, treeAsText } from './tree-page.tsx'
import { readTree, type ToldTree } from './tree-told.ts'

/** In seconds: how long to wait where too many files are being written. */
const soon = '10'

/** The goal tree as a page, a picture and a sheet to print. */
export function treeRoutes(writers: PaperWriters): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  routes.on('GET', bothAddresses('goalTree'), async (c) => {
    const visit = c.get('visit')
    const tree = await readTree(visit, visit.locale)
    const { title, description } = textsIn(visit.locale).tree
    const query = visit.asOf ? `?per=${dayOf(visit.asOf)}` : ''
    return visit.page({ title, description }, <TreePage tree={tree} query={query} locale={visit.locale} />)
  })
  routes.on('GET', bothAddresses('goalTreeSvg'), async (c) => {
    const visit = c.get('visit')
    const tree = await readTree(visit, visit.locale)
    if (!tree) return c.notFound()
    return c.body(svgOf(tree, visit), 200, { 'Content-Type': 'image/svg+xml; charset=utf-8' })
  })
  routes.on('GET', bothAddresses('goalTreePdf'), async (c) => {
    const visit = c.get('visit')
    const tree = await readTree(visit, visit.locale)
    if (!tree) return c.notFound()
    const bytes = await writers.write(pdfJob(sheetOf(tree, visit)))
    if (bytes === 'busy') return c.text(textsIn(visit.locale).choose.busy, 503, { 'Retry-After': soon })
    return c.body(bytes, 200, { 'Content-Type': fileTypes.pdf, 'Content-Disposition': 'inline' })
  })
  return routes
}

function svgOf(tree: ToldTree, { locale }: Visit): string {
  return drawingSvg(treeDrawing(tree, locale), treeAsText(tree, locale))
}

/** The tree as one sheet of A3 that lies. */
function sheetOf(tree: ToldTree, visit: Visit): Paper {
  const { locale, now, asOf, network } = visit
  const { width, height } = treeDrawing(tree, locale)
  const day = dayOf(asOf ?? now)
  return {
    title: `${textsIn(locale).tree.title}: ${tree.name}`,
    subtitle: formatDay(day, locale),
    author: inLocale(network.name, locale),
    language: locale,
    contents: '',
    footer: addressOf('goalTree', locale),
    stampedAt: endOfDay(day),
    isSheet: true,
    blocks: [{ kind: 'picture', svg: svgOf(tree, visit), width, height, alt: treeAsText(tree, locale) }],
  }
}
