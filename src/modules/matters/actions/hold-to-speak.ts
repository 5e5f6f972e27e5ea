import type { Actor } from '#modules/accounts'
import type { Tx } from '#platform/database/connection.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { Seen } from '../core/forms.ts'
import { voiceOf, type Voice } from '../core/speaking.ts'
import * as store from '../thread-store.ts'
import { entriesOf, type Entry, type Written } from '../entry-store.ts'
import type { Matter } from '../thread-store.ts'

export type SpeakRefusal =
  | 'not-allowed'
  | 'matter-unknown'
  | 'matter-closed'
  | 'draft-changed'
  | 'thread-moved'

/** A matter held by somebody who speaks in it, with what they go on writing. */
interface Held {
  readonly matter: Matter
  readonly voice: Voice
  readonly draft: Entry | undefined
  readonly entries: readonly Entry[]
}

/**
 * Holds a matter for somebody who speaks to the company in it. `seen` is what they saw when they began: what a colleague
 * has written since is not written over unseen, and what has been said since is read first.
 */
export async function holdToSpeak(
  tx: Tx,
  actor: Actor,
  id: string,
  { kind, seen, isSent }: { readonly kind: Written['kind']; readonly seen: Seen; readonly isSent: boolean },
): Promise<Outcome<Held, SpeakRefusal>> {
  const matter = await store.heldMatter(tx, id)
  if (!matter) return refuse('matter-unknown')
  const voice = voiceOf(actor, matter)
  if (!voice) return refuse('not-allowed')
  if (matter.state === 'closed' && kind !== 'message') return refuse('matter-closed')
  const entries = await entriesOf(tx, id)
  const draft = draftIn(entries, kind, voice)
  if (draft && draft.version !== seen.draft && draft.personId !== actor.personId)
    return refuse('draft-changed')
  if (isSent && lastOf(entries) !== seen.last) return refuse('thread-moved')
  return done({ matter, voice, draft, entries })
}

/** What one's town hall has begun to write and not sent. */
export function draftIn(
  entries: readonly Entry[],
  kind: Written['kind'],
  { municipality }: Voice,
): Entry | undefined {
  return entries.find(
    (entry) => entry.state !== 'sent' && entry.kind === kind && entry.municipality === municipality,
  )
}

/** The number of the last thing that was said. */
function lastOf(entries: readonly Entry[]): number {
  return Math.max(0, ...entries.filter(({ state }) => state === 'sent').map(({ id }) => id))
}
