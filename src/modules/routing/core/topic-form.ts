import { z } from 'zod'
import { freeSlug } from '#platform/values/slug.ts'
import type { Choice, Topic, TopicQuestion } from './topic.ts'

export const longestTopicText = 120
/** How many empty fields a form offers beside those that are filled in. */
export const emptyFields = { questions: 1, choices: 2 } as const

const typed = z.string().trim().default('')
const upTo = (limit: number) => typed.refine((text) => [...text].length <= limit, 'text-too-long')
const needed = (limit: number) => upTo(limit).refine((text) => text !== '', 'text-missing')

const Words = z.object({
  nameSv: needed(longestTopicText),
  nameEn: needed(longestTopicText),
  hintSv: upTo(longestTopicText),
  hintEn: upTo(longestTopicText),
})

/** A topic as it was written; what is new in it has no id yet. */
export type WrittenTopic = Omit<Topic, 'id'>

type Form = Readonly<Record<string, string>>

/**
 * The form in which a topic is written: its words, and for each question the fields `question-1-sv`, `question-1-en` and the
 * choices `choice-1-1-sv` …, each with the id that it has had (`question-1-id`). What is emptied in both languages is taken away.
 */
export function topicForm(known: readonly TopicQuestion[]) {
  return z.record(z.string(), z.string()).transform((form, context) => {
    const words = Words.safeParse(form)
    const questions = questionsIn(form, known)
    const problems = [
      ...(words.error?.issues ?? []).map(({ path, message }) => [String(path[0]), message] as const),
      ...questions.flatMap(({ problems: found }) => found),
    ]
    for (const [field, message] of problems) context.addIssue({ code: 'custom', path: [field], message })
    const said = words.data ?? { nameSv: '', nameEn: '', hintSv: '', hintEn: '' }
    const written: WrittenTopic = {
      name: { sv: said.nameSv, en: said.nameEn },
      hint: { sv: said.hintSv, en: said.hintEn },
      questions: questions.map(({ question }) => question),
    }
    return { written, seen: form['seen'] ?? '' }
  })
}
export type TopicForm = z.infer<ReturnType<typeof topicForm>>

/** A topic's fields as they stand before anybody has typed. */
export function typedTopic({ name, hint, questions }: WrittenTopic): Form {
  return {
    nameSv: name.sv,
    nameEn: name.en,
    hintSv: hint.sv,
    hintEn: hint.en,
    ...Object.fromEntries(
      questions.flatMap(({ id, text, choices }, at) => [
        ...fieldsOf(`question-${at + 1}`, { id, text }),
        ...choices.flatMap((choice, place) => fieldsOf(`choice-${at + 1}-${place + 1}`, choice)),
      ]),
    ),
    seen: seenTopic({ name, hint, questions }),
  }
}

function fieldsOf(prefix: string, { id, text }: Choice): [string, string][] {
  return [
    [`${prefix}-id`, id],
    [`${prefix}-sv`, text.sv],
    [`${prefix}-en`, text.en],
  ]
}

/** What a form carries along of the topic that it was filled in against. */
export function seenTopic({ name, hint, questions }: WrittenTopic): string {
  return JSON.stringify([
    name.sv,
    name.en,
    hint.sv,
    hint.en,
    questions.map(({ id, text, choices }) => [
      id,
      text.sv,
      text.en,
      choices.map((choice) => [choice.id, choice.text.sv, choice.text.en]),
    ]),
  ])
}

/** The numbers of a topic's questions, or of a question's choices (`choice-2`), that stand in a form. */
export function numbersIn(form: Form, what: string): readonly number[] {
  const field = new RegExp(`^${what}-(\\d{1,2})-sv$`)
  return Object.keys(form)
    .flatMap((name) => field.exec(name)?.[1] ?? [])
    .map(Number)
    .toSorted((a, b) => a - b)
}

interface Written<Value> {
  readonly value: Value
  readonly problems: readonly (readonly [string, string])[]
}

function questionsIn(form: Form, known: readonly TopicQuestion[]) {
  const taken = new Set(known.map(({ id }) => id))
  return numbersIn(form, 'question').flatMap((number) => {
    const prefix = `question-${number}`
    const before = known.find(({ id }) => id === form[`${prefix}-id`])
    const choices = choicesIn(form, number, before?.choices ?? [])
    if (isEmptied(form, prefix) && choices.length === 0) return []
    const { value, problems } = textIn(form, prefix)
    const id = before?.id ?? freeSlug(value.sv, taken, 'fraga', new Set())
    taken.add(id)
    const few: [string, string][] = choices.length < 2 ? [[`choice-${number}-1-sv`, 'choices-missing']] : []
    return {
      question: { id, text: value, choices: choices.map((choice) => choice.value) },
      problems: [...problems, ...choices.flatMap((choice) => choice.problems), ...few],
    }
  })
}

function choicesIn(form: Form, question: number, known: readonly Choice[]): readonly Written<Choice>[] {
  const taken = new Set(known.map(({ id }) => id))
  return numbersIn(form, `choice-${question}`).flatMap((number) => {
    const prefix = `choice-${question}-${number}`
    if (isEmptied(form, prefix)) return []
    const { value: text, problems } = textIn(form, prefix)
    const before = known.find(({ id }) => id === form[`${prefix}-id`])
    const id = before?.id ?? freeSlug(text.sv, taken, 'svar', new Set())
    taken.add(id)
    return { value: { id, text }, problems }
  })
}

function isEmptied(form: Form, prefix: string): boolean {
  return ['sv', 'en'].every((locale) => (form[`${prefix}-${locale}`] ?? '').trim() === '')
}

function textIn(form: Form, prefix: string): Written<Choice['text']> {
  const parsed = (['sv', 'en'] as const).map((locale) => {
    const field = `${prefix}-${locale}`
    const said = needed(longestTopicText).safeParse(form[field])
    return { field, text: said.data ?? '', problem: said.error?.issues[0]?.message }
  })
  const [sv, en] = parsed.map(({ text }) => text)
  return {
    value: { sv: sv ?? '', en: en ?? '' },
    problems: parsed.flatMap(({ field, problem }) =>
      problem === undefined ? [] : [[field, problem] as const],
    ),
  }
}
