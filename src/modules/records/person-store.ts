import type { Tx } from '#platform/database/connection.ts'
import type { Held, PersonSought } from '#platform/values/records.ts'

/** Whether a person signs in here themselves; their roles end on the page of people. */
export async function heldAccounts(tx: Tx, { text }: PersonSought): Promise<readonly Held[]> {
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'name', 'email'])
    .where((eb) => eb.or([eb(eb.fn('lower', ['email']), '=', text.toLowerCase()), eb('name', '=', text)]))
    .limit(20)
    .execute()
  return rows.map(({ id, name, email }) => ({
    kind: 'account',
    id,
    number: name,
    data: { name, email },
    kept: 'account',
  }))
}
