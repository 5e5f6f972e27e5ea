import { z } from 'zod'
import type { IsoDay } from '#platform/values/dates.ts'
import { addWorkingDays, isWorkingDay } from '#platform/values/working-days.ts'
import { longest, upTo } from './fields.ts'

/** What a company was promised, by whom and by when, and whether it was kept. */
export interface GivenPromise {
  readonly id: string
  readonly visit: string
  readonly company: { readonly id: string; readonly name: string }
  readonly municipality: string
  readonly text: string
  readonly dueOn: IsoDay
  /** The owner's id; null for nobody any more. */
  readonly owner: string | null
  readonly outcome: 'kept' | 'not-kept' | null
  /** Why it was not kept, or what came of it. */
  readonly because: string
  readonly settledAt: Date | null
}

/** How a promise went. */
export const SettleForm = z
  .object({
    outcome: z.enum(['kept', 'not-kept'], 'outcome-missing'),
    because: upTo(longest.promise),
  })
  .refine(({ outcome, because }) => outcome === 'kept' || because !== '', {
    path: ['because'],
    error: 'because-missing',
  })
export type SettleForm = z.infer<typeof SettleForm>

/** Why its owner is written to. */
export type Occasion = 'before' | 'after'

/** What is told of an open promise that day, once for each occasion: the working day before it is due, and after it was. */
export function occasionOn(today: IsoDay, dueOn: IsoDay): Occasion | null {
  if (!isWorkingDay(today)) return null
  if (today > dueOn) return 'after'
  return today >= addWorkingDays(dueOn, -1) ? 'before' : null
}
