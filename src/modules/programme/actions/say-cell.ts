import { colleaguesIn, inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { Tx } from '#platform/database/connection.ts'
import { unspoken, type Word } from '../core/cell.ts'
import type { CellForm } from '../core/cell-form.ts'
import { changedFields } from '../core/history.ts'
import { maySayCell } from '../core/policy.ts'
import { cellGrid } from '../store.ts'
import * as store from '../word-store.ts'

export type SayCellRefusal =
  | 'not-allowed'
  | 'cell-unknown'
  | 'intervention-retired'
  | 'owner-not-here'
  | 'deputy-not-here'
  | 'changed-meanwhile'

export interface CellAddress {
  /** The municipality's code. */
  readonly municipality: string
  readonly intervention: string
}

/**
 * An officer says how an intervention stands in their municipality. Saying the same thing again is a fresh word too.
 * Nothing is overwritten that the officer has not seen: the form carries the version it was filled in against.
 */
export async function sayCell(
  context: Context,
  address: CellAddress,
  form: CellForm,
): Promise<Outcome<null, SayCellRefusal>> {
  const { actor, networkId, now } = context
  if (!actor || !maySayCell(actor, address.municipality).may) return refuse('not-allowed')
  const place = { networkId, ...address }
  const { version, ...word } = form

  return inTransaction(context, async (tx) => {
    const refusal = (await whyNoSuchCell(tx, address)) ?? (await whoIsNotHere(tx, address.municipality, word))
    if (refusal) return refuse(refusal)
    const before = await store.latestWord(tx, place)
    if ((before?.version ?? unspoken) !== version) return refuse('changed-meanwhile')
    const saying = { word, by: actor.personId, at: now }
    if (!(await store.addWord(tx, place, version, saying))) return refuse('changed-meanwhile')
    const isSame = before !== undefined && changedFields(before.word, word).length === 0
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: isSame ? 'programme.cell-said-again' : 'programme.cell-said',
      on: { kind: 'cell', id: historyId(address) },
      before: before?.word,
      after: word,
    })
    return done(null)
  })
}

/** The name under which the audit log keeps a cell's history. */
export function historyId({ municipality, intervention }: CellAddress): string {
  return `${municipality}/${intervention}`
}

async function whyNoSuchCell(
  tx: Tx,
  address: CellAddress,
): Promise<'cell-unknown' | 'intervention-retired' | null> {
  const { entries } = await cellGrid(tx, address)
  const [entry] = entries
  if (!entry) return 'cell-unknown'
  return entry.intervention.isRetired ? 'intervention-retired' : null
}

async function whoIsNotHere(
  tx: Tx,
  municipality: string,
  word: Word,
): Promise<'owner-not-here' | 'deputy-not-here' | null> {
  const here = new Set((await colleaguesIn(tx, municipality)).map(({ id }) => id))
  if (word.owner !== null && !here.has(word.owner)) return 'owner-not-here'
  if (word.deputy !== null && !here.has(word.deputy)) return 'deputy-not-here'
  return null
}
