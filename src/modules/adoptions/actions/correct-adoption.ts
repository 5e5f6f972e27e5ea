import type { Context } from '#modules/accounts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { AdoptionFacts, AdoptionPlace } from '../core/adoption.ts'
import * as store from '../store.ts'
import { writeAdoption } from './write-adoption.ts'

/** A version as it is corrected. */
export interface Correction {
  readonly facts: AdoptionFacts
  /** A document to put in the place of the one before, or in the place of none. */
  readonly file: store.SentFile | null
  /** Without the document, where no other was sent. */
  readonly dropsFile: boolean
}

/** Corrects what is known of a version by a revision of it; the one before stays readable. */
export async function correctAdoption(
  context: Context,
  { municipality, version, seen }: AdoptionPlace & { readonly seen: number },
  { facts, file, dropsFile }: Correction,
): Promise<Outcome<null, 'not-allowed' | 'municipality-unknown' | 'adoption-unknown' | 'changed-meanwhile'>> {
  return writeAdoption(context, municipality, async ({ tx, writing, adoptions, record }) => {
    const known = adoptions.find((one) => one.version === version)
    if (!known) return refuse('adoption-unknown')
    if (known.revision !== seen) return refuse('changed-meanwhile')
    const kept = dropsFile ? null : known.file
    const fileId = file ? await store.addFile(tx, writing, municipality, file) : (kept?.id ?? null)
    const place = { municipality, version }
    await store.addRevision(tx, writing, { ...place, revision: seen + 1 }, { facts, fileId })
    await record('adoptions.version-corrected', place, {
      before: stateOf(known, known.file),
      after: stateOf(facts, file ?? kept),
    })
    return done(null)
  })
}

/** What the log keeps of a version. */
function stateOf(facts: AdoptionFacts, document: { readonly name: string } | null) {
  const { name, kind, decidedOn, decidedBy, paragraph, caseNumber, period } = facts
  const { aim, followUp, sources, note, link } = facts
  const decision = { name, kind, decidedOn, decidedBy, paragraph, caseNumber, period }
  return { ...decision, aim, followUp, sources, note, link, file: document?.name ?? null }
}
