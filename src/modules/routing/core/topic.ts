import type { Bilingual } from '#platform/values/locale.ts'

/** One of the choices that answer a question. */
export interface Choice {
  readonly id: string
  readonly text: Bilingual
}

/** What a topic asks besides. Answers are choices, so that nothing secret or personal is written in them. */
export interface TopicQuestion {
  readonly id: string
  readonly text: Bilingual
  readonly choices: readonly Choice[]
}

/** What a matter may be about. */
export interface Topic {
  readonly id: string
  readonly name: Bilingual
  readonly hint: Bilingual
  readonly questions: readonly TopicQuestion[]
}

/** The answers that fit the topic's questions, by question; what answers none of them is left out. */
export function answersTo(
  topic: Topic,
  given: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    topic.questions.flatMap(({ id, choices }) => {
      const chosen = choices.find((choice) => choice.id === given[id])
      return chosen ? [[id, chosen.id]] : []
    }),
  )
}
