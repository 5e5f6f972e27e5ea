import { z } from 'zod'
import { cellCount } from './json-stat.ts'
import type { Line } from './line.ts'
import type { CallLimits, StatisticsOffice, TableEntry, TableList, TableSearch } from './office.ts'
import type { Office } from './offices.ts'
import { onceOnly } from './once-only.ts'
import { askInParts } from './parts.ts'
import { read } from './reading.ts'
import type { Query } from './split.ts'
import type { Table } from './table.ts'
import { pathAddress } from './table-address.ts'

/** Some offices leave the number of cells out: it is limited all the same, at this in most installations. */
const usualCells = 100_000

const Config = z.object({
  maxValues: z.int().positive(),
  maxCells: z.int().positive().optional(),
  maxCalls: z.int().positive(),
  timeWindow: z.int().positive(),
})

/** Folders, tables and headings; above them, at the language, databases. */
const Folder = z.array(
  z.union([
    z.object({
      id: z.string(),
      type: z.enum(['l', 't', 'h']),
      text: z.string(),
      updated: z.string().optional(),
    }),
    z
      .object({ dbid: z.string(), text: z.string() })
      .transform(({ dbid, text }) => ({ id: dbid, type: 'l' as const, text, updated: undefined })),
  ]),
)

const Hits = z.array(
  z.object({ id: z.string(), path: z.string(), title: z.string(), published: z.string().optional() }),
)

const Metadata = z.object({
  title: z.string(),
  variables: z.array(
    z
      .object({
        code: z.string(),
        text: z.string(),
        values: z.array(z.string()),
        valueTexts: z.array(z.string()),
        elimination: z.boolean().optional(),
        time: z.boolean().optional(),
        // The name of a map is how an office marks its region.
        map: z.string().optional(),
      })
      .refine(({ values, valueTexts }) => values.length === valueTexts.length, {
        message: 'values and valueTexts differ in length',
      }),
  ),
})

/** An office that speaks PxWebApi 1: folders to walk through, tables known by their path. */
export function pxWebApi1(office: Office, line: Line): StatisticsOffice {
  const limits = onceOnly(async (signal?: AbortSignal): Promise<CallLimits> => {
    const config = read(Config, await line.get(`${office.base}?config`, signal))
    await line.keepTo(config.maxCalls, config.timeWindow * 1000)
    return {
      cells: config.maxCells ?? usualCells,
      values: config.maxValues,
      calls: config.maxCalls,
      windowSeconds: config.timeWindow,
      licence: null,
    }
  })

  const dataAddress = ({ table }: Query): string => pathAddress(office, table)

  return {
    office,
    limits,
    tables: async (wanted, signal) => {
      await limits(signal)
      return office.hasSearch && (wanted.words ?? '').trim() !== ''
        ? search(office, line, wanted, signal)
        : folder(office, line, wanted, signal)
    },
    table: async (id, signal) => {
      await limits(signal)
      const answer = await line.get(pathAddress(office, id), signal)
      return { table: tableFrom(id, office, read(Metadata, answer)), answer }
    },
    codelist: () => Promise.resolve(null),
    async *data(queries, signal) {
      const ask = (part: Query) => line.post(dataAddress(part), questionOf(part), signal)
      yield* askInParts(queries, await limits(signal), dataAddress, ask)
    },
  }
}

async function folder(
  office: Office,
  line: Line,
  { folder: path = '', words = '' }: TableSearch,
  signal?: AbortSignal,
): Promise<TableList> {
  const answer = await line.get(pathAddress(office, path), signal)
  const looked = words.trim().toLowerCase()
  const entries = read(Folder, answer)
    .filter(({ type, text }) => type !== 'h' && text.toLowerCase().includes(looked))
    .map((one) => entry(one.type === 't' ? 'table' : 'folder', [path, one.id], one.text, one.updated))
  return wholeList(entries, answer)
}

async function search(
  office: Office,
  line: Line,
  { folder: path = '', words = '' }: TableSearch,
  signal?: AbortSignal,
): Promise<TableList> {
  const asked = new URLSearchParams({ query: words.trim() })
  const answer = await line.get(`${pathAddress(office, path)}?${asked.toString()}`, signal)
  // The same table is found once for each folder that it stands in.
  const hits = new Map(read(Hits, answer).map((hit) => [`${hit.id} ${hit.title}`, hit]))
  return wholeList(
    [...hits.values()].map((hit) => entry('table', [path, hit.path, hit.id], hit.title, hit.published)),
    answer,
  )
}

function entry(
  kind: TableEntry['kind'],
  steps: readonly string[],
  label: string,
  updated: string | undefined,
): TableEntry {
  const id = steps
    .flatMap((step) => step.split('/'))
    .filter((step) => step !== '')
    .join('/')
  const unknown = { firstPeriod: null, lastPeriod: null, timeUnit: null, variables: [] }
  return { kind, id, label, updated: updated ?? null, ...unknown }
}

/** PxWebApi 1 has no pages: what is there is answered at once. */
function wholeList(entries: readonly TableEntry[], answer: TableList['answer']): TableList {
  return { entries, page: 1, pages: 1, total: entries.length, answer }
}

function tableFrom(id: string, office: Office, { title, variables }: z.infer<typeof Metadata>): Table {
  return {
    id,
    label: title,
    source: office.name,
    updated: null,
    notes: [],
    variables: variables.map((one) => ({
      code: one.code,
      label: one.text,
      role: one.time ? 'time' : one.map === undefined ? null : 'geo',
      values: one.values.map((code, place) => ({
        code,
        label: one.valueTexts[place] ?? code,
        notes: [],
        unit: null,
      })),
      mayBeLeftOut: one.elimination ?? false,
      codelists: [],
      codelist: null,
      notes: [],
    })),
    cells: cellCount(variables.map(({ values }) => values.length)),
  }
}

function questionOf({ variables }: Query) {
  return {
    query: variables.map(({ code, values, codelist }) => ({
      code,
      selection: { filter: codelist === undefined ? 'item' : filterFor(codelist), values },
    })),
    // Left unsaid, each installation answers in a format of its own.
    response: { format: 'json-stat2' },
  }
}

/** `agg_KommFylker`, as version 2 names it, is asked for as `agg:KommFylker`. */
function filterFor(codelist: string): string {
  return codelist.replace(/^(agg|vs)_/i, (_, kind: string) => `${kind.toLowerCase()}:`)
}
