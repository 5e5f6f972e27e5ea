import type { Tx } from '#platform/database/connection.ts'
import type { TargetDraft } from './core/target-form.ts'

/** A target as the network keeps it. One that no longer holds is withdrawn and stays readable. */
export interface KeptTarget extends TargetDraft {
  readonly id: string
  readonly indicatorId: string
  readonly withdrawnAt: Date | null
}

const columns = [
  'id',
  'indicatorId',
  'municipality as place',
  'year',
  'value',
  'decidedBy',
  'decidedOn',
  'url',
  'withdrawnAt',
] as const

/** Every target of an indicator that is or has been in force, by its year. */
export async function targetsOf(tx: Tx, indicatorId: string): Promise<readonly KeptTarget[]> {
  return tx
    .selectFrom('target')
    .select(columns)
    .where('indicatorId', '=', indicatorId)
    .orderBy('year')
    .orderBy('decidedOn')
    .orderBy('id')
    .execute()
}

/** Writes a target down. Answers its id. */
export async function addTarget(
  tx: Tx,
  on: { readonly networkId: string; readonly indicatorId: string },
  { place, ...draft }: TargetDraft,
  said: { readonly at: Date; readonly by: string },
): Promise<string> {
  const { id } = await tx
    .insertInto('target')
    .values({ ...on, ...draft, municipality: place, saidAt: said.at, saidBy: said.by })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Marks a target as no longer in force. */
export async function withdrawTarget(
  tx: Tx,
  id: string,
  said: { readonly at: Date; readonly by: string },
): Promise<void> {
  await tx
    .updateTable('target')
    .set({ withdrawnAt: said.at, withdrawnBy: said.by })
    .where('id', '=', id)
    .execute()
}
