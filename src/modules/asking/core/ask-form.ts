import { z } from 'zod'
import type { CompanySize } from '#modules/companies'
import { cleaned } from '#platform/values/cleaned.ts'
import { isDay } from '#platform/values/dates.ts'
import type { Question } from './ask.ts'

export const longest = { title: 120, why: 1000, question: 200, choice: 80 } as const
/** How many questions there may be at most, and how many choices. */
export const questionNumbers = [1, 2, 3] as const
const mostChoices = 6

const typed = z.string().trim().default('')
const needed = (limit: number, missing: string) =>
  typed.refine((text) => text !== '', missing).refine((text) => [...text].length <= limit, 'text-too-long')

const Fields = z.object({
  /** The code of who asks; empty is the coordinator, for the network. */
  by: typed,
  // It becomes the subject of a letter, which is one line.
  title: needed(longest.title, 'title-missing').transform(cleaned),
  why: needed(longest.why, 'why-missing'),
  closesOn: typed.refine(isDay, 'day-invalid'),
})
type Filled = Readonly<Record<string, unknown>>

/** What is asked, of whom and until when, as a form says it. */
export interface AskForm {
  readonly by: string | null
  readonly title: string
  readonly why: string
  readonly closesOn: string
  readonly questions: readonly Question[]
  readonly criteria: {
    readonly municipalities: readonly string[]
    readonly branches: readonly string[]
    readonly sizes: readonly CompanySize[]
  }
}

/** The messages are names of reasons. */
export const AskForm = Fields.catchall(z.string())
  .superRefine((form, context) => {
    const say = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message })
    const written = questionNumbers.filter((number) => said(form, `question-${number}`) !== '')
    if (written.length === 0) say('question-1', 'question-missing')
    for (const number of written) questionFits(form, number, say)
  })
  .transform((form): AskForm => ({
    by: form.by || null,
    title: form.title,
    why: form.why,
    closesOn: form.closesOn,
    questions: questionNumbers.flatMap((number) => questionIn(form, number) ?? []),
    criteria: {
      municipalities: ticked(form, 'municipality'),
      branches: ticked(form, 'branch'),
      // Which sizes there are is asked where the companies are looked for; one that is none fits nobody.
      sizes: ticked(form, 'size') as readonly CompanySize[],
    },
  }))

function questionFits(form: Filled, number: number, say: (field: string, message: string) => void): void {
  if ([...said(form, `question-${number}`)].length > longest.question)
    say(`question-${number}`, 'text-too-long')
  if (said(form, `kind-${number}`) !== 'choice') return
  const choices = choicesIn(form, number)
  if (choices.length < 2) say(`choices-${number}`, 'choices-too-few')
  if (choices.length > mostChoices) say(`choices-${number}`, 'choices-too-many')
  if (choices.some((choice) => [...choice].length > longest.choice))
    say(`choices-${number}`, 'choice-too-long')
}

function questionIn(form: Filled, number: number): Question | null {
  const text = said(form, `question-${number}`)
  if (text === '') return null
  switch (said(form, `kind-${number}`)) {
    case 'choice':
      return { kind: 'choice', text, choices: choicesIn(form, number) }
    case 'text':
      return { kind: 'text', text }
    default:
      return { kind: 'scale', text }
  }
}

/** One choice a line; the same twice is one. */
function choicesIn(form: Filled, number: number): readonly string[] {
  const lines = said(form, `choices-${number}`).split('\n')
  return [...new Set(lines.map((line) => line.trim()).filter(Boolean))]
}

function said(form: Filled, name: string): string {
  const value = form[name]
  return typeof value === 'string' ? value.trim() : ''
}

function ticked(form: Filled, name: string): readonly string[] {
  const prefix = `${name}-`
  return Object.keys(form)
    .filter((field) => field.startsWith(prefix))
    .map((field) => field.slice(prefix.length))
    .toSorted()
}
