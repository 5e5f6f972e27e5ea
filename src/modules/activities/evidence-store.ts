import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import type { Evidence } from './core/activity.ts'
import type { EvidenceForm } from './core/evidence-form.ts'
import { personOf } from './store.ts'

/** What shows that an activity happens, what was withdrawn too, the newest first. */
export async function evidenceOf(tx: Tx, activity: string): Promise<readonly Evidence[]> {
  return (await evidenceRows(tx).where('activityId', '=', activity).execute()).map(evidenceIn)
}

/** The same for every activity, by its id. */
export async function allEvidence(tx: Tx): Promise<ReadonlyMap<string, readonly Evidence[]>> {
  const rows = await evidenceRows(tx).execute()
  const byActivity = Map.groupBy(rows, ({ activityId }) => activityId)
  return new Map([...byActivity].map(([id, some]) => [id, some.map(evidenceIn)]))
}

function evidenceRows(tx: Tx) {
  return tx
    .selectFrom('evidence')
    .leftJoin('person as adder', 'adder.id', 'evidence.addedBy')
    .leftJoin('person as withdrawer', 'withdrawer.id', 'evidence.withdrawnBy')
    .select([
      'evidence.activityId',
      'evidence.id',
      'evidence.title',
      'evidence.address',
      'evidence.addedAt',
      'evidence.addedBy',
    ])
    .select(['evidence.withdrawnAt', 'evidence.withdrawnBy'])
    .select(['adder.name as adderName', 'withdrawer.name as withdrawerName'])
    .where(sql<boolean>`added_at <= as_of()`)
    .orderBy('addedAt', 'desc')
    .orderBy('evidence.id')
}

function evidenceIn(row: Awaited<ReturnType<ReturnType<typeof evidenceRows>['execute']>>[number]): Evidence {
  const { id, title, address, addedAt, withdrawnAt } = row
  return {
    id,
    title,
    address,
    addedAt,
    addedBy: personOf(row.addedBy, row.adderName),
    withdrawn: withdrawnAt && { at: withdrawnAt, by: personOf(row.withdrawnBy, row.withdrawerName) },
  }
}

interface Doing {
  readonly networkId: string
  readonly activity: string
  readonly by: string
  readonly at: Date
}

export async function addEvidence(
  tx: Tx,
  { networkId, activity, by, at }: Doing,
  { title, address }: EvidenceForm,
): Promise<void> {
  await tx
    .insertInto('evidence')
    .values({ networkId, activityId: activity, title, address, addedAt: at, addedBy: by })
    .execute()
}

/** Withdraws evidence that stands; answers what it was, or undefined when there is none. */
export async function withdrawEvidence(
  tx: Tx,
  { networkId, activity, by, at }: Doing,
  id: string,
): Promise<EvidenceForm | undefined> {
  return tx
    .updateTable('evidence')
    .set({ withdrawnAt: at, withdrawnBy: by })
    .where('networkId', '=', networkId)
    .where('activityId', '=', activity)
    .where('id', '=', id)
    .where('withdrawnAt', 'is', null)
    .returning(['title', 'address'])
    .executeTakeFirst()
}
