import { describe, expect, it } from 'vitest'
import { aCell, anEntry } from '../testing.ts'
import type { CellGrid } from './cell-grid.ts'
import { isLookedFor, matrixFilters, rowsLookedAt, type MatrixFilter } from './matrix-view.ts'

const looking = { own: ['lerum'], personId: 'bo', today: '2026-11-24' }
const longAgo = new Date('2026-01-10T09:00:00Z')

describe('a cell', () => {
  it.each<[string, Parameters<typeof anEntry>, readonly MatrixFilter[]]>([
    ['that goes as planned', [1, aCell()], ['all']],
    ['of the reader’s own municipality', [1, aCell(), 'lerum'], ['all', 'mine']],
    ['that the reader deputises', [1, aCell({ deputy: { id: 'bo', name: 'Bo' } })], ['all', 'mine']],
    ['that has never been reported', [1, null], ['all', 'silent']],
    ['that nobody has spoken of for long', [1, aCell({ saidAt: longAgo })], ['all', 'silent']],
    ['that is stuck', [1, aCell({ status: 'stuck' })], ['all', 'stuck']],
    ['that is delayed', [1, aCell({ status: 'delayed' })], ['all', 'delayed']],
    [
      'whose milestone has passed',
      [1, aCell({ milestone: { text: 'Avtal', on: '2026-11-01' } })],
      ['all', 'delayed'],
    ],
    ['without an owner', [1, aCell({ owner: null })], ['all', 'no-owner']],
    [
      'that is done, long ago and without an owner',
      [1, aCell({ status: 'done', owner: null, saidAt: longAgo })],
      ['all'],
    ],
  ])('%s is looked for by what it is', (_what, entry, filters) => {
    expect(matrixFilters.filter((filter) => isLookedFor(anEntry(...entry), filter, looking))).toEqual(filters)
  })
})

describe('the rows', () => {
  const entries = [
    anEntry(1, aCell()),
    anEntry(2, aCell({ saidAt: longAgo, owner: null })),
    anEntry(3, null),
    anEntry(4, aCell({ status: 'stuck' })),
  ]
  const grid: CellGrid = {
    municipalities: [{ code: 'ale', slug: 'ale', name: 'ale' }],
    interventions: entries.map(({ intervention }) => intervention),
    entries,
  }
  const numbers = (filter: MatrixFilter, order: 'number' | 'oldest' | 'most') =>
    rowsLookedAt(grid, filter, order, looking).map(({ intervention }) => intervention.number)

  it('are those that hold what is looked for', () => {
    expect(numbers('all', 'number')).toEqual([1, 2, 3, 4])
    expect(numbers('silent', 'number')).toEqual([2, 3])
    expect(numbers('mine', 'number')).toEqual([])
  })

  it('stand with the oldest words first, what was never said before all', () => {
    expect(numbers('all', 'oldest')).toEqual([3, 2, 1, 4])
  })

  it('stand with those first that need somebody', () => {
    expect(numbers('all', 'most')).toEqual([2, 3, 4, 1])
  })
})
