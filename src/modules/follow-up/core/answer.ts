import { dayOf, type IsoDay } from '#platform/values/dates.ts'

/** What a municipality has sent, and what its leader says of it. The words on the interventions stand in the matrix. */
export interface Answer {
  readonly municipality: string
  readonly number: number
  /** To the round's questions, in their order; empty where nothing was said. */
  readonly answers: readonly string[]
  /** Sent by saying that nothing has changed. */
  readonly isUnchanged: boolean
  readonly answeredAt: Date
  readonly verdict: Verdict | null
}

export interface Verdict {
  readonly verdict: 'confirmed' | 'sent-back'
  readonly note: string
  readonly givenAt: Date
}

/** How far a municipality has come in a round. Silence is a state of its own. */
export type AnswerState = 'silent' | 'sent-back' | 'answered' | 'confirmed'

export function stateOf(answer: Pick<Answer, 'verdict'> | undefined): AnswerState {
  if (!answer) return 'silent'
  return answer.verdict?.verdict ?? 'answered'
}

/** Whether anything is still expected of the municipality’s officers. */
export function isAwaited(answer: Pick<Answer, 'verdict'> | undefined): boolean {
  const state = stateOf(answer)
  return state === 'silent' || state === 'sent-back'
}

/** Whether an answer came after the round's last day. It counts all the same, and is told to be late. */
export function isLate({ answeredAt }: Pick<Answer, 'answeredAt'>, closesOn: IsoDay): boolean {
  return dayOf(answeredAt) > closesOn
}
