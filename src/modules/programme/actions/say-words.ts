import { colleaguesIn } from '#modules/accounts'
import * as audit from '#modules/audit'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { Tx } from '#platform/database/connection.ts'
import { unspoken, wordOf } from '../core/cell.ts'
import type { CellForm } from '../core/cell-form.ts'
import type { GridEntry } from '../core/cell-grid.ts'
import { changedFields } from '../core/history.ts'
import { maySay, type Vocabulary } from '../core/vocabulary.ts'
import { vocabularyOf } from '../framework-store.ts'
import { cellsOf } from '../store.ts'
import { addWord, holdWords } from '../word-store.ts'

export type WordRefusal =
  | 'cell-unknown'
  | 'intervention-retired'
  | 'status-out-of-use'
  | 'owner-not-here'
  | 'deputy-not-here'
  | 'changed-meanwhile'

export interface CellAddress {
  /** The municipality's code. */
  readonly municipality: string
  readonly intervention: string
}

/** Who speaks, where and when. */
export interface Speaker {
  readonly networkId: string
  readonly by: string
  readonly at: Date
}

/** The name under which the audit log keeps a cell's history. */
export function historyId({ municipality, intervention }: CellAddress): string {
  return `${municipality}/${intervention}`
}

/**
 * Says a municipality's words on one or several interventions, in the caller's transaction: all of them, or none and
 * why not, by intervention. Whether the speaker may is the caller's to ask; the database refuses it once more. Saying the
 * same thing again is a fresh word too. Nothing is overwritten that the speaker has not seen: each form carries the
 * version it was filled in against.
 */
export async function sayWords(
  tx: Tx,
  speaker: Speaker,
  municipality: string,
  forms: ReadonlyMap<string, CellForm>,
): Promise<Outcome<null, ReadonlyMap<string, WordRefusal>>> {
  const { networkId, by, at } = speaker
  await holdWords(tx, networkId, municipality)
  const said = [...forms].map(([intervention, form]) => ({ intervention, form }))
  const column = await cellsOf(tx, municipality, [...forms.keys()])
  const here = new Set((await colleaguesIn(tx, municipality)).map(({ id }) => id))
  const vocabulary = await vocabularyOf(tx)
  const refusals = said.flatMap(({ intervention, form }): [string, WordRefusal][] => {
    const refusal = whyNot(column.get(intervention), form, { here, vocabulary })
    return refusal ? [[intervention, refusal]] : []
  })
  if (refusals.length > 0) return refuse(new Map(refusals))

  for (const { intervention, form } of said) {
    const { version, ...word } = form
    const cell = column.get(intervention)?.cell ?? null
    const before = cell ? wordOf(cell) : undefined
    const address = { municipality, intervention }
    await addWord(tx, { networkId, ...address }, version, { word, by, at })
    await audit.record(tx, {
      networkId,
      by,
      at,
      did:
        before && changedFields(before, word).length === 0
          ? 'programme.cell-said-again'
          : 'programme.cell-said',
      on: { kind: 'cell', id: historyId(address) },
      before,
      after: word,
    })
  }
  return done(null)
}

interface Asked {
  /** Who holds a role in the municipality. */
  readonly here: ReadonlySet<string>
  readonly vocabulary: Vocabulary
}

function whyNot(
  entry: GridEntry | undefined,
  { version, owner, deputy, status }: CellForm,
  { here, vocabulary }: Asked,
): WordRefusal | null {
  if (!entry) return 'cell-unknown'
  if (entry.intervention.isRetired) return 'intervention-retired'
  if (!maySay(vocabulary, status, entry.cell?.status)) return 'status-out-of-use'
  if (owner !== null && !here.has(owner)) return 'owner-not-here'
  if (deputy !== null && !here.has(deputy)) return 'deputy-not-here'
  return (entry.cell?.version ?? unspoken) === version ? null : 'changed-meanwhile'
}
