import type { AnsweringParts } from '#modules/mail'
import type { Database } from '#platform/database/connection.ts'
import { takeAnswer } from './actions/take-answer.ts'
import { turnAway } from './actions/turn-away.ts'
import { overLetter } from './pages/company/letters.ts'
import { letterOfDraft, tellOfFiles, unnamedFile } from './pages/time/letters.ts'

/** What becomes of answers to letters about matters: they are said there, or whoever wrote them is told where to turn. */
export function mailAnswering({
  origin,
  ...parts
}: {
  readonly db: Database
  readonly secret: string
  readonly origin: string
  readonly isScanned: boolean
}): AnsweringParts {
  const taking = { ...parts, tellOfFiles, tellOfDraft: letterOfDraft(origin), unnamed: unnamedFile }
  const turning = { db: parts.db, write: overLetter(origin) }
  return {
    answered: async (answer, now) => takeAnswer(taking, answer, now),
    turnAway: async (answer, now) => turnAway(turning, answer, now),
  }
}
