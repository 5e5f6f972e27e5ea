import type { Tx } from '#platform/database/connection.ts'

export type Template = Awaited<ReturnType<typeof templatesOf>>[number]

/** What a municipality often writes. */
export async function templatesOf(tx: Tx, municipality: string) {
  return tx
    .selectFrom('answerTemplate')
    .select(['id', 'name', 'text'])
    .where('municipality', '=', municipality)
    .where('removedAt', 'is', null)
    .orderBy('name')
    .execute()
}

interface Saving {
  readonly networkId: string
  readonly municipality: string
  readonly by: string
  readonly at: Date
}

/** A new one, or another wording of the one with that id. */
export async function putTemplate(
  tx: Tx,
  { networkId, municipality, by, at }: Saving,
  { id, name, text }: { readonly id: string | null; readonly name: string; readonly text: string },
): Promise<void> {
  const said = { name, text, editedAt: at, editedBy: by }
  if (id === null)
    await tx
      .insertInto('answerTemplate')
      .values({ networkId, municipality, ...said, removedAt: null })
      .execute()
  else await ownTemplates(tx, municipality, id).set(said).execute()
}

export async function removeTemplate(tx: Tx, { municipality, by, at }: Saving, id: string): Promise<void> {
  await ownTemplates(tx, municipality, id).set({ removedAt: at, editedAt: at, editedBy: by }).execute()
}

function ownTemplates(tx: Tx, municipality: string, id: string) {
  return tx.updateTable('answerTemplate').where('municipality', '=', municipality).where('id', '=', id)
}
