import type { Context } from '#modules/accounts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { AdoptionFacts } from '../core/adoption.ts'
import * as store from '../store.ts'
import { writeAdoption } from './write-adoption.ts'

/** A version as it is entered. */
export interface Entry {
  readonly facts: AdoptionFacts
  /** The document itself, where it was sent along. */
  readonly file: store.SentFile | null
}

/**
 * Enters what a municipality has adopted as its next version. Answers the version's number. `seen` is the number of the last
 * version that whoever enters it knew of: a form sent twice enters one.
 */
export async function enterAdoption(
  context: Context,
  { municipality, seen }: { readonly municipality: string; readonly seen: number },
  { facts, file }: Entry,
): Promise<Outcome<number, 'not-allowed' | 'municipality-unknown' | 'changed-meanwhile'>> {
  return writeAdoption(context, municipality, async ({ tx, writing, adoptions, record }) => {
    const last = adoptions.at(-1)?.version ?? 0
    if (last !== seen) return refuse('changed-meanwhile')
    const place = { municipality, version: last + 1 }
    await store.addAdoption(tx, writing, place)
    const fileId = file && (await store.addFile(tx, writing, municipality, file))
    await store.addRevision(tx, writing, { ...place, revision: 1 }, { facts, fileId })
    await record('adoptions.version-entered', place, { after: { ...facts, file: file?.name ?? null } })
    return done(place.version)
  })
}
