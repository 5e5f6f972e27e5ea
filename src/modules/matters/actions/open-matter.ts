import { inTransaction, type Context } from '#modules/accounts'
import type { Tx } from '#platform/database/connection.ts'
import { noteVoiceOf } from '../core/speaking.ts'
import { takeFile as takeFileOf } from '../entry-store.ts'
import * as store from '../thread-store.ts'
import type { Matter } from '../thread-store.ts'

/** Opens a matter for whoever works on it, and notes that: once a person and day. The company reads who has looked. */
export async function openMatter<Read>(
  context: Context,
  wanted: { readonly year: number; readonly number: number },
  read: (tx: Tx, matter: Matter) => Promise<Read>,
): Promise<Read | null> {
  const { actor, networkId, now } = context
  return inTransaction(context, async (tx) => {
    const matter = await store.matterWith(tx, wanted)
    const voice = matter && noteVoiceOf(actor, matter)
    if (!actor || !matter || !voice) return null
    const reading = { personId: actor.personId, municipality: voice.municipality, at: now }
    await store.noteReading(tx, { networkId, matter: matter.id }, reading)
    return read(tx, matter)
  })
}

/** Takes a file out of a matter, which is noted each time; null where there is none that may be had. */
export async function takeFile(
  context: Context,
  wanted: { readonly year: number; readonly number: number },
  file: string,
) {
  const { actor, networkId, now } = context
  return inTransaction(context, async (tx) => {
    const matter = await store.matterWith(tx, wanted)
    const voice = matter && noteVoiceOf(actor, matter)
    if (!actor || !matter || !voice) return undefined
    return takeFileOf(tx, { networkId, matter: matter.id }, file, {
      personId: actor.personId,
      municipality: voice.municipality,
      at: now,
    })
  })
}
