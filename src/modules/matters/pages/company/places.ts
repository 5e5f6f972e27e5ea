import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import type { StepName } from '../../draft/steps.ts'
import type { Texts } from './texts.ts'

/** The page of each step. */
export const stepPages = {
  topic: 'draftTopic',
  words: 'draftWords',
  place: 'draftPlace',
  sender: 'draftSender',
} as const satisfies Record<StepName, string>

/** Which of the three steps a page belongs to, for a reader who counts. */
export function stepTitle(step: StepName, { steps }: Texts): string {
  if (step === 'place') return steps.of(2, steps.place)
  return step === 'sender' ? steps.of(3, steps.sender) : steps.of(1, steps.about)
}

/** Where a draft is gone on with: at its first step that is not in order, else where it is read through. */
export function nextAddress(key: string, toDo: StepName | null, locale: Locale): string {
  return addressOf(toDo ? stepPages[toDo] : 'draftReview', locale, { key })
}
