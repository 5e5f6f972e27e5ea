import { z } from 'zod'
import { branches, companySizes, organisationNumberIn } from '#modules/companies'
import type { Topic } from '#modules/routing'
import { line, lines } from '#platform/values/typed-text.ts'
import type { NewMatter } from '../core/matter.ts'
import { emailLine, longest } from '../core/typed.ts'

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

// The schemas are made once: what may be chosen in a network just now is asked beside them.
const Words = z.object({
  subject: line(longest.subject).refine((text) => text !== '', 'subject-missing'),
  text: lines(longest.text).refine((text) => text !== '', 'text-missing'),
})

const Place = z.object({
  where: choice.transform((where) => wheres.find((one) => one === where)),
  locality: line(longest.locality),
})

const Sender = z
  .object({
    sender: choice.transform((kind) => senders.find((one) => one === kind)),
    company: line(longest.name),
    number: line(longest.number).transform((typed) => ({
      typed,
      read: typed ? organisationNumberIn(typed) : null,
    })),
    seat: choice,
    size: choice.transform((size) => companySizes.find((one) => one === size) ?? null),
    branch: choice.transform((branch) => branches.find((one) => one === branch) ?? null),
    name: line(longest.name),
    email: emailLine,
    phone: line(longest.phone),
    hidden: choice,
  })
  .superRefine((form, context) => {
    const say = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message })
    if (form.sender === undefined) return say('sender', 'sender-missing')
    if (form.sender === 'company' && form.company === '') say('company', 'company-missing')
    if (form.sender === 'company' && form.number.typed !== '' && !form.number.read)
      say('number', 'number-invalid')
    if (form.sender !== 'nameless' && form.email === '' && form.phone === '') say('email', 'contact-missing')
  })

type Errors = Readonly<Record<string, string>>
type Read<Data> = { readonly ok: true; readonly data: Data } | { readonly ok: false; readonly errors: Errors }

function parsed<Schema extends z.ZodType>(schema: Schema, typed: Typed = {}): Read<z.infer<Schema>> {
  const read = schema.safeParse(typed)
  if (read.success) return { ok: true, data: read.data }
  const errors: Record<string, string> = {}
  for (const { path, message } of read.error.issues) errors[String(path[0])] ??= message
  return { ok: false, errors }
}

const wrong = (field: string, problem: string) => ({ ok: false, errors: { [field]: problem } }) as const
const right = <Data>(data: Data) => ({ ok: true, data }) as const

const nowhere: readonly string[] = []

/** How each step is read. */
const readers = {
  topic: (written: Written, choices: Choices) => {
    const topic = topicOf(written, choices)
    return topic ? right({ topic: topic.id }) : wrong('topic', 'topic-missing')
  },
  words: ({ words }: Written) => parsed(Words, words),
  place: ({ place = {} }: Written, { municipalities }: Choices) => {
    const read = parsed(Place, place)
    if (!read.ok) return read
    const { where, locality } = read.data
    if (where === undefined) return wrong('where', 'where-missing')
    if (where === 'region' || where === 'unsure')
      return right({ placeKind: where, places: nowhere, locality })
    // How many are ticked says whether it is one or several.
    const places = municipalities.filter((code) => placeField(code) in place)
    return places.length === 0
      ? wrong('places', 'places-missing')
      : right({ placeKind: 'places' as const, places, locality })
  },
  sender: ({ sender }: Written, { municipalities }: Choices) => {
    const read = parsed(Sender, sender)
    return read.ok ? right(senderOf(read.data, municipalities)) : read
  },
} as const satisfies Record<StepName, (written: Written, choices: Choices) => Read<unknown>>

function senderOf(form: z.infer<typeof Sender>, municipalities: readonly string[]): NewMatter['sender'] {
  const { sender, company: name, number, size, branch, email, phone, seat } = form
  const contact = { name: form.name, email, phone }
  const nameFor = form.hidden === '' ? 'all' : 'answerer'
  const municipality = municipalities.find((code) => code === seat) ?? null
  if (sender === 'company')
    return {
      kind: sender,
      company: { name, number: number.read, municipality, size, branch },
      contact,
      nameFor,
    }
  return sender === 'not-started'
    ? { kind: sender, contact, nameFor }
    : { kind: 'nameless', contact: { email } }
}

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
      return Object.keys(Sender.shape)
  }
}

/** The topic that was chosen, if it is one still. */
export function topicOf({ topic }: Written, { topics }: Pick<Choices, 'topics'>): Topic | undefined {
  return topics.find(({ id }) => id === topic?.['topic'])
}

/** What is wrong with a step as it was typed, by field; null when nothing is. */
export function errorsIn(step: StepName, written: Written, choices: Choices): Errors | null {
  const read = readers[step](written, choices)
  return read.ok ? null : read.errors
}

/** The first step that is not in order yet; null when all are. */
export function stepToDo(written: Written, choices: Choices): StepName | null {
  return stepNames.find((step) => errorsIn(step, written, choices) !== null) ?? null
}

/** What the draft says, when every step of it is in order. */
export function readDraft(written: Written, choices: Choices) {
  const topic = readers.topic(written, choices)
  const words = readers.words(written)
  const place = readers.place(written, choices)
  const sender = readers.sender(written, choices)
  if (!topic.ok || !words.ok || !place.ok || !sender.ok) return null
  const asked = topicOf(written, choices)?.questions ?? []
  const answers = Object.fromEntries(
    asked.flatMap(({ id }) => {
      const given = written.words?.[answerField(id)]
      return given === undefined ? [] : [[id, given]]
    }),
  )
  return { ...topic.data, ...words.data, ...place.data, sender: sender.data, answers }
}
