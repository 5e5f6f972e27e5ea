import type { Tx } from '#platform/database/connection.ts'
import type { MatterPlace } from './key.ts'

export type Note = Awaited<ReturnType<typeof notesOf>>[number]

/** What is said inside, the newest first: one's own town hall's, and what is shared among the parts. */
export async function notesOf(tx: Tx, matter: string) {
  return tx
    .selectFrom('matterNote')
    .leftJoin('person', 'person.id', 'matterNote.writtenBy')
    .select([
      'matterNote.id',
      'matterNote.municipality',
      'matterNote.audience',
      'matterNote.text',
      'matterNote.writtenAt',
      'person.name as writer',
    ])
    .where('matterNote.matterId', '=', matter)
    .orderBy('matterNote.id', 'desc')
    .execute()
}

export async function addNote(
  tx: Tx,
  { networkId, matter: matterId }: MatterPlace,
  note: {
    readonly municipality: string | null
    readonly audience: 'own' | 'parts'
    readonly text: string
    readonly by: string
    readonly at: Date
  },
): Promise<void> {
  const { municipality, audience, text, by, at } = note
  await tx
    .insertInto('matterNote')
    .values({ networkId, matterId, municipality, audience, text, writtenBy: by, writtenAt: at })
    .execute()
}
