import { addressOf } from '#ui/addresses.ts'
import type { AnswerWords } from '../actions/return-answer.ts'
import { textsIn } from './texts.ts'

/** What a company is told of what came of a pattern, in its matter's language. */
export function answerWords(origin: string): AnswerWords {
  return {
    entry: ({ title, cameOf, locale }) => textsIn(locale).letter.entry(title, cameOf),
    letter: (entry, { locale, number, key }) => {
      const { letter } = textsIn(locale)
      return {
        subject: letter.subject(number),
        body: letter.body(entry, `${origin}${addressOf('thread', locale, { key })}`),
      }
    },
  }
}
