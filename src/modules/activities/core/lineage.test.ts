import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sourcesOf, takersOf } from './lineage.ts'

const chain = [
  { id: 'a', takenFrom: null },
  { id: 'b', takenFrom: 'a' },
  { id: 'c', takenFrom: 'b' },
  { id: 'd', takenFrom: 'a' },
]
const idsOf = (some: readonly { readonly id: string }[]) => some.map(({ id }) => id)

test('each knows its sources, the nearest first, and those that took it over', () => {
  expect(idsOf(sourcesOf('c', chain))).toEqual(['b', 'a'])
  expect(idsOf(sourcesOf('a', chain))).toEqual([])
  expect(idsOf(takersOf('a', chain))).toEqual(['b', 'd'])
  expect(idsOf(takersOf('c', chain))).toEqual([])
})

test('of whatever is taken from whatever, each is a taker of its nearest source, and none is told twice', () => {
  const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e')
  const some = fc.uniqueArray(fc.record({ id: ids, takenFrom: fc.option(ids) }), { selector: ({ id }) => id })
  fc.assert(
    fc.property(some, (all) => {
      for (const one of all) {
        const sources = sourcesOf(one.id, all)
        expect(new Set(sources).size).toBe(sources.length)
        for (const nearest of sources.slice(0, 1)) expect(takersOf(nearest.id, all)).toContain(one)
      }
    }),
  )
})
