import { z } from 'zod'
import type { IsoDay } from '#platform/values/dates.ts'
import { daysLate, standingOf, standings, type Commitment } from './commitment.ts'
import { fates, type Point } from './summary.ts'

const kinds = ['leadership', 'company', 'guest', 'host'] as const

/** What had come of an event when so many days had gone: as it was told then, and as it is kept. */
export const Returned = z.object({
  points: z.array(
    z.object({
      question: z.string().nullable(),
      text: z.string(),
      fate: z.enum(fates),
      fateText: z.string(),
    }),
  ),
  commitments: z.array(
    z.object({
      id: z.string(),
      what: z.string(),
      byDay: z.string(),
      promiserKind: z.enum(kinds),
      receiverKind: z.enum(kinds).nullable(),
      shownName: z.string(),
      shownReceiver: z.string(),
      standing: z.enum(standings),
      because: z.string(),
      daysLate: z.number().int(),
      isExample: z.boolean(),
    }),
  ),
  /** Of the promises that are not for everybody: how many stood how. */
  inner: z.array(z.object({ state: z.string(), count: z.number().int() })),
})
export type Returned = z.infer<typeof Returned>

/** The picture of a day. Nothing that is for everybody is left out, least of all what was not kept. */
export function returnedOn(
  today: IsoDay,
  known: {
    readonly points: readonly Point[]
    readonly commitments: readonly Commitment[]
    readonly inner: readonly { readonly state: string; readonly count: number }[]
  },
): Returned {
  return {
    points: known.points.map(({ question, text, fate, fateText }) => ({ question, text, fate, fateText })),
    commitments: known.commitments
      .filter(({ isPublic, confirmedAt, state }) => isPublic && confirmedAt !== null && state !== 'denied')
      .map((one) => ({
        id: one.id,
        what: one.what,
        byDay: one.byDay,
        promiserKind: one.promiserKind,
        receiverKind: one.receiverKind,
        shownName: one.shownName,
        shownReceiver: one.shownReceiver,
        standing: standingOf(one, today),
        because: one.because,
        daysLate: daysLate(one, today),
        isExample: one.isExample,
      })),
    inner: [...known.inner],
  }
}
