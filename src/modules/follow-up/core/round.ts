import { z } from 'zod'
import { addDays, isDay, type IsoDay } from '#platform/values/dates.ts'
import type { Bilingual } from '#platform/values/locale.ts'

/** A round of follow-up: every municipality is asked to answer by a day. */
export interface Round {
  readonly id: string
  readonly name: Bilingual
  /** Asked of every municipality besides its word on each intervention. */
  readonly questions: readonly string[]
  readonly closesOn: IsoDay
  readonly openedAt: Date
  /** When it was closed and its report frozen; null while it can be answered. */
  readonly frozenAt: Date | null
}

const longestName = 120
const longestQuestion = 300
const mostQuestions = 10
/** A deadline further away than this is a slip of the pen. */
const longestRound = 366

const typed = z.string().trim().default('')
const atMost = (limit: number) => (text: string) => [...text].length <= limit

const questionLines = typed
  .transform((text) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  )
  .refine((lines) => lines.length <= mostQuestions, 'too-many-questions')
  .refine((lines) => lines.every(atMost(longestQuestion)), 'question-too-long')

const closingDay = typed.refine(isDay, 'day-invalid')

/** The form that opens a round: one question a line. The issue messages are names of reasons. */
export const RoundForm = z
  .object({
    nameSv: typed.refine((text) => text !== '', 'name-missing').refine(atMost(longestName), 'name-too-long'),
    nameEn: typed.refine(atMost(longestName), 'name-too-long'),
    closesOn: closingDay,
    questions: questionLines,
  })
  .transform(({ nameSv, nameEn, closesOn, questions }) => ({
    name: { sv: nameSv, en: nameEn },
    closesOn,
    questions,
  }))
export type RoundForm = z.infer<typeof RoundForm>

/** The form that moves a round's deadline. */
export const DeadlineForm = z.object({ closesOn: closingDay })
export type DeadlineForm = z.infer<typeof DeadlineForm>

/** Whether a round may close on a day: from tomorrow on, and within a year. */
export function whyNotOn(closesOn: IsoDay, today: IsoDay): 'day-passed' | 'day-too-far' | null {
  if (closesOn <= today) return 'day-passed'
  return closesOn > addDays(today, longestRound) ? 'day-too-far' : null
}
