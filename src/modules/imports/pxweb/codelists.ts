import type { StatisticsOffice } from './office.ts'
import { withCodelist, type Table } from './table.ts'

/** The table with the chosen divisions of its variables, each fetched from the office. */
export async function withCodelists(
  office: StatisticsOffice,
  table: Table,
  chosen: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Promise<Table> {
  let divided = table
  for (const [variable, id] of Object.entries(chosen)) {
    const read = await office.codelist(id, signal)
    if (read) divided = withCodelist(divided, variable, read.codelist)
  }
  return divided
}
