import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { typed } from '../testing.ts'
import { ActivityForm } from './activity-form.ts'
import { EvidenceForm, ReachedForm } from './evidence-form.ts'

function problemsOf(said: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const parsed = ActivityForm.safeParse(typed(said))
  if (parsed.success) return {}
  return Object.fromEntries(parsed.error.issues.map(({ path, message }) => [String(path[0]), message]))
}

describe('an activity', () => {
  test.each([
    [{}, {}],
    [{ title: '  ' }, { title: 'title-missing' }],
    [{ aim: '' }, { aim: 'aim-missing' }],
    [{ intervention: '' }, { intervention: 'intervention-missing' }],
    [{ title: 'x'.repeat(121) }, { title: 'text-too-long' }],
    [{ status: '' }, { status: 'status-missing' }],
    [{ status: 'not-reported' }, { status: 'status-unknown' }],
    [{ status: 'delayed' }, { reason: 'reason-missing' }],
    [{ status: 'stopped' }, { reason: 'reason-missing' }],
    [{ status: 'stuck' }, { reason: 'stuck-on-missing' }],
    [{ status: 'stuck', reason: 'Elnätet' }, {}],
    [{ owner: 'anna' }, { owner: 'person-unknown' }],
    [{ startsOn: '2026-02-30' }, { startsOn: 'day-invalid' }],
    [{ startsOn: '2027-01-02', endsOn: '2027-01-01' }, { endsOn: 'ends-before-start' }],
    [{ budget: 'mycket', paidBy: 'x' }, { budget: 'budget-invalid' }],
    [{ budget: '-5', paidBy: 'x' }, { budget: 'budget-invalid' }],
    [{ budget: '100' }, { paidBy: 'payer-missing' }],
    [{ 'milestone-1': '' }, { 'milestone-1': 'milestone-missing' }],
    [{ 'milestoneOn-1': '2026-13-01' }, { 'milestoneOn-1': 'day-invalid' }],
    [{ 'milestoneOn-1': '' }, {}],
    [{ version: '' }, { version: 'version-missing' }],
  ])('%j is told %j', (said, problems) => {
    expect(problemsOf(said)).toEqual(problems)
  })

  test.each([
    ['250000', 250_000],
    ['250 000 kr', 250_000],
    ['1\u00a0200\u00a0000', 1_200_000],
    ['1.200.000', 1_200_000],
    ['0', 0],
    ['', null],
  ])('a budget written %j is %j', (budget, amount) => {
    expect(ActivityForm.parse(typed({ budget, paidBy: 'Nämnden' })).word.budget).toBe(amount)
  })

  test('milestones keep their numbers, stand in the order of their days, and lose those without a text', () => {
    const said = {
      'milestone-1': 'Sist',
      'milestoneOn-1': '2027-05-01',
      'milestone-4': 'Först',
      'milestoneOn-4': '2027-01-01',
      'milestone-5': '',
      'milestoneOn-5': '',
      'milestone-6': 'Någon gång',
      'milestoneOn-6': '',
    }
    expect(ActivityForm.parse(typed(said)).word.milestones.map(({ number }) => number)).toEqual([4, 1, 6])
  })

  test('those that join are the boxes that are ticked', () => {
    const { word } = ActivityForm.parse(typed({ 'with-1480': 'on', 'with-1441': 'on' }))
    expect(word.joined).toEqual(['1441', '1480'])
  })

  test('whatever is sent is told or taken, and never thrown', () => {
    const sent = fc.dictionary(fc.string(), fc.string())
    fc.assert(
      fc.property(sent, (some) => {
        expect(ActivityForm.safeParse(some).success).toBeTypeOf('boolean')
      }),
    )
  })
})

describe('evidence', () => {
  test.each([
    ['/indikatorer', '/indikatorer'],
    ['https://Example.org/a b', 'https://example.org/a%20b'],
    ['HTTP://example.org', 'http://example.org/'],
    ['https:///example.org', 'https://example.org/'],
    ['data:text/html,x', null],
    ['//example.org', null],
    ['/\\example.org', null],
    ['ftp://example.org', null],
    ['example.org', null],
    ['/', null],
    ['https://', null],
    ['', null],
  ])('the address %j is %j', (address, taken) => {
    const parsed = EvidenceForm.safeParse({ title: 'x', address })
    expect(parsed.success ? parsed.data.address : null).toBe(taken)
  })
})

test('a milestone is told of by its own field', () => {
  const sent = { milestone: '2', 'reachedOn-2': '2026-11-01', 'reachedOn-1': 'x' }
  expect(ReachedForm.parse(sent)).toEqual({ milestone: 2, reachedOn: '2026-11-01' })
  const wrong = ReachedForm.safeParse({ milestone: '1', 'reachedOn-1': 'x' })
  expect(wrong.error?.issues.map(({ path }) => path)).toEqual([['reachedOn-1']])
})
