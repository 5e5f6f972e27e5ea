import { z } from 'zod'
import { cellCount } from './json-stat.ts'
import type { Category, Dataset, Dimension } from './dataset.ts'

/** A table as the guided picker shows it, whichever version of PxWebApi described it. */
export interface Table {
  readonly id: string
  readonly label: string
  readonly source: string | null
  readonly updated: string | null
  readonly notes: readonly string[]
  readonly variables: readonly Variable[]
  readonly cells: number
}

export interface Variable {
  readonly code: string
  readonly label: string
  /** What the office says it is; PxWebApi 1 tells time only, and SCB leaves the region unsaid in many tables. */
  readonly role: Dimension['role']
  readonly values: readonly Category[]
  /** Left out of the query, the office answers with its total instead of one row per value. */
  readonly mayBeLeftOut: boolean
  readonly codelists: readonly CodelistName[]
  /** The code list that `values` are of; null where they are the table's own. */
  readonly codelist: string | null
  readonly notes: readonly string[]
}

/** Another division of a variable's values: five-year ages, counties instead of municipalities. */
export interface CodelistName {
  readonly id: string
  readonly label: string
  readonly kind: 'aggregation' | 'valueset'
}

export interface Codelist extends CodelistName {
  readonly values: readonly {
    readonly code: string
    readonly label: string
    readonly of: readonly string[]
  }[]
}

const listed = z.array(z.object({ id: z.string(), label: z.string(), type: z.string().optional() }))

// The specification writes `codelists`; offices that run an earlier build answer `codeLists`.
const PxExtension = z.object({
  elimination: z.boolean().optional(),
  codelists: listed.optional(),
  codeLists: listed.optional(),
})

/** The table that the metadata of PxWebApi 2 describe. */
export function tableFrom(id: string, structure: Dataset): Table {
  return {
    id,
    label: structure.label ?? id,
    source: structure.source,
    updated: structure.updated,
    notes: structure.notes,
    variables: structure.dimensions.map(variableFrom),
    cells: cellCount(structure.dimensions.map(({ categories }) => categories.length)),
  }
}

/** What kind of division a code list's name or type tells: `agg_…` adds values up, `vs_…` picks among them. */
export function codelistKind(id: string, type: string | undefined): CodelistName['kind'] {
  return (type ?? id).toLowerCase().startsWith('agg') ? 'aggregation' : 'valueset'
}

function variableFrom({ code, label, role, categories, notes, extension }: Dimension): Variable {
  const read = PxExtension.safeParse(extension)
  const px = read.success ? read.data : {}
  return {
    code,
    label,
    role,
    values: categories,
    mayBeLeftOut: px.elimination ?? false,
    codelists: (px.codelists ?? px.codeLists ?? []).map((one) => ({
      id: one.id,
      label: one.label,
      kind: codelistKind(one.id, one.type),
    })),
    codelist: null,
    notes,
  }
}

/** The table as it is with another division of one of its variables. */
export function withCodelist(table: Table, variable: string, codelist: Codelist): Table {
  const values = codelist.values.map(({ code, label }) => ({ code, label, notes: [], unit: null }))
  const variables = table.variables.map((one) =>
    one.code === variable ? { ...one, values, codelist: codelist.id } : one,
  )
  return { ...table, variables, cells: cellCount(variables.map((one) => one.values.length)) }
}
