import type { CompanySize } from '#modules/companies'
import type { RegisterCount } from './heard.ts'

/** What can stand in a table of companies. */
export interface RegisterChoices {
  readonly municipalities: readonly { readonly code: string; readonly name: string }[]
  readonly sizes: readonly CompanySize[]
  readonly branches: readonly string[]
}

type StoredCount = RegisterCount & { readonly size: CompanySize | null }

export type RegisterReading =
  | { readonly ok: true; readonly counts: readonly StoredCount[] }
  | { readonly ok: false; readonly error: RegisterError; readonly line: number }
export type RegisterError =
  | 'headings-unknown'
  | 'no-rows'
  | 'municipality-unknown'
  | 'size-unknown'
  | 'branch-unknown'
  | 'count-invalid'
  | 'told-half'
  | 'twice'

const headings: Readonly<Record<string, readonly string[]>> = {
  municipality: ['kommun', 'municipality'],
  size: ['storlek', 'size'],
  branch: ['bransch', 'branch'],
  companies: ['antal', 'companies'],
}

/**
 * Reads a table as it is pasted from a spreadsheet: headings, then a row for each municipality, size and branch. Size and
 * branch may be left out, but not for some of the rows: a total and its parts would be counted twice.
 */
export function readRegister(pasted: string, choices: RegisterChoices): RegisterReading {
  const lines = pasted.split('\n').map((text) => text.trimEnd())
  const separator = ['\t', ';', ','].find((one) => lines[0]?.includes(one)) ?? '\t'
  const cells = lines.map((text) => text.split(separator).map((cell) => cell.trim()))
  const columns = columnsIn(cells[0] ?? [])
  if (!columns) return { ok: false, error: 'headings-unknown', line: 1 }
  const counts: StoredCount[] = []
  for (const [index, row] of cells.entries()) {
    if (index === 0 || row.every((cell) => cell === '')) continue
    const read = rowIn((name) => row[columns[name] ?? -1] ?? '', choices)
    const error = typeof read === 'string' ? read : misfitOf(read, counts)
    if (error !== null) return { ok: false, error, line: index + 1 }
    if (typeof read !== 'string') counts.push(read)
  }
  return counts.length === 0 ? { ok: false, error: 'no-rows', line: 1 } : { ok: true, counts }
}

/** What is wrong with a row beside those before it. */
function misfitOf(read: StoredCount, before: readonly StoredCount[]): RegisterError | null {
  const isSame = (one: StoredCount) =>
    one.municipality === read.municipality && one.size === read.size && one.branch === read.branch
  if (before.some(isSame)) return 'twice'
  const [first = read] = before
  return isToldHalf(first.size, read.size) || isToldHalf(first.branch, read.branch) ? 'told-half' : null
}

function columnsIn(heads: readonly string[]): Readonly<Record<string, number>> | null {
  const found = Object.entries(headings).map(
    ([name, words]) => [name, heads.findIndex((head) => words.includes(head.toLowerCase()))] as const,
  )
  const columns = Object.fromEntries(found)
  return (columns['municipality'] ?? -1) < 0 || (columns['companies'] ?? -1) < 0 ? null : columns
}

function rowIn(cell: (name: string) => string, choices: RegisterChoices): StoredCount | RegisterError {
  const place = cell('municipality').toLowerCase()
  const municipality = choices.municipalities.find(
    ({ code, name }) => code === place || name.toLowerCase() === place,
  )
  if (!municipality) return 'municipality-unknown'
  // A spreadsheet writes the dash of a span in its own way.
  const size = cell('size').replace(/\s|\+/g, '').replace(/[–—]/g, '-')
  const known = choices.sizes.find((one) => one === size)
  if (size !== '' && !known) return 'size-unknown'
  const branch = cell('branch').toUpperCase()
  if (branch !== '' && !choices.branches.includes(branch)) return 'branch-unknown'
  const companies = cell('companies').replace(/\s/g, '')
  if (!/^\d{1,7}$/.test(companies)) return 'count-invalid'
  return {
    municipality: municipality.code,
    size: known ?? null,
    branch: branch || null,
    companies: Number(companies),
  }
}

function isToldHalf(one: string | null, other: string | null): boolean {
  return (one === null) !== (other === null)
}
