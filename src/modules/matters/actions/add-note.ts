import { inTransaction, type Context } from '#modules/accounts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { NoteForm } from '../core/forms.ts'
import { noteVoiceOf } from '../core/speaking.ts'
import * as notes from '../note-store.ts'
import { matterWith } from '../thread-store.ts'

/** Writes a note that the company does not read: to one's own town hall, or to all who have a part. */
export async function addNote(
  context: Context,
  id: string,
  { text, audience }: NoteForm,
): Promise<Outcome<null, 'not-allowed' | 'matter-unknown'>> {
  const { actor, networkId, now } = context
  if (!actor) return refuse('not-allowed')
  return inTransaction(context, async (tx) => {
    const matter = await matterWith(tx, { id })
    if (!matter) return refuse('matter-unknown')
    const voice = noteVoiceOf(actor, matter)
    if (!voice) return refuse('not-allowed')
    const note = { municipality: voice.municipality, audience, text, by: actor.personId, at: now }
    await notes.addNote(tx, { networkId, matter: id }, note)
    return done(null)
  })
}
