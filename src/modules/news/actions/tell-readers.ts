import { actorWith } from '#modules/accounts'
import { indicatorsWithSeries } from '#modules/indicators'
import * as mail from '#modules/mail'
import type { Clock } from '#platform/clock.ts'
import { inScope, type Database } from '#platform/database/connection.ts'
import { dayOf } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { calendarOf, type Expected } from '../core/expected.ts'
import { monthBefore, monthOf, spanOf, type IsoMonth } from '../core/month.ts'
import type { ReaderKey } from '../leave-code.ts'
import { arrivalsIn, type Arrival } from '../reads.ts'
import { noteTold, readerHere, readersToTell } from '../store.ts'

/** What a letter tells. */
export interface LetterOfNews {
  readonly month: IsoMonth
  readonly arrivals: readonly Arrival[]
  /** What is to come in the month that has begun. */
  readonly expected: readonly Expected[]
  readonly reader: ReaderKey
  readonly locale: Locale
}

export type WriteLetter = (letter: LetterOfNews) => { readonly subject: string; readonly body: string }

interface TellParts {
  readonly db: Database
  readonly queueDb: Database
  readonly clock: Clock
  readonly write: WriteLetter
}

/** Tells every reader what came in the month before. */
export async function tellReaders({ db, queueDb, clock, write }: TellParts): Promise<void> {
  const now = clock()
  const month = monthBefore(monthOf(dayOf(now)))
  for (const reader of await readersToTell(queueDb, month)) await tellOne(db, reader, month, now, write)
}

/** In the reader's own name: what the letter tells is what that person may read. */
async function tellOne(
  db: Database,
  key: ReaderKey,
  month: IsoMonth,
  now: Date,
  write: WriteLetter,
): Promise<void> {
  await inScope(db, key, async (tx) => {
    const reader = await readerHere(tx)
    if (!reader || reader.toldMonth === month) return
    // Who has no role any more is told nothing, and is told again should a role come back.
    if ((await actorWith(tx, key.personId)) === null) return
    const arrivals = await arrivalsIn(tx, spanOf(month))
    if (arrivals.length > 0) {
      const indicators = (await indicatorsWithSeries(tx)).map(({ indicator }) => indicator)
      const { coming } = calendarOf(indicators, dayOf(now))
      const expected = coming.filter(({ on }) => monthOf(on) === monthOf(dayOf(now)))
      const letter = write({ month, arrivals, expected, reader: key, locale: reader.locale })
      await mail.send(tx, { networkId: key.networkId, to: reader.email, ...letter, holdsSecret: true }, now)
    }
    await noteTold(tx, key.personId, month)
  })
}
