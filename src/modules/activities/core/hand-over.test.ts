import { describe, expect, test } from 'vitest'
import { keyOf, passingsIn, responsibleAfter, type Held } from './hand-over.ts'

const [anna, bo, cia] = ['anna', 'bo', 'cia'].map((id) => ({ id, name: id }))

function held(said: Partial<Held> = {}): Held {
  return {
    kind: 'cell',
    thing: 'insats',
    municipality: { code: '1440', slug: 'ale', name: 'Ale' },
    name: { sv: 'Insats', en: '' },
    status: 'on-plan',
    part: 'owner',
    owner: anna ?? null,
    deputy: bo ?? null,
    ...said,
  }
}

const one = held()
const key = keyOf(one)
const peopleIn = (code: string) => new Set(code === '1440' ? ['bo', 'cia'] : [])
const asked = (typed: Readonly<Record<string, string>>, some: readonly Held[] = [one]) =>
  passingsIn(
    some,
    { ...Object.fromEntries(some.map((each) => [`to-${keyOf(each)}`, ''])), ...typed },
    peopleIn,
  )

describe('a hand-over form', () => {
  test.each([
    ['the one for all', { 'all-1440': 'bo' }, 'bo', null],
    ['an exception', { 'all-1440': 'bo', [`to-${key}`]: 'cia' }, 'cia', null],
    [
      'nobody, with the reason for all',
      { 'all-1440': 'nobody', 'reason-1440': 'Tjänsten är vakant' },
      null,
      'Tjänsten är vakant',
    ],
    [
      'nobody here, with a reason of its own',
      { 'all-1440': 'bo', [`to-${key}`]: 'nobody', [`why-${key}`]: 'Läggs ned' },
      null,
      'Läggs ned',
    ],
  ])('%s', (_name, typed, to, reason) => {
    expect(asked(typed)).toEqual({ passings: [{ held: one, to, reason }], errors: {} })
  })

  test.each([
    [{}, { 'all-1440': 'nobody-chosen' }],
    [{ 'all-1440': 'nobody' }, { 'reason-1440': 'why-nobody-missing' }],
    [{ [`to-${key}`]: 'nobody' }, { [`why-${key}`]: 'why-nobody-missing' }],
    [{ 'all-1440': 'nobody', 'reason-1440': 'x'.repeat(301) }, { 'reason-1440': 'text-too-long' }],
    [{ 'all-1440': 'anna' }, { 'all-1440': 'owner-not-here' }],
    [{ [`to-${key}`]: 'stranger' }, { [`to-${key}`]: 'owner-not-here' }],
  ])('%j is told %j', (typed, errors) => {
    expect(asked(typed).errors).toEqual(errors)
  })

  test('what it did not ask about stays', () => {
    expect(passingsIn([one], { 'all-1440': 'bo' }, peopleIn).passings).toEqual([])
  })

  test('whoever loses a deputy need not say why', () => {
    const deputised = held({ part: 'deputy', owner: cia ?? null, deputy: anna ?? null })
    expect(asked({ 'all-1440': 'nobody' }, [deputised]).errors).toEqual({})
  })
})

test.each([
  [held(), 'cia', { owner: 'cia', deputy: 'bo' }],
  [held(), 'bo', { owner: 'bo', deputy: null }],
  [held(), null, { owner: null, deputy: 'bo' }],
  [held({ part: 'deputy', owner: cia ?? null, deputy: anna ?? null }), 'bo', { owner: 'cia', deputy: 'bo' }],
  [held({ part: 'deputy', owner: cia ?? null, deputy: anna ?? null }), 'cia', { owner: 'cia', deputy: null }],
])('nobody becomes their own deputy', (thing, to, after) => {
  expect(responsibleAfter({ held: thing, to, reason: null })).toEqual(after)
})
