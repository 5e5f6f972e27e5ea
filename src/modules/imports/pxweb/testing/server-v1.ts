import { Hono } from 'hono'
import { z } from 'zod'
import { cellsWanted, cutOut, type Cube } from './cube.ts'
import { populationByYear } from './recorded-answers.ts'
import { problem, type PxWebSettings } from './settings.ts'

const Question = z.object({
  query: z.array(
    z.object({ code: z.string(), selection: z.object({ filter: z.string(), values: z.array(z.string()) }) }),
  ),
  response: z.object({ format: z.literal('json-stat2') }),
})

const populationPath = 'ssd/BE/BE0101/BE0101A/BefolkningNy'

/** PxWebApi 1: limits at the language, then databases, folders and tables by their path. */
export function officeVersion1(settings: PxWebSettings): Hono {
  const tables: ReadonlyMap<string, Cube> = new Map([
    [populationPath, populationByYear()],
    ...Object.entries(settings.cubes ?? {}),
  ])
  const app = new Hono()
  app.get('/*', (context) => {
    if ('config' in context.req.query()) return context.json(limitsOf(settings))
    const path = pathOf(context.req.path)
    const cube = tables.get(path)
    if (cube) return context.json(metadataOf(path, cube))
    const words = context.req.query('query')
    const nodes = words === undefined ? nodesUnder(path, [...tables.keys()]) : hitsFor(words, path, tables)
    return nodes.length > 0 || words !== undefined ? context.json(nodes) : context.text('Bad Request', 400)
  })
  app.post('/*', async (context) => {
    const cube = tables.get(pathOf(context.req.path))
    if (!cube) return context.text('Bad Request', 404)
    const question = Question.safeParse(await context.req.json())
    if (!question.success) return context.text('Bad Request', 400)
    const wanted = new Map(question.data.query.map((one) => [one.code, one.selection.values]))
    const named = [...wanted.values()].reduce((sum, { length }) => sum + length, 0)
    if (cellsWanted(wanted) > settings.cells || named > (settings.values ?? Infinity))
      return problem(403, 'Too many values selected')
    const cut = cutOut(cube, wanted)
    return typeof cut === 'string' ? context.text('Bad Request', 400) : context.json(cut)
  })
  return app
}

function limitsOf({ cells, values, calls, windowSeconds, tellsCells = true }: PxWebSettings): object {
  return {
    maxValues: values ?? 100_000,
    ...(tellsCells ? { maxCells: cells } : {}),
    maxCalls: calls,
    timeWindow: windowSeconds,
    CORS: true,
  }
}

function pathOf(path: string): string {
  return decodeURIComponent(path)
    .replace(/^\/api\/v1\/sv\/?/, '')
    .replace(/\/$/, '')
}

/** What stands in a folder: databases at the top, below them folders and tables, with a heading among them. */
function nodesUnder(path: string, tables: readonly string[]): readonly object[] {
  const below = path === '' ? '' : `${path}/`
  const steps = new Map(
    tables
      .filter((table) => table.startsWith(below))
      .map((table) => [table.slice(below.length).split('/')[0] ?? '', table]),
  )
  if (path === '') return [...steps.keys()].map((dbid) => ({ dbid, text: dbid }))
  const nodes = [...steps].map(([id, table]) =>
    table === `${below}${id}`
      ? { id, type: 't', text: id, updated: '2025-02-21T08:00:00' }
      : { id, type: 'l', text: id },
  )
  return nodes.length === 0 ? [] : [{ id: '', type: 'h', text: path }, ...nodes]
}

function hitsFor(words: string, path: string, tables: ReadonlyMap<string, Cube>): readonly object[] {
  return [...tables.keys()]
    .filter((table) => table.startsWith(path) && table.toLowerCase().includes(words.toLowerCase()))
    .map((table) => {
      const steps = table.slice(path.length).split('/')
      const id = steps.pop() ?? ''
      return { id, path: steps.join('/'), title: id, score: 1, published: '2025-02-21T08:00:00' }
    })
}

function metadataOf(title: string, { dataset, eliminable }: Cube) {
  return {
    title,
    variables: dataset.dimensions.map(({ code, label, role, categories }) => ({
      code,
      text: label,
      values: categories.map((one) => one.code),
      valueTexts: categories.map((one) => one.label),
      ...(eliminable.includes(code) ? { elimination: true } : {}),
      ...(role === 'time' ? { time: true } : {}),
    })),
  }
}
