import { choicesOf, type Question } from './ask.ts'

/** What a company has answered, question by question. */
export interface Answer {
  /** The number of the choice; null where none was made, or none could be. */
  readonly choices: readonly (number | null)[]
  /** Empty where nothing was written. */
  readonly texts: readonly string[]
}

/** How many letters an answer in one's own words may have. */
export const longestAnswer = 1000

/** The name of a question's field. */
export function answerField(at: number): string {
  return `answer-${at + 1}`
}

/** What a form or the address in a letter says, read against the questions: what is no choice chooses nothing. */
export function answerIn(questions: readonly Question[], typed: Readonly<Record<string, string>>): Answer {
  return {
    choices: questions.map((question, at) => {
      const said = typed[answerField(at)] ?? ''
      return choicesOf(question).find(({ number }) => String(number) === said)?.number ?? null
    }),
    texts: questions.map(({ kind }, at) =>
      kind === 'text' ? [...(typed[answerField(at)] ?? '').trim()].slice(0, longestAnswer).join('') : '',
    ),
  }
}

/** Whether anything was answered at all. */
export function saysNothing({ choices, texts }: Answer): boolean {
  return choices.every((choice) => choice === null) && texts.every((text) => text === '')
}

/** An answer as the fields of the form that it is changed in. */
export function typedFrom({ choices, texts }: Answer): Readonly<Record<string, string>> {
  return Object.fromEntries(
    choices.map((choice, at) => [answerField(at), choice === null ? (texts[at] ?? '') : String(choice)]),
  )
}
