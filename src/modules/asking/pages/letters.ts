import { formatDay } from '#platform/values/dates.ts'
import { addressOf } from '#ui/addresses.ts'
import type { LetterOfAsk } from '../actions/send-ask.ts'
import { answerField } from '../core/answer.ts'
import type { Ask, Question } from '../core/ask.ts'
import { textsIn } from './texts.ts'
import { choicesInWords } from './words.ts'

interface Letter {
  readonly subject: string
  readonly body: string
}

const locale = 'sv'
const { letter: texts, answer } = textsIn(locale)

/** The letter that asks a company. The choices of the first question are an address each; that page has one button. */
export function letterOfAsk(origin: string, by: string): (letter: LetterOfAsk) => Letter {
  return ({ form, ground, key }) => {
    const { questions, why, closesOn, title } = form
    const page = `${origin}${addressOf('answerAsk', locale, { key })}`
    return {
      subject: title,
      body: bodyOf([
        texts.hello,
        texts.asks(by, questions.length),
        why,
        ...questions.slice(0, 1).map((question) => questionText(question, page)),
        ...(questions.length > 1 ? [texts.more] : []),
        texts.until(formatDay(closesOn, locale)),
        answer.privacy,
        `${texts.grounds[ground]} ${texts.stop}\n${origin}${addressOf('stopAsks', locale, { key })}`,
      ]),
    }
  }
}

function questionText(question: Question, page: string): string {
  const choices = choicesInWords(question, locale)
  if (choices.length === 0) return `${question.text}\n${texts.here}\n${page}`
  return [
    question.text,
    texts.press,
    ...choices.map(({ number, text }) => `${text}:\n${page}?${answerField(0)}=${number}`),
  ].join('\n')
}

/** The letter that returns the results: the address that one answered at shows them now. */
export function letterOfResults(origin: string): (ask: Ask, key: string) => Letter {
  return ({ title }, key) => ({
    subject: texts.resultsSubject(title),
    body: bodyOf([
      texts.hello,
      `${texts.results(title)}\n${origin}${addressOf('answerAsk', locale, { key })}`,
    ]),
  })
}

function bodyOf(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`
}
