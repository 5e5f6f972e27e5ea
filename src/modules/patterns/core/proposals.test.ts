import fc from 'fast-check'
import { expect, test } from 'vitest'
import { proposalsIn, type Candidate } from './proposals.ts'

const terms = (words: string) => new Map(words.split(' ').map((word) => [word, 1]))
const matter = (id: string, municipality: string, words: string, topic = 'el'): Candidate => ({
  id,
  topic,
  municipalities: [municipality],
  receivedOn: `2026-11-0${Number(id) % 9 || 9}`,
  isExample: false,
  terms: terms(words),
})

const wait = 'vänta effekt nät laddare'
const others = [
  matter('7', '1480', 'skylt infart'),
  matter('8', '1440', 'toalett torg'),
  matter('9', '1441', 'lärling elev'),
]

test('the same obstacle in three municipalities is proposed, with the words they share', () => {
  const found = proposalsIn([
    matter('1', '1440', `${wait} bageri`),
    matter('2', '1441', `${wait} verkstad`),
    matter('3', '1480', `${wait} hotell`),
    ...others,
  ])
  expect(found).toHaveLength(1)
  expect(found[0]).toMatchObject({
    matters: ['1', '2', '3'],
    municipalities: ['1440', '1441', '1480'],
    from: '2026-11-01',
    to: '2026-11-03',
  })
  expect(found[0]?.words.toSorted()).toEqual(['effekt', 'laddare', 'nät', 'vänta'])
})

test('in two municipalities, or in two topics, it is none', () => {
  expect(
    proposalsIn([matter('1', '1440', wait), matter('2', '1441', wait), matter('3', '1441', wait)]),
  ).toEqual([])
  expect(
    proposalsIn([matter('1', '1440', wait), matter('2', '1441', wait), matter('3', '1480', wait, 'trafik')]),
  ).toEqual([])
})

const words = ['el', 'nät', 'effekt', 'bygglov', 'vänta', 'skylt', 'väg', 'lager', 'torg', 'mark']
const candidates = fc
  .array(
    fc.record({
      topic: fc.constantFrom('a', 'b'),
      municipalities: fc.uniqueArray(fc.constantFrom('1', '2', '3', '4', '5'), {
        minLength: 1,
        maxLength: 2,
      }),
      isExample: fc.boolean(),
      chosen: fc.uniqueArray(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }),
    }),
    { maxLength: 25 },
  )
  .map((drawn) =>
    drawn.map(({ chosen, ...one }, index): Candidate => ({
      ...one,
      id: String(index),
      receivedOn: '2026-11-02',
      terms: terms(chosen.join(' ')),
    })),
  )

test('a proposal has three municipalities, a matter is in one, and the order says nothing', () => {
  fc.assert(
    fc.property(
      candidates,
      fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      (drawn, random) => {
        const found = proposalsIn(drawn)
        const all = found.flatMap(({ matters }) => matters)
        expect(new Set(all).size).toBe(all.length)
        for (const { matters, municipalities, topic, isExample } of found) {
          const own = drawn.filter(({ id }) => matters.includes(id))
          expect(new Set(own.flatMap((one) => one.municipalities))).toEqual(new Set(municipalities))
          expect(municipalities.length).toBeGreaterThanOrEqual(3)
          expect(matters.length).toBeGreaterThanOrEqual(3)
          expect(own.every((one) => one.topic === topic && one.isExample === isExample)).toBe(true)
        }
        const shuffled = drawn
          .map((one) => ({ one, at: random.next().value }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ one }) => one)
        expect(proposalsIn(shuffled)).toEqual(found)
      },
    ),
  )
})
