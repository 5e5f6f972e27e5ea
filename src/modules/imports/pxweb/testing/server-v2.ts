import { Hono } from 'hono'
import { z } from 'zod'
import type { Dataset } from '../dataset.ts'
import { cellsWanted, cutOut, metadataOf, type Cube } from './cube.ts'
import { populationByMonth, recorded } from './recorded-answers.ts'
import { problem, type PxWebSettings } from './settings.ts'

const Question = z.object({
  selection: z.array(z.object({ variableCode: z.string(), valueCodes: z.array(z.string()) })),
})

const Tables = z.looseObject({
  tables: z.array(z.looseObject({ id: z.string(), label: z.string() })),
})

function entryOf(id: string, { label, updated, dimensions }: Dataset) {
  const periods = dimensions.find(({ role }) => role === 'time')?.categories ?? []
  return {
    id,
    label: label ?? id,
    updated,
    firstPeriod: periods[0]?.code,
    lastPeriod: periods.at(-1)?.code,
    variableNames: dimensions.map((one) => one.label),
  }
}

/** PxWebApi 2: configuration, tables by page, metadata, code lists, data. */
export function officeVersion2({ cells, calls, windowSeconds, cubes }: PxWebSettings): Hono {
  const tables: ReadonlyMap<string, Cube> = new Map([
    ['TAB6471', populationByMonth()],
    ...Object.entries(cubes ?? {}),
  ])
  // The recorded pages: all tables' first and a search's.
  const { tables: first, ...envelope } = Tables.parse(recorded('scb-v2-tables'))
  const ofCubes = Object.entries(cubes ?? {}).map(([id, { dataset }]) => entryOf(id, dataset))
  const listed = [...first, ...Tables.parse(recorded('scb-v2-search')).tables, ...ofCubes]
  const app = new Hono()

  app.get('/config', (context) =>
    context.json({
      ...(recorded('scb-v2-config') as object),
      maxDataCells: cells,
      maxCallsPerTimeWindow: calls,
      timeWindow: windowSeconds,
    }),
  )
  app.get('/tables', (context) => {
    const words = (context.req.query('query') ?? '').toLowerCase()
    const found = listed.filter(({ label }) => label.toLowerCase().includes(words))
    const pageSize = Math.min(Number(context.req.query('pageSize') ?? 20), 10)
    const pageNumber = Number(context.req.query('pageNumber') ?? 1)
    return context.json({
      ...envelope,
      tables: found.slice((pageNumber - 1) * pageSize, pageNumber * pageSize),
      page: {
        pageNumber,
        pageSize,
        totalElements: found.length,
        totalPages: Math.ceil(found.length / pageSize),
        links: [],
      },
    })
  })
  app.get('/tables/:id/metadata', (context) => {
    const cube = tables.get(context.req.param('id'))
    return cube ? context.json(metadataOf(cube) as object) : problem(404, 'Table not found')
  })
  app.get('/codelists/:id', (context) => {
    const codelist = recorded('scb-v2-codelist') as { id: string }
    return context.req.param('id') === codelist.id ? context.json(codelist) : problem(404, 'Not found')
  })
  app.post('/tables/:id/data', async (context) => {
    const cube = tables.get(context.req.param('id'))
    if (!cube) return problem(404, 'Table not found')
    const question = Question.safeParse(await context.req.json())
    if (!question.success || context.req.query('outputFormat') !== 'json-stat2')
      return problem(400, 'Bad Request')
    const wanted = new Map(question.data.selection.map((one) => [one.variableCode, one.valueCodes]))
    if (cellsWanted(wanted) > cells) return problem(403, 'Too many cells selected')
    const cut = cutOut(cube, wanted)
    return typeof cut === 'string' ? problem(400, cut) : context.json(cut)
  })
  return app
}
