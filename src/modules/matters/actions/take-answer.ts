import { actorWith, ownAddress } from '#modules/accounts'
import * as audit from '#modules/audit'
import { enqueue } from '#modules/jobs'
import type { MailAnswer, NotSaid } from '#modules/mail'
import { inScope, type Database, type Tx } from '#platform/database/connection.ts'
import type { Locale } from '#platform/values/locale.ts'
import { lockedKeyMatter } from '../company-store.ts'
import { noteVoiceOf, voiceOf } from '../core/speaking.ts'
import { entriesOf, putEntry } from '../entry-store.ts'
import { digestOf, keyOf, type MatterPlace } from '../key.ts'
import { noteReply } from '../reply-store.ts'
import { addCompanyEntry } from '../store.ts'
import { heldMatter } from '../thread-store.ts'
import { resume } from '../time-store.ts'
import { draftIn } from './hold-to-speak.ts'

export interface AnswerParts {
  readonly db: Database
  /** The installation's, from which the private address is derived. */
  readonly secret: string
  /** What stands in an entry of files that came with it and were not taken along. */
  readonly tellOfFiles: (names: readonly string[], locale: Locale) => string
}

const mostCharacters = 20_000

/**
 * Says in a matter what was answered to a letter about it, once however often the mail comes. The company's word stands in
 * the thread. An officer's becomes the draft of their town hall: a letter to a company is sent by a person who has seen it.
 */
export async function takeAnswer(parts: AnswerParts, answer: MailAnswer, now: Date): Promise<NotSaid | null> {
  const place: MatterPlace = { networkId: answer.networkId, matter: answer.matter }
  return answer.reader === null
    ? fromCompany(parts, place, answer, now)
    : fromOfficer(parts, place, { ...answer, reader: answer.reader }, now)
}

async function fromCompany(
  { db, secret, tellOfFiles }: AnswerParts,
  place: MatterPlace,
  answer: MailAnswer,
  at: Date,
): Promise<NotSaid | null> {
  const scope = { networkId: place.networkId, personId: null, key: digestOf(keyOf(secret, place)) }
  return inScope(db, scope, async (tx) => {
    const matter = await lockedKeyMatter(tx)
    if (!matter) return 'no-matter'
    const text = wholeText(answer, (names) => tellOfFiles(names, matter.locale))
    if (text === '') return 'nothing-said'
    if (!(await noteReply(tx, place, answer.message, at))) return null
    await addCompanyEntry(tx, place, { kind: 'message', text, way: 'mail', at })
    if (matter.state === 'waiting') await resume(tx, place, at)
    await note(tx, place, null, at)
    await enqueue(tx, 'matters.tell-of-answer', { networkId: place.networkId, matter: place.matter })
    return null
  })
}

async function fromOfficer(
  { db, tellOfFiles }: AnswerParts,
  place: MatterPlace,
  answer: MailAnswer & { readonly reader: string },
  at: Date,
): Promise<NotSaid | null> {
  return inScope(db, { networkId: place.networkId, personId: answer.reader }, async (tx) => {
    const actor = await actorWith(tx, answer.reader)
    // The letter may have been passed on: only the one whom it went to speaks for the town hall.
    if (!actor || answer.from !== (await ownAddress(tx))) return 'not-the-reader'
    const matter = await heldMatter(tx, place.matter)
    const voice = matter && (voiceOf(actor, matter) ?? noteVoiceOf(actor, matter))
    if (!voice) return 'no-matter'
    const text = wholeText(answer, (names) => tellOfFiles(names, 'sv'))
    if (text === '') return 'nothing-said'
    if (!(await noteReply(tx, place, answer.message, at))) return null
    // Below what is begun there, as a new version of it: what a colleague has open is not written over unseen.
    const draft = draftIn(await entriesOf(tx, place.matter), 'message', voice)
    const whole = draft ? `${draft.text}\n\n${text}` : text
    const entry = {
      kind: 'message',
      way: 'mail',
      steps: null,
      state: 'draft',
      text: whole,
      ...voice,
    } as const
    await putEntry(tx, place, draft, entry, { by: actor.personId, at })
    await note(tx, place, actor.personId, at)
    return null
  })
}

function wholeText({ text, files }: MailAnswer, tellOfFiles: (names: readonly string[]) => string): string {
  const told = files.length === 0 ? '' : tellOfFiles(files.map(({ name }) => name))
  return [text.slice(0, mostCharacters), told].filter((part) => part !== '').join('\n\n')
}

async function note(tx: Tx, { networkId, matter }: MatterPlace, by: string | null, at: Date): Promise<void> {
  await audit.record(tx, {
    networkId,
    by,
    at,
    did: 'matters.answered-by-mail',
    on: { kind: 'matter', id: matter },
  })
}
