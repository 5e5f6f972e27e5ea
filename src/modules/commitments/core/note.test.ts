import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inOrder, saidIn, type NoteText } from './note.ts'

const aText = fc.record({
  id: fc.uuid(),
  turn: fc.integer({ min: 1, max: 4 }),
  voice: fc.constantFrom('company' as const, 'table' as const),
  text: fc.string(),
  writtenAt: fc.date({
    min: new Date('2026-12-01T08:00:00Z'),
    max: new Date('2026-12-01T08:00:02Z'),
    noInvalidDate: true,
  }),
})
/** What two devices have written, as it arrives: some of it more than once, in two orders. */
const arrivals = fc
  .uniqueArray(aText, { selector: ({ id }) => id, minLength: 1, maxLength: 8 })
  .chain((texts) =>
    fc.record({
      one: fc.shuffledSubarray([...texts, ...texts], { minLength: texts.length * 2 }),
      other: fc.shuffledSubarray([...texts, ...texts], { minLength: texts.length * 2 }),
    }),
  )

test('the texts of two devices give the same note, in whatever order and however often they arrive', () => {
  fc.assert(
    fc.property(arrivals, ({ one, other }) => {
      expect(inOrder(one)).toEqual(inOrder(other))
    }),
  )
})

test('what is merged in parts is as what is merged at once', () => {
  fc.assert(
    fc.property(arrivals, fc.nat(8), ({ one }, cut) => {
      const inParts = inOrder([...inOrder(one.slice(0, cut)), ...inOrder(one.slice(cut))])
      expect(inParts).toEqual(inOrder(one))
    }),
  )
})

const written = (turn: number, second: number, text: string): NoteText => ({
  id: `${turn}${second}`,
  turn,
  voice: 'company',
  text,
  writtenAt: new Date(Date.UTC(2026, 11, 1, 8, 0, second)),
})

test('whoever wrote over a text holds, also with a clock that is slow; else the later one', () => {
  expect(saidIn({ texts: [written(1, 9, 'först'), written(2, 1, 'sedan')] })?.text).toBe('sedan')
  expect(saidIn({ texts: [written(2, 1, 'tidigare'), written(2, 4, 'senare')] })?.text).toBe('senare')
  expect(saidIn({ texts: [written(1, 1, 'borta'), written(2, 2, '')] })).toBeUndefined()
})
