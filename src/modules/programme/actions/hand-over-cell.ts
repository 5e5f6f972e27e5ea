import type { Actor, Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { Tx } from '#platform/database/connection.ts'
import { holdWords, latestWord, passOnWord, type Responsible } from '../word-store.ts'
import { historyId, type CellAddress } from './say-words.ts'

/**
 * Passes a cell on, inside a transaction of the one who hands over. Nothing is said anew: day, speaker and content stay.
 * Who may do it is decided by whoever calls, and by the database.
 */
export async function handOverCell(
  tx: Tx,
  { networkId, actor, now }: Pick<Context, 'networkId' | 'now'> & { readonly actor: Actor },
  address: CellAddress,
  { from, to }: { readonly from: Responsible; readonly to: Responsible },
): Promise<Outcome<null, 'cell-unknown' | 'changed-meanwhile'>> {
  const place = { networkId, ...address }
  await holdWords(tx, networkId, address.municipality)
  const before = await latestWord(tx, place)
  if (!before) return refuse('cell-unknown')
  // Whoever hands over has seen who is responsible; somebody may have said another since.
  if (before.word.owner !== from.owner || before.word.deputy !== from.deputy)
    return refuse('changed-meanwhile')
  const passing = { to, by: actor.personId, at: now }
  if (!(await passOnWord(tx, place, before.version, passing))) return refuse('changed-meanwhile')
  await audit.record(tx, {
    networkId,
    by: actor.personId,
    at: now,
    did: 'programme.cell-handed-over',
    on: { kind: 'cell', id: historyId(address) },
    before: before.word,
    after: { ...before.word, ...to },
  })
  return done(null)
}
