import { describe, expect, test } from 'vitest'
import { answerIn, saysNothing, typedFrom } from './answer.ts'
import { isOpen, type Question } from './ask.ts'
import { AskForm } from './ask-form.ts'
import { choose, type Candidate } from './choosing.ts'

const questions: readonly Question[] = [
  { kind: 'scale', text: 'S' },
  { kind: 'choice', text: 'C', choices: ['a', 'b'] },
  { kind: 'text', text: 'T' },
]

describe('an answer', () => {
  test('is read against the questions, and comes back as it was', () => {
    const answer = answerIn(questions, { 'answer-1': '5', 'answer-2': '2', 'answer-3': ' ord ' })
    expect(answer).toEqual({ choices: [5, 2, null], texts: ['', '', 'ord'] })
    expect(answerIn(questions, typedFrom(answer))).toEqual(answer)
  })

  test.each([
    { 'answer-1': '6', 'answer-2': '0', 'answer-3': ' ' },
    { 'answer-1': '1e0', 'answer-4': '1' },
    {},
  ])('of %j says nothing', (typed) => {
    expect(saysNothing(answerIn(questions, typed))).toBe(true)
  })

  test('in own words is cut where it is too long, and never in the middle of a letter', () => {
    const { texts } = answerIn(questions, { 'answer-3': '😀'.repeat(2000) })
    expect([...(texts[2] ?? '')]).toHaveLength(1000)
  })
})

describe('an ask', () => {
  test('is open through its last day in Sweden, unless it was closed', () => {
    const ask = { closesOn: '2026-12-08', closedAt: null }
    expect(isOpen(ask, '2026-12-08')).toBe(true)
    expect(isOpen(ask, '2026-12-09')).toBe(false)
    expect(isOpen({ ...ask, closedAt: new Date('2026-12-01T00:00:00Z') }, '2026-12-01')).toBe(false)
  })

  const typed = { by: '', title: 'x', why: 'x', closesOn: '2026-12-08', 'question-1': 'x' }
  test.each([
    [{ 'question-1': '' }, 'question-1: question-missing'],
    [{ title: '' }, 'title: title-missing'],
    [{ why: ' ' }, 'why: why-missing'],
    [{ closesOn: '2026-02-30' }, 'closesOn: day-invalid'],
    [{ 'kind-1': 'choice', 'choices-1': 'a\na' }, 'choices-1: choices-too-few'],
    [{ 'kind-1': 'choice', 'choices-1': 'a\nb\nc\nd\ne\nf\ng' }, 'choices-1: choices-too-many'],
    [{ 'kind-1': 'choice', 'choices-1': `a\n${'b'.repeat(81)}` }, 'choices-1: choice-too-long'],
    [{ 'question-3': 'x'.repeat(201) }, 'question-3: text-too-long'],
  ])('%j is told at its field', (said, problem) => {
    const { error } = AskForm.safeParse({ ...typed, ...said })
    expect(error?.issues.map(({ path, message }) => `${String(path[0])}: ${message}`)).toEqual([problem])
  })

  test('has no more than three questions, and the criteria that were ticked', () => {
    const form = AskForm.parse({ ...typed, 'question-4': 'x', 'branch-C': 'on', 'size-10-49': 'on' })
    expect(form.questions).toEqual([{ kind: 'scale', text: 'x' }])
    expect(form.criteria).toEqual({ municipalities: [], branches: ['C'], sizes: ['10-49'] })
  })
})

const address = (email: string, isStopped = false) => ({ email, ground: 'agreed', isStopped }) as const
const candidate = (
  company: string,
  isAskedEnough: boolean,
  addresses: Candidate['addresses'],
): Candidate => ({
  company,
  name: company,
  isAskedEnough,
  addresses,
})

describe('the choosing', () => {
  test('takes the first address that has not said no, and says why the others are left out', () => {
    const { chosen, left } = choose([
      candidate('a', false, [address('stopped', true), address('free')]),
      candidate('b', true, [address('free')]),
      candidate('c', true, [address('stopped', true)]),
      candidate('d', true, []),
    ])
    expect(chosen.map(({ company, email }) => [company, email])).toEqual([['a', 'free']])
    expect(left).toEqual({ askedEnough: 1, stopped: 1, noAddress: 1 })
  })
})
