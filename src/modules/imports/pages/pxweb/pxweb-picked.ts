import { withCodelists } from '../../pxweb/codelists.ts'
import { codelistsIn, withProposals, type Picked } from '../../pxweb/picking.ts'
import type { Table } from '../../pxweb/table.ts'
import { pickedIn } from './pxweb-addresses.ts'
import type { Asked } from './pxweb-steps.tsx'

/** The table that the address names, divided as it says, and what has been picked of it. */
export async function pickedTable({
  c,
  office,
  signal,
}: Asked): Promise<{ readonly table: Table; readonly picked: Picked }> {
  const said = pickedIn(c.req.query())
  const { table } = await office.table(said['table'] ?? '', signal)
  const divided = await withCodelists(office, table, codelistsIn(table, said), signal)
  return { table: divided, picked: withProposals(divided, said) }
}
