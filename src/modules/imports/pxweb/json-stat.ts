import { z } from 'zod'
import { done, refuse, type Outcome } from '#platform/outcome.ts'

/**
 * JSON-stat 2 as its specification has it (json-stat.org/full), for reading and for writing: `JsonStatDataset.parse`
 * refuses a dataset whose sizes, indexes, values or statuses do not fit together.
 */

/** No table that is read whole is larger; a sparse dataset could otherwise claim any size in a few bytes. */
const mostCells = 20_000_000

const texts = z.array(z.string())
const perCode = <Value extends z.ZodType>(value: Value) => z.record(z.string(), value)

const JsonStatCategory = z.looseObject({
  index: z.union([texts, perCode(z.int().nonnegative())]).optional(),
  label: perCode(z.string()).optional(),
  note: perCode(texts).optional(),
  child: perCode(texts).optional(),
  unit: perCode(
    z.looseObject({ base: z.string().optional(), decimals: z.int().nonnegative().optional() }),
  ).optional(),
})

const JsonStatDimension = z.looseObject({
  label: z.string().optional(),
  note: texts.optional(),
  category: JsonStatCategory,
  extension: perCode(z.unknown()).optional(),
})
type JsonStatDimension = z.infer<typeof JsonStatDimension>

const shape = z.looseObject({
  version: z.literal('2.0').optional(),
  class: z.literal('dataset'),
  label: z.string().nullish(),
  source: z.string().nullish(),
  updated: z.string().nullish(),
  note: texts.optional(),
  role: z.looseObject({ time: texts.optional(), geo: texts.optional(), metric: texts.optional() }).optional(),
  id: texts,
  size: z.array(z.int().nonnegative()),
  dimension: perCode(JsonStatDimension),
  value: z.union([z.array(z.number().nullable()), perCode(z.number().nullable())]).nullish(),
  status: z.union([z.string(), z.array(z.string().nullable()), perCode(z.string())]).nullish(),
  extension: perCode(z.unknown()).optional(),
})
/** A dataset on the wire. */
export type JsonStat = z.infer<typeof shape>

/** What may be wrong with a dataset whose parts have the right types. */
export const jsonStatProblems = [
  'wrong-type',
  'size-count',
  'repeated-dimension',
  'missing-dimension',
  'category-count',
  'index-order',
  'label-without-code',
  'role-of-unknown-dimension',
  'too-many-cells',
  'value-missing',
  'value-count',
  'value-place',
  'status-count',
  'status-place',
] as const

/** Something wrong, where it is (`dimension.Kon.category`), what should be there and what is. */
export interface JsonStatProblem {
  readonly problem: (typeof jsonStatProblems)[number]
  readonly at: string
  readonly expected: string
  readonly found: string
}

type Tell = (problem: JsonStatProblem['problem'], path: string[], expected: unknown, found: unknown) => void

/** The codes of a dimension in their order. A single category needs no index. */
export function codesOf({ category: { index, label } }: JsonStatDimension): readonly string[] {
  if (Array.isArray(index)) return index
  if (index === undefined) return Object.keys(label ?? {})
  return Object.entries(index)
    .toSorted(([, one], [, other]) => one - other)
    .map(([code]) => code)
}

export function cellCount(sizes: readonly number[]): number {
  return sizes.reduce((product, size) => product * size, 1)
}

/** 3×4=12: how the sizes make the number of cells. */
function sum({ size }: JsonStat): string {
  return `${size.join('×')}=${cellCount(size)}`
}

function checkStructure(dataset: JsonStat, tell: Tell): void {
  const { id, size, dimension, role } = dataset
  if (id.length !== size.length) tell('size-count', ['size'], id.length, size.length)
  if (new Set(id).size !== id.length) tell('repeated-dimension', ['id'], new Set(id).size, id.length)
  if (cellCount(size) > mostCells) tell('too-many-cells', ['size'], mostCells, sum(dataset))
  for (const [position, code] of id.entries()) {
    const known = Object.hasOwn(dimension, code) ? dimension[code] : undefined
    if (!known) tell('missing-dimension', ['dimension', code], code, '')
    else checkDimension(known, code, size[position] ?? 0, tell)
  }
  for (const [kind, codes] of Object.entries(role ?? {})) {
    const strange = Array.isArray(codes) ? codes.filter((code) => !id.includes(String(code))) : []
    if (strange.length > 0)
      tell('role-of-unknown-dimension', ['role', kind], id.join(', '), strange.join(', '))
  }
}

