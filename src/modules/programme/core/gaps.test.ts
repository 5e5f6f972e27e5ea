import { expect, it } from 'vitest'
import { aCell, anEntry } from '../testing.ts'
import type { CellGrid } from './cell-grid.ts'
import { gapsOf } from './gaps.ts'

const today = '2026-11-24'
const old = new Date('2026-01-01T09:00:00Z')
const fresh = new Date('2026-11-20T09:00:00Z')

const entries = [
  anEntry(1, aCell({ saidAt: fresh }), 'ale'),
  anEntry(1, aCell({ saidAt: old }), 'lerum'),
  anEntry(1, null, 'tjorn'),
  anEntry(2, aCell({ status: 'stuck', owner: null, saidAt: old }), 'ale'),
  anEntry(2, aCell({ status: 'done', saidAt: old }), 'lerum'),
  anEntry(2, null, 'tjorn'),
  anEntry(3, null, 'ale'),
  anEntry(3, null, 'lerum'),
  anEntry(3, null, 'tjorn'),
]
const grid: CellGrid = {
  municipalities: entries.slice(0, 3).map(({ municipality }) => municipality),
  interventions: [0, 3, 6].flatMap((at) => entries[at]?.intervention ?? []),
  entries,
}

it('tells who has most that is missing or silent first, and what', () => {
  const { municipalities } = gapsOf(grid, today)
  const told = municipalities.map((one) => [
    one.municipality.code,
    one.neverReported.length,
    one.silent.length,
    one.stuck.length,
    one.withoutOwner.length,
    one.lastWord,
  ])
  expect(told).toEqual([
    ['tjorn', 3, 0, 0, 0, null],
    ['ale', 1, 1, 1, 1, fresh],
    ['lerum', 1, 1, 0, 0, old],
  ])
})

it('tells which interventions nobody has spoken of', () => {
  expect(gapsOf(grid, today).untouched.map(({ number }) => number)).toEqual([3])
})

it('finds nothing in an empty network', () => {
  expect(gapsOf({ municipalities: [], interventions: [], entries: [] }, today)).toEqual({
    municipalities: [],
    untouched: [],
  })
})
