import { z } from 'zod'
import { branches, companySizes, organisationNumberIn } from '#modules/companies'
import type { Topic } from '#modules/routing'
import { emailLine, line, lines, longest } from '../core/typed.ts'

/** What is asked of a company, a page for each, in this order. The first two are what it is about. */
export const stepNames = ['topic', 'words', 'place', 'sender'] as const
export type StepName = (typeof stepNames)[number]

/** What was typed in one step, right or wrong. */
type Typed = Readonly<Record<string, string>>

/** What was typed so far; a step that nobody has been at is not there. */
export type Written = Readonly<Partial<Record<StepName, Typed>>>

/** What may be chosen from when a draft is written. */
export interface Choices {
  readonly topics: readonly Topic[]
  /** The municipalities' codes. */
  readonly municipalities: readonly string[]
}

/** No field is kept that is longer: what is too long is told, and shown again, but not stored. */
const longestKept = 50_000

const wheres = ['one', 'several', 'region', 'unsure'] as const
const senders = ['company', 'not-started', 'nameless'] as const
export const answerField = (question: string) => `answer-${question}`
export const placeField = (municipality: string) => `at-${municipality}`

const choice = z.string().default('')

const Topics = ({ topics }: Choices) =>
  z.object({ topic: choice.refine((id) => topics.some((topic) => topic.id === id), 'topic-missing') })

const Words = z.object({
  subject: line(longest.subject).refine((text) => text !== '', 'subject-missing'),
  text: lines(longest.text).refine((text) => text !== '', 'text-missing'),
})

const Places = ({ municipalities }: Choices) =>
  z
    .object({ where: choice, locality: line(longest.locality) })
    .catchall(z.string())
    .transform(({ where, locality, ...others }) => ({
      where: wheres.find((one) => one === where),
      locality,
      places: municipalities.filter((code) => placeField(code) in others),
    }))
    .superRefine(({ where, places }, context) => {
      const say = (field: string, message: string) =>
        context.addIssue({ code: 'custom', path: [field], message })
      if (where === undefined) say('where', 'where-missing')
      // How many are ticked says whether it is one or several.
      if ((where === 'one' || where === 'several') && places.length === 0) say('places', 'places-missing')
    })
    .transform(({ where, locality, places }) => {
      const isPlaced = where === 'one' || where === 'several'
      return {
        placeKind: isPlaced ? ('places' as const) : (where ?? 'unsure'),
        places: isPlaced ? places : [],
        locality,
      }
    })

const SenderFields = z.object({
  sender: choice.transform((kind) => senders.find((one) => one === kind)),
  company: line(longest.name),
  number: line(longest.number),
  seat: choice,
  size: choice.transform((size) => companySizes.find((one) => one === size) ?? null),
  branch: choice.transform((branch) => branches.find((one) => one === branch) ?? null),
  name: line(longest.name),
  email: emailLine,
  phone: line(longest.phone),
  hidden: choice,
})

const Senders = ({ municipalities }: Choices) =>
  SenderFields.superRefine((form, context) => {
    const say = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message })
    if (form.sender === undefined) return say('sender', 'sender-missing')
    if (form.sender === 'company' && form.company === '') say('company', 'company-missing')
    if (form.sender === 'company' && form.number !== '' && !organisationNumberIn(form.number))
      say('number', 'number-invalid')
    if (form.sender !== 'nameless' && form.email === '' && form.phone === '') say('email', 'contact-missing')
  }).transform(({ sender, company, number, seat, size, branch, name, email: address, phone, hidden }) => {
    const contact = { name, email: address, phone }
    const nameFor = hidden === '' ? ('all' as const) : ('answerer' as const)
    const municipality = municipalities.find((code) => code === seat) ?? null
    const met = { name: company, number: organisationNumberIn(number), municipality, size, branch }
    if (sender === 'company') return { kind: sender, company: met, contact, nameFor }
    if (sender === 'not-started') return { kind: sender, contact, nameFor }
    return { kind: 'nameless' as const, contact: { email: address } }
  })

/** The fields of a step that are kept: those it has, no other that somebody may send along, and none beyond all measure. */
export function keptOf(step: StepName, typed: Typed, written: Written, choices: Choices): Typed {
  const fields = new Set(fieldsOf(step, written, choices))
  return Object.fromEntries(
    Object.entries(typed).filter(([name, value]) => fields.has(name) && value.length <= longestKept),
  )
}

function fieldsOf(step: StepName, written: Written, choices: Choices): readonly string[] {
  switch (step) {
    case 'topic':
      // The municipality whose own door it was begun at chooses the place in advance.
      return ['topic', 'municipality']
    case 'words':
      return [
        'subject',
        'text',
        ...(topicOf(written, choices)?.questions ?? []).map(({ id }) => answerField(id)),
      ]
    case 'place':
      return ['where', 'locality', ...choices.municipalities.map(placeField)]
    case 'sender':
      return Object.keys(SenderFields.shape)
  }
}

/** The topic that was chosen, if it is one still. */
export function topicOf({ topic }: Written, { topics }: Pick<Choices, 'topics'>): Topic | undefined {
  return topics.find(({ id }) => id === topic?.['topic'])
}

/** What is wrong with a step as it was typed, by field; null when nothing is. */
export function errorsIn(
  step: StepName,
  written: Written,
  choices: Choices,
): Readonly<Record<string, string>> | null {
  const read = schemaOf(step, choices).safeParse(written[step] ?? {})
  if (read.success) return null
  const errors: Record<string, string> = {}
  for (const { path, message } of read.error.issues) errors[String(path[0])] ??= message
  return errors
}

function schemaOf(step: StepName, choices: Choices): z.ZodType {
  switch (step) {
    case 'topic':
      return Topics(choices)
    case 'words':
      return Words
    case 'place':
      return Places(choices)
    case 'sender':
      return Senders(choices)
  }
}

/** The first step that is not in order yet; null when all are. */
export function stepToDo(written: Written, choices: Choices): StepName | null {
  return stepNames.find((step) => errorsIn(step, written, choices) !== null) ?? null
}

/** What the draft says, when every step of it is in order. */
export function readDraft(written: Written, choices: Choices) {
  const [topic, words, place, sender] = [
    Topics(choices).safeParse(written.topic ?? {}),
    Words.safeParse(written.words ?? {}),
    Places(choices).safeParse(written.place ?? {}),
    Senders(choices).safeParse(written.sender ?? {}),
  ]
  if (!topic.success || !words.success || !place.success || !sender.success) return null
  const asked = topicOf(written, choices)?.questions ?? []
  const answers = Object.fromEntries(
    asked.flatMap(({ id }) => {
      const given = written.words?.[answerField(id)]
      return given === undefined ? [] : [[id, given]]
    }),
  )
  return { ...topic.data, ...words.data, ...place.data, sender: sender.data, answers }
}
