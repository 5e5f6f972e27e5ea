import { expect, it } from 'vitest'
import { seatingTexts } from '../texts.ts'
import { possible } from './possible.ts'

it('tells how many rounds a layout allows before some meet again', () => {
  expect(possible({ people: 80, tables: 10, rounds: 4 })).toMatchObject({ constructed: 4, instead: [] })
  expect(possible({ people: 32, tables: 8, rounds: 11 })).toMatchObject({ constructed: 10, atMost: 10 })
  // Nine at a table and eight tables: two of them sit together again in the second round.
  expect(possible({ people: 72, tables: 8, rounds: 3 })).toMatchObject({ atMost: 1, constructed: 1 })
})

it('names numbers of tables that allow what ten do not', () => {
  const layout = { people: 90, tables: 10, rounds: 7 }
  const found = possible(layout)
  expect(found.known).toBeLessThan(7)
  expect(found.instead).toEqual([11, 13])
  expect(seatingTexts('en').repeatFree({ ...layout, ...found })).toBe(
    'With 10 tables no way is known to hold 7 rounds without some meeting again; with 11 or 13 there is one.',
  )
})
