import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { filled, unknownFields } from './fields.ts'
import { AnswerForm, CloseForm, PlanForm, SpokenForm } from './forms.ts'
import { dueOf, markFor, markIn, numberIn } from './inbox.ts'
import { nextStep } from './plan.ts'

function errorsOf(parsed: { error?: { issues: { path: PropertyKey[]; message: string }[] } | undefined }) {
  return (parsed.error?.issues ?? []).map(({ path, message }) => `${String(path[0])}: ${message}`)
}

test.each([
  ['an empty answer', AnswerForm.safeParse({ text: ' ' }), ['text: text-missing']],
  ['a field that is none', AnswerForm.safeParse({ text: 'Hej {namn}' }), ['text: field-unknown']],
  ['a plan without a step', PlanForm.safeParse({ text: 'x' }), ['step-1: step-missing']],
  ['a step without its day', PlanForm.safeParse({ 'step-2': 'Möte' }), ['on-2: step-day-missing']],
  ['a day that is none', PlanForm.safeParse({ 'step-1': 'x', 'on-1': '2026-02-30' }), ['on-1: day-invalid']],
  ['a day without what is done', PlanForm.safeParse({ 'on-1': '2026-12-01' }), ['step-1: step-text-missing']],
  ['no outcome', CloseForm.safeParse({ text: 'x' }), ['outcome: outcome-missing']],
  [
    'what was not possible by no law',
    CloseForm.safeParse({ text: 'x', outcome: 'not-possible' }),
    ['law: law-missing'],
  ],
  [
    'a matter from nobody',
    SpokenForm.safeParse({ topic: 'x', subject: 'x', text: 'x' }),
    ['company: sender-missing'],
  ],
])('%s is told at its field', (_, parsed, errors) => {
  expect(errorsOf(parsed)).toEqual(expect.arrayContaining(errors))
})

test('fields are filled in whatever their letters, and nothing else is touched', () => {
  const values = { company: 'AB', matter: '2026-1', officer: 'Vi', day: '1 december' }
  expect(filled('Hej {Företag}, { ärende } {}', values)).toBe('Hej AB, 2026-1 {}')
  expect(unknownFields('{företag} {foretag}')).toEqual(['{foretag}'])
  fc.assert(
    fc.property(fc.string(), (text) => {
      const plain = text.replace(/[{}]/g, '')
      expect(filled(plain, values)).toBe(plain)
    }),
  )
})

test('the next day of a plan is one of its days, the first that is to come if one is', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-12-${String(number).padStart(2, '0')}`)
  fc.assert(
    fc.property(fc.array(day, { minLength: 1, maxLength: 4 }), day, (days, today) => {
      const next = nextStep(
        days.map((on) => ({ on, text: 'x' })),
        today,
      )
      const coming = days.filter((on) => on > today).toSorted()
      expect(next).toBe(coming[0] ?? days.toSorted().at(-1))
    }),
  )
})

describe('what is waited for', () => {
  const fresh = {
    state: 'open',
    firstWordBy: '2026-12-01',
    firstWordAt: null,
    planBy: '2026-12-07',
    plannedAt: null,
    stepBy: null,
  } as const
  const at = new Date('2026-12-01T08:00:00Z')
  test.each([
    [fresh, { what: 'first-word', on: '2026-12-01' }],
    [
      { ...fresh, firstWordAt: at },
      { what: 'plan', on: '2026-12-07' },
    ],
    [
      { ...fresh, firstWordAt: at, plannedAt: at, stepBy: '2026-12-20' },
      { what: 'step', on: '2026-12-20' },
    ],
    [{ ...fresh, firstWordAt: at, plannedAt: at }, { what: 'nothing' }],
    [{ ...fresh, state: 'waiting' }, { what: 'company' }],
    [{ ...fresh, state: 'closed' }, { what: 'closed' }],
  ] as const)('%j', (matter, due) => {
    expect(dueOf(matter)).toEqual(due)
  })
})

test('what is written in an address is a mark or a number, or nothing', () => {
  const mark = { key: '2026-12-01', id: '00000000-0000-4000-8000-000000000001' }
  expect(markIn(markFor(mark))).toEqual(mark)
  for (const wrong of ['', '~', '2026-12-01~x', `x~${mark.id}`, `${mark.key}~${'-'.repeat(36)}`])
    expect(markIn(wrong)).toBeNull()
  expect(numberIn(' 2026-17 ')).toEqual({ year: 2026, number: 17 })
  for (const wrong of ['nytt', '2026', '26-1', `2026-${'1'.repeat(10)}`]) expect(numberIn(wrong)).toBeNull()
})
