import type { Actor, Context } from '#modules/accounts'
import * as jobs from '#modules/jobs'
import type { Tx } from '#platform/database/connection.ts'
import * as store from '../store.ts'

type Asked = Pick<store.Run, 'way' | 'planId'> & Partial<Pick<store.Run, 'replayOf' | 'since'>>

/** Puts a run before the worker, in the transaction that asks for it. */
export async function queueRun(
  tx: Tx,
  { networkId, actor, now }: Pick<Context, 'networkId' | 'now'> & { readonly actor: Pick<Actor, 'personId'> },
  asked: Asked,
): Promise<string> {
  const run = await store.queueRun(tx, networkId, {
    replayOf: null,
    since: null,
    ...asked,
    askedBy: actor.personId,
    askedAt: now,
  })
  await giveToWorker(tx, networkId, run)
  return run
}

/** Puts a run that is written down before the worker. Twice is as once: it is carried out while it is under way. */
export async function giveToWorker(tx: Tx, networkId: string, run: string): Promise<void> {
  await jobs.enqueue(tx, 'imports.carry-out-run', { networkId, run })
}
