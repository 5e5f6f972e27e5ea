import { actorWith, ownAddress } from '#modules/accounts'
import * as audit from '#modules/audit'
import * as mail from '#modules/mail'
import type { MailAnswer, NotSaid } from '#modules/mail'
import { inScope, type Database, type Tx } from '#platform/database/connection.ts'
import type { Locale } from '#platform/values/locale.ts'
import { shortened } from '#platform/values/cleaned.ts'
import { lockedKeyMatter, type OwnMatter } from '../company-store.ts'
import { noteVoiceOf, voiceOf, type Voice } from '../core/speaking.ts'
import { entriesOf, putEntry } from '../entry-store.ts'
import { addFiles, lookAt, type SentFile, type SentFileProblem } from '../file-store.ts'
import { digestOf, keyOf, type MatterPlace } from '../key.ts'
import { noteReply } from '../reply-store.ts'
import { addCompanyEntry } from '../store.ts'
import { heldMatter } from '../thread-store.ts'
import { resume } from '../time-store.ts'
import { tellAnswerers } from './behind-key.ts'
import { draftIn } from './hold-to-speak.ts'
import { takeUpAgain } from './reopen.ts'
import { askForScans } from './send-draft.ts'
import { mostFiles } from './write-step.ts'

export interface AnswerParts {
  readonly db: Database
  /** The installation's, from which the private address is derived. */
  readonly secret: string
  /** Whether files are looked through before anybody is given them. */
  readonly isScanned: boolean
  /** What stands in an entry of files that came with it. */
  readonly tellOfFiles: (
    files: { readonly taken: readonly string[]; readonly refused: readonly RefusedFile[] },
    locale: Locale,
  ) => string
  /** What an officer is told of a mail of theirs: that it waits for them, and of files that do not go with it. */
  readonly tellOfDraft: (
    matter: { readonly year: number; readonly number: number },
    mailed: { readonly isKept: boolean; readonly files: readonly string[] },
  ) => { readonly subject: string; readonly body: string }
  /** What a file without a name is called. */
  readonly unnamed: (locale: Locale) => string
}

const mostCharacters = 20_000

/**
 * Says in a matter what was answered to a letter about it, once however often the mail comes. The company's word stands in
 * the thread. An officer's becomes the draft of their town hall, and they are told: a letter to a company is sent by a person who has seen it.
 */
export async function takeAnswer(parts: AnswerParts, answer: MailAnswer, now: Date): Promise<NotSaid | null> {
  const place: MatterPlace = { networkId: answer.networkId, matter: answer.matter }
  return answer.reader === null
    ? fromCompany(parts, place, answer, now)
    : fromOfficer(parts, place, { ...answer, reader: answer.reader }, now)
}

async function fromCompany(
  parts: AnswerParts,
  place: MatterPlace,
  answer: MailAnswer,
  at: Date,
): Promise<NotSaid | null> {
  const scope = { networkId: place.networkId, personId: null, key: digestOf(keyOf(parts.secret, place)) }
  return inScope(parts.db, scope, async (tx) => {
    const matter = await lockedKeyMatter(tx)
    if (!matter) return 'no-matter'
    if (isLongOver(matter, at)) return 'matter-over'
    const { files, refused } = filesIn(answer, parts.unnamed(matter.locale))
    const text = wholeText(
      answer,
      parts.tellOfFiles({ taken: files.map(({ name }) => name), refused }, matter.locale),
    )
    if (text === '') return 'nothing-said'
    if (!(await noteReply(tx, place, answer.message, at))) return null
    const entry = await say(tx, place, matter, text, at)
    const { isScanned } = parts
    const added = await addFiles(tx, place, files, { entry, scan: isScanned ? 'waiting' : 'none', at })
    if (isScanned) await askForScans(tx, place, added)
    await note(tx, place, null, at)
    return null
  })
}

/** What is said on a closed matter would reach nobody, so it is reopened instead, as on the page. */
async function say(tx: Tx, place: MatterPlace, matter: OwnMatter, text: string, at: Date): Promise<number> {
  if (matter.state === 'closed') return takeUpAgain(tx, place, matter, { text, way: 'mail', at })
  const entry = await addCompanyEntry(tx, place, { kind: 'message', text, way: 'mail', at })
  if (matter.state === 'waiting') await resume(tx, place, at)
  await tellAnswerers(tx, place, 'said')
  return entry
}

/** For so long what a company has taken back is taken up again by a mail. By the page it always is. */
const daysWithdrawn = 90

function isLongOver({ outcome, closedAt }: OwnMatter, at: Date): boolean {
  return (
    outcome === 'withdrawn' &&
    closedAt !== null &&
    at.getTime() - closedAt.getTime() > daysWithdrawn * 86_400_000
  )
}

interface RefusedFile {
  readonly name: string
  readonly problem: SentFileProblem | 'file-one-too-many'
}

/** The files of a mail that are taken, as they are from the page, and those that are not. */
function filesIn({ files }: MailAnswer, unnamed: string) {
  const taken: SentFile[] = []
  const refused: RefusedFile[] = []
  for (const file of files) {
    const name = shortened(file.name, 60) || unnamed
    const looked =
      taken.length === mostFiles
        ? { problem: 'file-one-too-many' as const }
        : lookAt(file.name, file.bytes, unnamed)
    if ('problem' in looked) refused.push({ name, problem: looked.problem })
    else taken.push(looked)
  }
  return { files: taken, refused }
}

async function fromOfficer(
  { db, unnamed, tellOfDraft }: AnswerParts,
  place: MatterPlace,
  answer: MailAnswer & { readonly reader: string },
  at: Date,
): Promise<NotSaid | null> {
  return inScope(db, { networkId: place.networkId, personId: answer.reader }, async (tx) => {
    const actor = await actorWith(tx, answer.reader)
    const to = await ownAddress(tx)
    // The letter may have been passed on: only the one whom it went to speaks for the town hall.
    if (!actor || to === null || answer.from !== to) return 'not-the-reader'
    const matter = await heldMatter(tx, place.matter)
    const voice = matter && (voiceOf(actor, matter) ?? noteVoiceOf(actor, matter))
    if (!voice) return 'no-matter'
    const text = answer.text.slice(0, mostCharacters)
    const files = answer.files.map(({ name }) => shortened(name, 60) || unnamed('sv'))
    if (text === '' && files.length === 0) return 'nothing-said'
    if (!(await noteReply(tx, place, answer.message, at))) return null
    if (text !== '') await addToDraft(tx, place, { text, voice, by: actor.personId, at })
    const letter = tellOfDraft(matter, { isKept: text !== '', files })
    await mail.send(
      tx,
      {
        networkId: place.networkId,
        to,
        ...letter,
        holdsSecret: false,
        matter: place.matter,
        reader: actor.personId,
      },
      at,
    )
    await note(tx, place, actor.personId, at)
    return null
  })
}

interface Drafting {
  readonly text: string
  readonly voice: Voice
  readonly by: string
  readonly at: Date
}

/** Below what is begun there, as a new version of it: what a colleague has open is not written over unseen. */
async function addToDraft(tx: Tx, place: MatterPlace, { text, voice, by, at }: Drafting): Promise<void> {
  const draft = draftIn(await entriesOf(tx, place.matter), 'message', voice)
  const whole = draft ? `${draft.text}\n\n${text}` : text
  const entry = { kind: 'message', way: 'mail', steps: null, state: 'draft', text: whole, ...voice } as const
  await putEntry(tx, place, draft, entry, { by, at })
}

function wholeText({ text }: MailAnswer, told: string): string {
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
