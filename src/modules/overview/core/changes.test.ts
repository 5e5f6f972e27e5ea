import { expect, test } from 'vitest'
import { changesBetween, personIdsIn, withNames } from './changes.ts'

test('only what differs is told, languages apart', () => {
  const before = { status: 'on-plan', text: 'Går bra', name: { sv: 'Insats', en: 'Intervention' } }
  const after = { status: 'stuck', text: 'Går bra', name: { sv: 'Insats', en: 'Action' } }
  expect(changesBetween(before, after)).toEqual([
    { field: 'status', before: 'on-plan', after: 'stuck' },
    { field: 'name.en', before: 'Intervention', after: 'Action' },
  ])
})

test('what is new has no before, and what is gone no after', () => {
  expect(changesBetween(null, { role: 'officer' })).toEqual([
    { field: 'role', before: null, after: 'officer' },
  ])
  expect(changesBetween({ role: 'officer' }, null)).toEqual([
    { field: 'role', before: 'officer', after: null },
  ])
})

test('lists are read as one, and emptiness is nothing', () => {
  expect(changesBetween({ indicators: ['a'] }, { indicators: ['a', 'b'], note: '' })).toEqual([
    { field: 'indicators', before: 'a', after: 'a, b' },
  ])
})

test('persons are named where the reader may know them', () => {
  const [known, unknown] = ['7d2f0c1e-1111-4222-8333-444455556666', '7d2f0c1e-1111-4222-8333-444455557777']
  const text = `${known} gav över till ${unknown}`
  expect(personIdsIn(text)).toEqual([known, unknown])
  expect(withNames(text, new Map([[known, 'Samordnare (exempel)']]))).toBe(
    `Samordnare (exempel) gav över till ${unknown}`,
  )
})
