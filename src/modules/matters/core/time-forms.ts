import { z } from 'zod'
import { addDays, isDay, type IsoDay } from '#platform/values/dates.ts'

const typed = z.string().trim().default('')
const day = typed.refine(isDay, 'day-invalid')
const count = (most: number) =>
  typed
    .refine((text) => /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= most, 'days-invalid')
    .transform(Number)

/** How soon the network answers, in working days. The issue messages are names of reasons. */
export const PromiseForm = z
  .object({ firstWordDays: count(30), planDays: count(90) })
  .refine(({ firstWordDays, planDays }) => planDays >= firstWordDays, {
    path: ['planDays'],
    message: 'plan-before-word',
  })
export type PromiseForm = z.infer<typeof PromiseForm>

/** A day on which a town hall is closed, or closes at noon. */
export const ClosedDayForm = z.object({
  /** The code of the municipality; empty for the whole network. */
  municipality: typed.transform((code) => code || null),
  day,
  opens: z.enum(['not', 'till-noon', 'as-usual']).catch('not'),
  name: typed.refine((text) => [...text].length <= 80, 'name-too-long'),
})
export type ClosedDayForm = z.infer<typeof ClosedDayForm>

/** When somebody is away, and who answers meanwhile; empty leaves it to the deputy of the desk. */
export const AbsenceForm = z
  .object({
    person: z.uuid('person-missing').catch(''),
    fromDay: day,
    untilDay: day,
    deputy: typed.transform((id) => id || null),
  })
  .refine(({ person }) => person !== '', { path: ['person'], message: 'person-missing' })
  .refine(({ fromDay, untilDay }) => !isDay(fromDay) || !isDay(untilDay) || untilDay >= fromDay, {
    path: ['untilDay'],
    message: 'ends-before',
  })
  .refine(({ person, deputy }) => deputy !== person, { path: ['deputy'], message: 'own-deputy' })
export type AbsenceForm = z.infer<typeof AbsenceForm>

/** Days further away than this are a slip of the pen. */
const furthest = 800

/** Why a day cannot be said: it has passed, or is too far away. */
export function whyNotDay(one: IsoDay, today: IsoDay): 'day-passed' | 'day-too-far' | null {
  if (one < today) return 'day-passed'
  return one > addDays(today, furthest) ? 'day-too-far' : null
}
