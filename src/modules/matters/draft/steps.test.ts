import { describe, expect, test } from 'vitest'
import { errorsIn, keptOf, readDraft, stepToDo, type Choices, type StepName, type Written } from './steps.ts'

const named = (sv: string) => ({ sv, en: sv })
const choices: Choices = {
  municipalities: ['1440', '1441'],
  topics: [
    {
      id: 'bygga',
      name: named('Bygga'),
      hint: named(''),
      questions: [{ id: 'skede', text: named('Skede'), choices: [{ id: 'ide', text: named('Idé') }] }],
    },
  ],
}
const whole = {
  topic: { topic: 'bygga' },
  words: { subject: 'Bygglov', text: 'Tolv veckor.', 'answer-skede': 'ide' },
  place: { where: 'one', 'at-1440': 'on' },
  sender: { sender: 'company', company: 'Plåt (exempel)', number: '556703-7485', email: 'a@example.org' },
} satisfies Written

const errorsOf = (step: StepName, typed: Record<string, string>) =>
  errorsIn(step, { ...whole, [step]: typed }, choices)

describe('a step', () => {
  test.each([
    ['topic', {}, { topic: 'topic-missing' }],
    ['topic', { topic: 'annat' }, { topic: 'topic-missing' }],
    ['words', {}, { subject: 'subject-missing', text: 'text-missing' }],
    [
      'words',
      { subject: ' \u202E\u200B ', text: '\n\n' },
      { subject: 'subject-missing', text: 'text-missing' },
    ],
    ['words', { subject: 'x'.repeat(121), text: 'x' }, { subject: 'text-too-long' }],
    ['words', { subject: 'x', text: 'x'.repeat(10_001) }, { text: 'text-too-long' }],
    ['place', {}, { where: 'where-missing' }],
    ['place', { where: 'moon' }, { where: 'where-missing' }],
    ['place', { where: 'one' }, { places: 'places-missing' }],
    ['place', { where: 'several', 'at-1280': 'on' }, { places: 'places-missing' }],
    ['sender', {}, { sender: 'sender-missing' }],
    ['sender', { sender: 'company' }, { company: 'company-missing', email: 'contact-missing' }],
    [
      'sender',
      { sender: 'company', company: 'x', number: '556703-7486', phone: '1' },
      { number: 'number-invalid' },
    ],
    ['sender', { sender: 'not-started' }, { email: 'contact-missing' }],
    ['sender', { sender: 'nameless', email: 'a@b, c@example.org' }, { email: 'email-invalid' }],
    [
      'sender',
      { sender: 'nameless', email: 'a@example.org\nBcc: b@example.org' },
      { email: 'email-invalid' },
    ],
  ] as const)('%s is told of %j', (step, typed, errors) => {
    expect(errorsOf(step, typed)).toEqual(errors)
  })

  test.each([
    ['place', { where: 'region' }],
    ['place', { where: 'unsure', 'at-1440': 'on' }],
    // How many are ticked says whether it is one or several.
    ['place', { where: 'one', 'at-1440': 'on', 'at-1441': 'on' }],
    ['sender', { sender: 'company', company: 'Utan nummer (exempel)', phone: '031-12 34 56' }],
    ['sender', { sender: 'nameless' }],
    // What belongs to another choice is not looked at.
    ['sender', { sender: 'nameless', number: 'inget', company: '' }],
  ] as const)('%s is in order with %j', (step, typed) => {
    expect(errorsOf(step, typed)).toBeNull()
  })

  test('keeps its own fields and no others', () => {
    const typed = {
      subject: 'x',
      'answer-skede': 'ide',
      'answer-annat': 'x',
      topic: 'bygga',
      __proto__x: 'x',
      text: 'x'.repeat(60_000),
    }
    expect(keptOf('words', typed, whole, choices)).toEqual({ subject: 'x', 'answer-skede': 'ide' })
  })
})

describe('a draft', () => {
  test('is gone on with at its first step that is not in order', () => {
    expect(stepToDo({}, choices)).toBe('topic')
    expect(stepToDo({ topic: whole.topic, sender: whole.sender }, choices)).toBe('words')
    expect(stepToDo(whole, choices)).toBeNull()
  })

  test('says what was typed, when all of it is in order', () => {
    expect(readDraft(whole, choices)).toMatchObject({
      topic: 'bygga',
      placeKind: 'places',
      places: ['1440'],
      answers: { skede: 'ide' },
      sender: {
        kind: 'company',
        company: { name: 'Plåt (exempel)', number: { digits: '5567037485' }, size: null },
        nameFor: 'all',
      },
    })
    expect(readDraft({ ...whole, place: {} }, choices)).toBeNull()
  })

  test('without a name carries no name along', () => {
    const sender = { ...whole.sender, sender: 'nameless', name: 'Ägare (exempel)', hidden: 'on' }
    expect(readDraft({ ...whole, sender }, choices)?.sender).toEqual({
      kind: 'nameless',
      contact: { email: 'a@example.org' },
    })
  })

  test('with a topic that is gone is asked for another', () => {
    expect(stepToDo(whole, { ...choices, topics: [] })).toBe('topic')
  })
})
