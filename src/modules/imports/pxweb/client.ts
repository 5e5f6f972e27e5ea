import { z } from 'zod'
import { SourceFailure } from '../core/source-failure.ts'
import type { Line } from './line.ts'
import type { CallLimits, StatisticsOffice, TableList, TableSearch } from './office.ts'
import type { Office } from './offices.ts'
import { onceOnly } from './once-only.ts'
import { askInParts } from './parts.ts'
import { read, structureOf } from './reading.ts'
import type { Query } from './split.ts'
import { codelistKind, tableFrom } from './table.ts'

const Config = z.object({
  maxDataCells: z.int().positive(),
  maxCallsPerTimeWindow: z.int().positive(),
  timeWindow: z.int().positive(),
  license: z.string(),
})

const TablesResponse = z.object({
  tables: z.array(
    z.object({
      id: z.string(),
      label: z.string().nullish(),
      updated: z.string().nullish(),
      firstPeriod: z.string().nullish(),
      lastPeriod: z.string().nullish(),
      timeUnit: z.string().nullish(),
      variableNames: z.array(z.string()),
    }),
  ),
  page: z.object({
    pageNumber: z.int().positive(),
    totalElements: z.int().nonnegative(),
    totalPages: z.int().nonnegative(),
  }),
})

const CodelistResponse = z.object({
  id: z.string(),
  label: z.string(),
  type: z.string(),
  values: z.array(z.object({ code: z.string(), label: z.string(), valueMap: z.array(z.string()).nullish() })),
})

/** Tables on a page of search results. */
const pageSize = 50

/** An office that speaks PxWebApi 2. Keep one for each office: its limits hold for the whole process. */
export function pxWebApi2(office: Office, line: Line): StatisticsOffice {
  const address = (path: string, extra: Readonly<Record<string, string>> = {}): string =>
    `${office.base}/${path}?${new URLSearchParams({ lang: office.language, ...extra }).toString()}`

  const dataAddress = ({ table }: Query): string =>
    address(`tables/${encodeURIComponent(table)}/data`, { outputFormat: 'json-stat2' })

  const limits = onceOnly(async (signal?: AbortSignal): Promise<CallLimits> => {
    const config = read(Config, await line.get(`${office.base}/config`, signal))
    await line.keepTo(config.maxCallsPerTimeWindow, config.timeWindow * 1000)
    return {
      cells: config.maxDataCells,
      values: Infinity,
      calls: config.maxCallsPerTimeWindow,
      windowSeconds: config.timeWindow,
      licence: config.license,
    }
  })
  const get = async (path: string, signal?: AbortSignal, extra?: Readonly<Record<string, string>>) => {
    await limits(signal)
    return line.get(address(path, extra), signal)
  }

  return {
    office,
    limits,
    tables: async (wanted, signal) => {
      const answer = await get('tables', signal, searchOf(wanted))
      return tableList(read(TablesResponse, answer), wanted.page ?? 1, answer)
    },
    table: async (id, signal) => {
      const answer = await get(`tables/${encodeURIComponent(id)}/metadata`, signal)
      return { table: tableFrom(id, structureOf(answer)), answer }
    },
    codelist: async (id, signal) => {
      const answer = await get(`codelists/${encodeURIComponent(id)}`, signal)
      const { label, type, values } = read(CodelistResponse, answer)
      const kind = codelistKind(id, type)
      return {
        codelist: { id, label, kind, values: values.map((one) => ({ ...one, of: one.valueMap ?? [] })) },
        answer,
      }
    },
    async *data(queries, signal) {
      const ask = (part: Query) => line.post(dataAddress(part), questionOf(part), signal)
      yield* askInParts(queries, await limits(signal), dataAddress, ask)
    },
  }
}

function searchOf({ words = '', page = 1 }: TableSearch): Readonly<Record<string, string>> {
  const paging = { pageNumber: String(page), pageSize: String(pageSize) }
  return words.trim() === '' ? paging : { query: words.trim(), ...paging }
}

function questionOf({ variables }: Query) {
  return {
    selection: variables.map(({ code, values, codelist }) => ({
      variableCode: code,
      ...(codelist === undefined ? {} : { codelist }),
      valueCodes: values,
    })),
  }
}

function tableList(
  { tables, page }: z.infer<typeof TablesResponse>,
  wanted: number,
  answer: TableList['answer'],
): TableList {
  // An office that answers every page with the first would otherwise be read for ever.
  if (page.pageNumber !== wanted)
    throw new SourceFailure('loop', answer.address, `page ${page.pageNumber} instead of ${wanted}`)
  return {
    entries: tables.map((one) => ({
      kind: 'table',
      id: one.id,
      label: one.label ?? one.id,
      updated: one.updated ?? null,
      firstPeriod: one.firstPeriod ?? null,
      lastPeriod: one.lastPeriod ?? null,
      timeUnit: one.timeUnit ?? null,
      variables: one.variableNames,
    })),
    page: page.pageNumber,
    pages: page.totalPages,
    total: page.totalElements,
    answer,
  }
}
