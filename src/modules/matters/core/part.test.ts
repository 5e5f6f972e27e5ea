import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AssignForm, PassOnForm } from './part-forms.ts'
import { activeOf, afterPassing, leadOf, triageAfter, type Part, type Triage } from './part.ts'

const at = new Date('2026-12-01T10:00:00Z')
type Standing = Pick<Part, 'municipality' | 'role' | 'desk' | 'owner' | 'leftAt'>
const part = (municipality: string, role: Part['role'], is: Partial<Standing> = {}): Standing => ({
  municipality,
  role,
  desk: 'service',
  owner: null,
  leftAt: null,
  ...is,
})
const found = (desk: string | null) =>
  ({ desk, owner: null, because: { by: 'rule', version: null, rule: null }, triage: null }) as const

describe('why a person must say where a matter belongs', () => {
  test.each([
    ['nobody leads', [part('1440', 'contributor')], null, 'not-mine'],
    ['a desk is missing', [part('1440', 'lead', { desk: null })], null, 'no-desk'],
    ['rules still disagree', [part('1440', 'lead', { desk: null })], 'several-desks', 'several-desks'],
    ['all have a desk', [part('1440', 'lead'), part('1441', 'contributor')], 'no-desk', null],
    [
      'who is only informed needs no desk',
      [part('1440', 'lead'), part('1441', 'informed', { desk: null })],
      null,
      null,
    ],
    ['the coordinator has not settled it', [part('1440', 'lead')], 'not-mine', 'not-mine'],
  ] as const)('%s', (_, parts, before, after) => {
    expect(triageAfter(parts, before)).toBe(after)
  })
})

const codes = ['1', '2', '3', '4']
const anyParts = fc
  .subarray(codes, { minLength: 1 })
  .chain((there) =>
    fc.tuple(
      fc.constant(there),
      fc.nat(there.length - 1),
      fc.array(
        fc.record({
          desk: fc.option(fc.constant('service')),
          hasLeft: fc.boolean(),
          isInformed: fc.boolean(),
        }),
        {
          minLength: 4,
          maxLength: 4,
        },
      ),
    ),
  )
  .map(([there, lead, how]) =>
    there.map((code, index) =>
      part(code, index === lead ? 'lead' : how[index]?.isInformed ? 'informed' : 'contributor', {
        desk: how[index]?.desk ?? null,
        leftAt: index !== lead && how[index]?.hasLeft ? at : null,
      }),
    ),
  )

/** The parts as they stand once a passing has been written. */
function written(
  parts: readonly Standing[],
  from: string,
  stays: boolean,
  receiver: ReturnType<typeof afterPassing>['receiver'],
) {
  return [
    ...parts
      .filter(({ municipality }) => municipality !== receiver?.municipality)
      .map((one) =>
        one.municipality !== from ? one : stays ? part(from, 'contributor', one) : { ...one, leftAt: at },
      )
      .map((one) => (one.municipality === from && stays ? { ...one, role: 'contributor' as const } : one)),
    ...(receiver ? [{ ...receiver, leftAt: null }] : []),
  ]
}

test('passing on never leaves a matter without a lead or somebody asked, however often', () => {
  const step = fc.record({
    to: fc.option(fc.constantFrom(...codes)),
    stays: fc.boolean(),
    desk: fc.option(fc.constant('service')),
    whose: fc.nat(3),
  })
  fc.assert(
    fc.property(anyParts, fc.array(step, { maxLength: 6 }), (first, steps) => {
      let parts: readonly Standing[] = first
      let triage: Triage | null = triageAfter(parts, null)
      for (const { to, stays, desk: byRules, whose } of steps) {
        const active = activeOf(parts)
        const from = active[whose % Math.max(1, active.length)]?.municipality
        if (from === undefined || from === to) continue
        const passed = afterPassing(parts, { from, to, stays }, { found: found(byRules), at, triage })
        parts = written(parts, from, stays, passed.receiver)
        triage = passed.triage
        expect(activeOf(parts).filter(({ role }) => role === 'lead').length).toBeLessThanOrEqual(1)
        expect(leadOf(parts) !== null || triage !== null).toBe(true)
        const withoutDesk = activeOf(parts).filter((one) => one.role !== 'informed' && one.desk === null)
        expect(triage !== null || withoutDesk.length === 0).toBe(true)
      }
    }),
  )
})

describe('the forms', () => {
  test('pass on to somebody, for a reason', () => {
    const { error } = PassOnForm.safeParse({ municipality: '1440', to: '', reason: ' ' })
    expect(error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ['to', 'receiver-missing'],
      ['reason', 'reason-missing'],
    ])
    expect(PassOnForm.parse({ municipality: '1440', to: 'coordinator', reason: 'x' }).to).toBeNull()
  })

  test('assign with one lead and a reason', () => {
    const parsed = AssignForm.safeParse({
      'role-1440': 'lead',
      'role-1441': 'lead',
      'role-1480': '',
      reason: '',
    })
    expect(parsed.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ['role-1441', 'lead-twice'],
      ['reason', 'reason-missing'],
    ])
    expect(AssignForm.safeParse({ reason: 'x' }).error?.issues[0]?.message).toBe('lead-missing')
  })
})
