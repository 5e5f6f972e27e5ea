import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/database/connection.ts'
import { letterAnswered, letterWithMessageId, type Signing } from '../address.ts'
import {
  isFinal,
  kindOf,
  type DeliveryReport,
  type IncomingFile,
  type IncomingMail,
} from '../core/incoming.ts'
import { writtenIn } from '../core/reply-text.ts'
import { comeFrom, keptMail, settleIncoming, wasTurnedAway, type KeptMail } from '../incoming-store.ts'
import { parseMail } from '../parse.ts'
import { messageWith, noteReturn, type LedgerRow } from '../store.ts'

/** An answer to a letter about a matter. */
export interface MailAnswer {
  readonly networkId: string
  readonly matter: string
  /** The officer whom the letter went to; null is the company. */
  readonly reader: string | null
  /** The address it says that it comes from. */
  readonly from: string
  /** What the mail is known by: it stands in a thread once. */
  readonly message: string
  /** What was written, without what it answers to. */
  readonly text: string
  readonly files: readonly IncomingFile[]
}

/** Why an answer is not said in its matter: that is there no more or long over, the letter was somebody else's, it is empty. */
export type NotSaid = 'no-matter' | 'matter-over' | 'not-the-reader' | 'nothing-said'

/** What becomes of answers, told by the module that knows what they are about. */
export interface AnsweringParts {
  /** Says an answer in its matter; null when it is said. Done twice it must stand there once. */
  readonly answered: (answer: MailAnswer, now: Date) => Promise<NotSaid | null>
  /** Tells whoever wrote that what they answer in is over, and where to turn. */
  readonly turnAway: (answer: MailAnswer, now: Date) => Promise<void>
}

export interface SortParts extends AnsweringParts {
  readonly db: Database
  readonly queueDb: Database
  readonly clock: Clock
  readonly signing: Signing
}

type Sorted = Pick<Parameters<typeof settleIncoming>[2], 'state' | 'reason' | 'matter'>

/** More than this within an hour is no person: two machines that answer each other. */
const mostFromOne = 30
const hour = 3_600_000
/** Whoever answers in what is over is told so once in that time: no loop begins here. */
const aMonth = 30 * 24 * hour

/** Looks at a mail that was kept: an answer is said in its matter, a letter that came back is noted, nothing is lost. */
export async function sortIncoming(parts: SortParts, id: string): Promise<void> {
  const { queueDb, clock } = parts
  const kept = await keptMail(queueDb, id)
  if (!kept || kept.state !== 'waiting') return
  const mail = await read(kept)
  const sorted: Sorted =
    mail === null ? { state: 'unplaced', reason: 'unreadable', matter: null } : await sort(parts, kept, mail)
  const shown = mail ?? { from: '', subject: '', text: '' }
  await settleIncoming(queueDb, kept, { ...shown, text: shown.text.slice(0, 20_000), ...sorted }, clock())
}

async function read({ raw }: KeptMail): Promise<IncomingMail | null> {
  try {
    return await parseMail(raw)
  } catch {
    return null
  }
}

async function sort(parts: SortParts, kept: KeptMail, mail: IncomingMail): Promise<Sorted> {
  const kind = kindOf(mail, (messageId) => letterWithMessageId(messageId) !== null)
  if (kind.kind === 'automatic') return { state: 'automatic', reason: kind.why, matter: null }
  const letter = await letterOf(parts, kept, mail, kind.kind === 'bounce' ? kind.report.about : '')
  if (kind.kind === 'bounce') return bounced(parts, letter, kind.report)
  const since = new Date(kept.cameAt.getTime() - hour)
  if ((await comeFrom(parts.queueDb, kept.networkId, mail.from, since)) >= mostFromOne)
    return { state: 'unplaced', reason: 'too-many', matter: null }
  return letter?.matterId
    ? said(parts, kept, mail, { ...letter, matterId: letter.matterId })
    : noPlace('no-letter')
}

function noPlace(reason: string): Sorted {
  return { state: 'unplaced', reason, matter: null }
}

/** The letter of the same network that a mail answers, or that it says has come back. */
async function letterOf(
  { queueDb, signing }: SortParts,
  { networkId }: KeptMail,
  { to }: IncomingMail,
  about: string,
): Promise<LedgerRow | undefined> {
  const id = letterAnswered(signing, to) ?? letterWithMessageId(about)
  const letter = id === null ? undefined : await messageWith(queueDb, id)
  return letter?.networkId === networkId ? letter : undefined
}

async function bounced(
  { queueDb, clock }: SortParts,
  letter: LedgerRow | undefined,
  report: DeliveryReport,
): Promise<Sorted> {
  if (!letter) return noPlace('bounce')
  const reason = report.reason.slice(0, 500) || 'unknown'
  if (isFinal(report)) await noteReturn(queueDb, letter.id, reason, clock())
  return { state: 'bounce', reason, matter: letter.matterId }
}

async function said(
  { answered, turnAway, queueDb, clock }: SortParts,
  { networkId, sha256, cameAt }: KeptMail,
  { messageId, from, text, files }: IncomingMail,
  letter: LedgerRow & { readonly matterId: string },
): Promise<Sorted> {
  const answer: MailAnswer = {
    networkId,
    matter: letter.matterId,
    reader: letter.readerId,
    from,
    message: messageId || sha256,
    text: writtenIn(text),
    files,
  }
  const refused = await answered(answer, clock())
  const isOver = answer.reader === null && (refused === 'no-matter' || refused === 'matter-over')
  if (isOver && !(await wasTurnedAway(queueDb, networkId, from, new Date(cameAt.getTime() - aMonth))))
    await turnAway(answer, clock())
  return refused === null ? { state: 'placed', reason: null, matter: letter.matterId } : noPlace(refused)
}
