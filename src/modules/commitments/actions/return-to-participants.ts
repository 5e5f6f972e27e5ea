import { ownAddress } from '#modules/accounts'
import { isAbsent } from '#modules/event-day'
import * as mail from '#modules/mail'
import {
  digestOf,
  eventWith,
  keyOf,
  questionsOf,
  writeTo,
  type Event,
  type Written,
} from '#modules/roundtable'
import type { Clock } from '#platform/clock.ts'
import { inScope, type Database, type Tx } from '#platform/database/connection.ts'
import { addDays, dayOf, type IsoDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { commitmentsIn, innerCommitments } from '../commitment-store.ts'
import { returnDays, summaryDays, type ReturnDays } from '../core/ladder.ts'
import { returnedOn, type Returned } from '../core/returned.ts'
import type { Point } from '../core/summary.ts'
import { contactHere } from '../note-store.ts'
import * as store from '../summary-store.ts'

/** What those who were there are told: the summary, or what had come of it after so many days. */
export type Told = 'summary' | ReturnDays

export interface ReturnParts {
  readonly db: Database
  readonly queueDb: Database
  readonly clock: Clock
  readonly secret: string
  readonly write: (
    told: Told,
    event: Event,
    reader: { key: string; locale: Locale; isAbsent: boolean; returned: Returned; intro: string },
  ) => Written
  readonly writeCountdown: (event: Event, lastDay: IsoDay) => Written
}

/** Until how long after it was sent the summary is written of to who has not been told, such as after a break. */
const daysToTell = 30

/**
 * Makes the pages of what came of each event when their day has come, and writes to everybody who came: of the summary
 * and of each page once. Who had said yes and could not come gets the summary, in words for them, and no more. Reminds the coordinator of a summary that is not sent.
 */
export async function returnToParticipants(parts: ReturnParts): Promise<void> {
  const today = dayOf(parts.clock())
  for (const held of await store.heldEvents(parts.queueDb, today)) {
    if (held.sentAt === null && today >= addDays(held.onDay, summaryDays.remind)) await countDown(parts, held)
    // After a time when nothing ran, the latest page is made and not those that nobody could have read.
    const due = returnDays.filter((days) => today >= addDays(held.onDay, days)).at(-1)
    if (due !== undefined && !held.returned.includes(due)) await makeReturn(parts, held, due)
    if (held.sentAt !== null && dayOf(held.sentAt) >= addDays(today, -daysToTell))
      await tell(parts, held, 'summary')
    if (due !== undefined) await tell(parts, held, due)
  }
}

async function makeReturn(parts: ReturnParts, held: store.HeldEvent, days: ReturnDays): Promise<void> {
  const { db, queueDb, clock, secret } = parts
  const { networkId, event, somebody } = held
  if (somebody === null) return
  const at = clock()
  const key = digestOf(keyOf(secret, { networkId, participant: somebody }))
  const content = await inScope(db, { networkId, personId: null, key }, async (tx) =>
    pictureOf(tx, event, dayOf(at)),
  )
  await store.putReturn(queueDb, { networkId, event }, { days, content, at })
}

/** What has come of an event by today, as everybody may know it. */
async function pictureOf(tx: Tx, event: string, today: IsoDay): Promise<Returned> {
  const isSent = (await store.summaryOf(tx, event))?.sentAt
  const questions = await questionsOf(tx, event)
  const points = isSent ? withQuestions(await store.pointsOf(tx, event), questions) : []
  const commitments = await commitmentsIn(tx, { event })
  return returnedOn(today, { points, commitments, inner: await innerCommitments(tx, event) })
}

function withQuestions(
  points: readonly Point[],
  questions: readonly { readonly id: string; readonly text: string }[],
): readonly Point[] {
  return points.map((point) => ({
    ...point,
    question: questions.find(({ id }) => id === point.question)?.text ?? null,
  }))
}

async function tell(parts: ReturnParts, { networkId, event }: store.EventPlace, told: Told): Promise<void> {
  const { db, queueDb, clock, secret, write } = parts
  const now = clock()
  const what = told === 'summary' ? told : (`return-${told}` as const)
  for (const reader of await store.untold(queueDb, { networkId, event }, what)) {
    const key = keyOf(secret, { networkId, participant: reader })
    await inScope(db, { networkId, personId: null, key: digestOf(key) }, async (tx) => {
      const found = await eventWith(tx, event)
      const contact = await contactHere(tx)
      const wasAbsent = await isAbsent(tx, { event, participant: reader })
      if (!found || !contact || (wasAbsent && told !== 'summary')) return
      const returned = await pictureOf(tx, event, dayOf(now))
      const intro = (await store.summaryOf(tx, event))?.intro ?? ''
      const letter = write(told, found, { key, locale: contact.locale, isAbsent: wasAbsent, returned, intro })
      const to = { participant: reader, email: contact.email, occasion: what }
      await writeTo(tx, to, letter, { networkId, at: now, by: null })
    })
  }
}

async function countDown(parts: ReturnParts, { networkId, event, onDay }: store.HeldEvent): Promise<void> {
  const { db, queueDb, clock, writeCountdown } = parts
  const now = clock()
  for (const reader of await store.coordinatorsOf(queueDb, networkId))
    await inScope(db, { networkId, personId: reader }, async (tx) => {
      const found = await eventWith(tx, event)
      const to = await ownAddress(tx)
      if (!found || to === null) return
      if (!(await store.noteCountdown(tx, { networkId, event }, { reader, at: now }))) return
      const letter = writeCountdown(found, addDays(onDay, summaryDays.within))
      await mail.send(tx, { networkId, to, ...letter, holdsSecret: false }, now)
    })
}
