import type { Tx } from '#platform/database/connection.ts'
import type { Step } from './core/plan.ts'
import { fileToHandOut } from './file-store.ts'
import type { MatterPlace } from './key.ts'

/** What has been said, and what one's own town hall has begun to write. */
export type Entry = Awaited<ReturnType<typeof entriesOf>>[number]

/** The thread in its order; a town hall's own drafts are among it. */
export async function entriesOf(tx: Tx, matter: string) {
  return tx
    .selectFrom('matterEntry')
    .leftJoin('person', 'person.id', 'matterEntry.personId')
    .select([
      'matterEntry.id',
      'matterEntry.side',
      'matterEntry.kind',
      'matterEntry.municipality',
      'matterEntry.personId',
      'person.name as person',
      'matterEntry.text',
      'matterEntry.way',
      'matterEntry.state',
      'matterEntry.version',
      'matterEntry.steps',
      'matterEntry.writtenAt',
      'matterEntry.finishedAt',
      'matterEntry.sentAt',
    ])
    .where('matterEntry.matterId', '=', matter)
    .orderBy('matterEntry.id')
    .execute()
}

/** What an entry of a town hall is, whether it is sent or not. */
export interface Written {
  readonly kind: 'message' | 'plan' | 'outcome'
  readonly municipality: string | null
  readonly text: string
  readonly way: 'page' | 'mail' | 'phone' | 'visit'
  readonly steps: readonly Step[] | null
  readonly state: 'draft' | 'finished' | 'sent'
}

interface Writing {
  readonly by: string
  readonly at: Date
}

/** Begins an entry, or goes on with the draft that is there. */
export async function putEntry(
  tx: Tx,
  { networkId, matter: matterId }: MatterPlace,
  draft: Pick<Entry, 'id' | 'version' | 'finishedAt'> | undefined,
  { kind, municipality, text, way, steps, state }: Written,
  { by, at }: Writing,
): Promise<void> {
  const finishedAt = state === 'draft' ? null : (draft?.finishedAt ?? at)
  const said = {
    text,
    steps: steps === null ? null : JSON.stringify(steps),
    state,
    personId: by,
    writtenAt: at,
    finishedAt,
    sentAt: state === 'sent' ? at : null,
  }
  // How it reached the company is said when it is begun: what was said on the phone is no draft.
  if (draft)
    await tx
      .updateTable('matterEntry')
      .set({ ...said, version: draft.version + 1 })
      .where('networkId', '=', networkId)
      .where('id', '=', draft.id)
      .execute()
  else
    await tx
      .insertInto('matterEntry')
      .values({ networkId, matterId, side: 'town-hall', kind, municipality, way, ...said })
      .execute()
}

/** A file with its bytes, and a note of who took it. */
export async function takeFile(
  tx: Tx,
  { networkId, matter: matterId }: MatterPlace,
  file: string,
  { personId, municipality, at }: { personId: string; municipality: string | null; at: Date },
) {
  const found = await fileToHandOut(tx, matterId, file)
  if (!found) return undefined
  await tx
    .insertInto('matterAccess')
    .values({ networkId, matterId, personId, municipality, did: 'file', at })
    .execute()
  return found
}
