import type { CompanySize } from '#modules/companies'
import type { IsoDay } from '#platform/values/dates.ts'

/** What may be asked: one of a few choices, a step from 1 to 5, or some words. */
export type Question =
  | { readonly kind: 'choice'; readonly text: string; readonly choices: readonly string[] }
  | { readonly kind: 'scale'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }

/** The steps of a scale: 1 is the worst. */
const scale = [1, 2, 3, 4, 5] as const

/** Which companies are asked; an empty list asks nothing. */
export interface Criteria {
  readonly municipalities: readonly string[]
  readonly branches: readonly string[]
  readonly sizes: readonly CompanySize[]
}

/** Questions to companies, as they were sent. */
export interface Ask {
  readonly id: string
  /** Who asks, by its code; null is the coordinator, for the network. */
  readonly municipality: string | null
  readonly title: string
  /** Why it is asked, and what will be done with the answers. */
  readonly why: string
  readonly questions: readonly Question[]
  readonly criteria: Criteria
  /** The last day on which one can answer. */
  readonly closesOn: IsoDay
  readonly sentAt: Date
  readonly closedAt: Date | null
  readonly isExample: boolean
}

/** Whether one can still answer: the last day has not passed, and nobody has closed it before. */
export function isOpen({ closesOn, closedAt }: Pick<Ask, 'closesOn' | 'closedAt'>, today: IsoDay): boolean {
  return closedAt === null && today <= closesOn
}

/** What can be chosen as an answer, by its number: the steps of a scale, or the choices from 1 on. None where one writes. */
export function choicesOf(question: Question): readonly { readonly number: number; readonly text: string }[] {
  switch (question.kind) {
    case 'scale':
      return scale.map((number) => ({ number, text: String(number) }))
    case 'choice':
      return question.choices.map((text, at) => ({ number: at + 1, text }))
    case 'text':
      return []
  }
}
