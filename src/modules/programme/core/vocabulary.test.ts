import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Bilingual } from '#platform/values/locale.ts'
import { aVocabulary } from '../testing.ts'
import { Status } from './status.ts'
import { isLabelTaken, isNeeded, maySay, nameOf, standingWords } from './vocabulary.ts'

const vocabulary = aVocabulary({ 'on-plan': 'Går bra', stuck: 'Står still' })
const withoutStopped = vocabulary.map((one) =>
  one.id === 'stopped' ? { ...one, retiredAt: new Date('2026-01-01') } : one,
)

it('tells the words in a language, in the network’s order, and which may be said', () => {
  const words = standingWords(withoutStopped.toReversed(), 'en')
  expect(words.labels['on-plan']).toBe('Går bra')
  expect(words.meanings.stuck).toBe('Vad stuck betyder')
  expect(words.order.slice(0, 2)).toEqual(['not-reported', 'stopped'])
  expect([...words.inUse].toSorted()).toEqual(['delayed', 'done', 'on-plan', 'planned', 'stuck'])
  expect(nameOf('stuck', vocabulary)).toEqual({ sv: 'Står still', en: '' })
})

it('lets what is out of use be said only where it stands already', () => {
  expect(maySay(withoutStopped, 'stopped', undefined)).toBe(false)
  expect(maySay(withoutStopped, 'stopped', 'done')).toBe(false)
  expect(maySay(withoutStopped, 'stopped', 'stopped')).toBe(true)
  expect(maySay(withoutStopped, 'done', 'stopped')).toBe(true)
})

it('needs what the rules rest on', () => {
  expect(Status.options.filter((status) => !isNeeded(status))).toEqual(['planned', 'stopped'])
  expect(isNeeded('not-reported')).toBe(true)
})

const taken = (sv: string, en = '') => isLabelTaken({ sv, en }, 'done', withoutStopped)

it('calls no two alike, in either language, in use or not', () => {
  expect([taken('går BRA'), taken('stopped'), taken('Klar', 'Står still'), taken('not-reported')]).toEqual([
    true,
    true,
    true,
    true,
  ])
  expect([taken('done'), taken('Klar', 'Done')]).toEqual([false, false])
})

const label = fc.constantFrom('Klar', 'klar', 'Färdig', 'Done', '')
const called = (id: 'done' | 'stopped', name: Bilingual) =>
  vocabulary.filter((word) => word.id === id).map((word) => ({ ...word, name }))

it('is alike both ways', () => {
  fc.assert(
    fc.property(fc.record({ sv: label, en: label }), fc.record({ sv: label, en: label }), (one, other) => {
      expect(isLabelTaken(one, 'done', called('stopped', other))).toBe(
        isLabelTaken(other, 'stopped', called('done', one)),
      )
    }),
  )
})
