import { z } from 'zod'
import type { Query } from './split.ts'
import type { Selection } from './selection.ts'

const part = z.object({
  unit: z.enum(['half', 'third', 'quarter', 'month', 'week']),
  number: z.int().positive(),
})
const codes = z.array(z.string())
const byVariable = z.record(z.string(), z.string())
const code = z.string().nullable()

const StoredSelection: z.ZodType<Selection> = z.object({
  table: z.string().min(1),
  region: z.object({ variable: z.string(), codes }).nullable(),
  time: z.object({ variable: z.string(), part: part.nullable(), fromYear: z.int().nullable() }),
  gender: z
    .object({ variable: z.string(), allIsLeftOut: z.boolean(), all: code, women: code, men: code })
    .nullable(),
  fixed: byVariable,
  leftOut: codes,
  codelists: byVariable,
})

/** What an office is asked each time a plan is carried out. */
export const PxWebQuestion = z.object({
  office: z.string(),
  selection: StoredSelection,
  /** What the series is called: the table's name, and what was chosen of it. */
  title: z.string().min(1),
  /** As the office told it when the series was picked. */
  licence: z.string().nullable(),
})
export type PxWebQuestion = z.infer<typeof PxWebQuestion>

const StoredQuery = z
  .object({
    table: z.string(),
    variables: z.array(z.object({ code: z.string(), values: codes, codelist: z.string().optional() })),
  })
  .transform(({ table, variables }): Query => ({
    table,
    variables: variables.map(({ codelist, ...one }) => (codelist === undefined ? one : { ...one, codelist })),
  }))

/** Where to go on after a stop: what has not been asked yet, so that a part is never asked in another way. */
export const PxWebCursor = z.object({ waiting: z.array(StoredQuery), cellsInAll: z.int().nonnegative() })
export type PxWebCursor = z.infer<typeof PxWebCursor>
