import { inTransaction } from '#modules/accounts'
import * as jobs from '#modules/jobs'
import * as mail from '#modules/mail'
import type { Tx } from '#platform/database/connection.ts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { Locale } from '#platform/values/locale.ts'
import { keyMatter } from '../company-store.ts'
import type { NewMatter } from '../core/matter.ts'
import { lockedKeyDraft, removeDraft } from '../draft-store.ts'
import { readDraft } from '../draft/steps.ts'
import { takeDraftFiles } from '../file-store.ts'
import type { MatterPlace } from '../key.ts'
import type { KeyHolder, MatterLetters } from './behind-key.ts'
import { takeIn } from './receive-matter.ts'
import { choicesIn } from './write-step.ts'

export interface Sending {
  readonly secret: string
  readonly locale: Locale
  /** Whether files are looked through before anybody is given them. */
  readonly isScanned: boolean
  readonly letters: MatterLetters
}

/**
 * Sends a draft: it becomes the matter whose id and key it has had from the beginning. Whoever presses the button twice has
 * sent it once.
 */
export async function sendDraft(
  context: KeyHolder,
  sending: Sending,
): Promise<Outcome<'sent' | 'was-sent', 'no-draft' | 'not-finished'>> {
  const { networkId, now } = context
  return inTransaction({ ...context, actor: null }, async (tx) => {
    const draft = await lockedKeyDraft(tx)
    if (!draft) return (await keyMatter(tx)) ? done('was-sent') : refuse('no-draft')
    const said = readDraft(draft.written, await choicesIn(tx))
    if (!said) return refuse('not-finished')
    const place: MatterPlace = { networkId, matter: draft.id }
    const matter: NewMatter = { ...said, way: 'page', entrance: null, locale: sending.locale }
    const received = await takeIn(tx, place, matter, { at: now, by: null, secret: sending.secret })
    // The topics and places were asked for in this transaction, so they are there.
    if (!received.ok) return refuse('not-finished')
    const scan = sending.isScanned ? 'waiting' : 'none'
    const files = await takeDraftFiles(tx, place, { entry: received.value.entry, scan, at: now })
    if (sending.isScanned) await askForScans(tx, place, files)
    await removeDraft(tx, draft.id)
    const { letters } = sending
    const to = matter.sender.contact.email
    if (to !== '') {
      const receipt = letters.receipt(received.value)
      await mail.send(tx, { networkId, to, ...receipt, holdsSecret: true, matter: draft.id }, now)
    }
    return done('sent')
  })
}

/** Has each of those files looked through. */
export async function askForScans(tx: Tx, place: MatterPlace, files: readonly string[]): Promise<void> {
  for (const file of files) await jobs.enqueue(tx, 'matters.scan-file', { ...place, file })
}