function checkDimension(dimension: JsonStatDimension, code: string, size: number, tell: Tell): void {
  const at = ['dimension', code, 'category']
  const codes = codesOf(dimension)
  if (codes.length !== size) tell('category-count', at, size, codes.length)
  const { index, label } = dimension.category
  if (Array.isArray(index)) {
    if (new Set(index).size !== index.length)
      tell('index-order', [...at, 'index'], new Set(index).size, index.length)
  } else if (index !== undefined) {
    const places = Object.values(index).toSorted((one, other) => one - other)
    const astray = places.findIndex((place, position) => place !== position)
    if (astray >= 0) tell('index-order', [...at, 'index'], astray, places[astray])
  }
  const known = new Set(codes)
  const stray = Object.keys(label ?? {}).find((labelled) => !known.has(labelled))
  if (stray !== undefined) tell('label-without-code', [...at, 'label'], '', stray)
}

function checkCells(dataset: JsonStat, tell: Tell): void {
  const { value, status, size } = dataset
  const cells = cellCount(size)
  const isPlace = (key: string): boolean => /^(?:0|[1-9]\d*)$/.test(key) && Number(key) < cells
  if (value === undefined || value === null) tell('value-missing', ['value'], sum(dataset), '')
  else if (Array.isArray(value)) {
    if (value.length !== cells) tell('value-count', ['value'], sum(dataset), value.length)
  } else {
    const stray = Object.keys(value).find((key) => !isPlace(key))
    if (stray !== undefined) tell('value-place', ['value', stray], `< ${cells}`, stray)
  }
  if (typeof status !== 'object' || status === null) return
  if (Array.isArray(status)) {
    // A list of one speaks for every cell.
    if (status.length !== cells && status.length !== 1)
      tell('status-count', ['status'], sum(dataset), status.length)
  } else {
    const stray = Object.keys(status).find((key) => !isPlace(key))
    if (stray !== undefined) tell('status-place', ['status', stray], `< ${cells}`, stray)
  }
}

function teller(context: z.RefinementCtx): Tell {
  return (problem, path, expected, found) => {
    const facts = { problem, expected: String(expected), found: String(found) }
    context.addIssue({
      code: 'custom',
      path,
      message: describe({ ...facts, at: path.join('.') }),
      params: facts,
    })
  }
}

/** A dataset without its values, as table metadata come. */
export const JsonStatStructure = shape.superRefine((dataset, context) =>
  checkStructure(dataset, teller(context)),
)

/** A whole dataset: every cell has its place. */
export const JsonStatDataset = shape.superRefine((dataset, context) => {
  const tell = teller(context)
  checkStructure(dataset, tell)
  checkCells(dataset, tell)
})

/** One line for a log: where, what was expected, what was found. */
export function describe({ problem, at, expected, found }: JsonStatProblem): string {
  return `${problem} at ${at === '' ? 'the top' : at}: expected ${expected || 'nothing'}, found ${found || 'nothing'}`
}

/** Reads a value against one of the two schemas above; every problem is named, with its place. */
export function readJsonStat(
  schema: typeof JsonStatDataset,
  json: unknown,
): Outcome<JsonStat, readonly JsonStatProblem[]> {
  const read = schema.safeParse(json)
  return read.success ? done(read.data) : refuse(read.error.issues.map(problemOf))
}

function problemOf(issue: z.core.$ZodIssue): JsonStatProblem {
  const at = issue.path.join('.')
  if (issue.code !== 'custom')
    return {
      problem: 'wrong-type',
      at,
      expected: issue.message,
      found: issue.input === undefined ? '' : typeof issue.input,
    }
  const { problem, expected, found } = issue.params as Omit<JsonStatProblem, 'at'>
  return { problem, at, expected, found }
}
