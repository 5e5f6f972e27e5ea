import { describe, expect, it } from 'vitest'
import { aCell, anEntry } from '../testing.ts'
import type { CellGrid, GridEntry } from './cell-grid.ts'
import { changesBetween, movesAmong } from './changes-between.ts'

function grid(...entries: readonly GridEntry[]): CellGrid {
  return {
    entries,
    interventions: [...new Map(entries.map(({ intervention }) => [intervention.id, intervention])).values()],
    municipalities: [
      ...new Map(entries.map(({ municipality }) => [municipality.code, municipality])).values(),
    ],
  }
}

const late = aCell({ status: 'delayed', text: 'Det drar ut på tiden.', version: 2 })

describe('between two moments', () => {
  it('nothing has changed where nothing was said', () => {
    const now = grid(anEntry(1, aCell()), anEntry(2, null))
    expect(changesBetween(now, now)).toEqual([])
  })

  it('a new word is told with what it changed', () => {
    const [ale] = changesBetween(grid(anEntry(1, aCell())), grid(anEntry(1, late)))
    expect(ale?.municipality.code).toBe('ale')
    expect(ale?.changes[0]?.fields.map(({ field }) => field)).toEqual(['status', 'text'])
  })

  it('a first word is a change from nothing', () => {
    const [ale] = changesBetween(grid(anEntry(1, null)), grid(anEntry(1, aCell())))
    expect(ale?.changes[0]).toMatchObject({ before: null, after: { status: 'on-plan' } })
  })

  it('the same word said again is told, as that', () => {
    const [ale] = changesBetween(grid(anEntry(1, aCell())), grid(anEntry(1, aCell({ version: 2 }))))
    expect(ale?.changes[0]?.fields).toEqual([])
  })

  it('municipalities come in their order, and those that said nothing are left out', () => {
    const before = grid(anEntry(1, null), anEntry(1, aCell(), 'lerum'), anEntry(1, null, 'tjorn'))
    const after = grid(anEntry(1, aCell()), anEntry(1, aCell(), 'lerum'), anEntry(1, late, 'tjorn'))
    expect(changesBetween(before, after).map(({ municipality }) => municipality.code)).toEqual([
      'ale',
      'tjorn',
    ])
  })
})

it('counts how cells moved, and none that stayed', () => {
  const before = grid(anEntry(1, aCell()), anEntry(2, aCell()), anEntry(3, null), anEntry(4, aCell()))
  const after = grid(anEntry(1, late), anEntry(2, late), anEntry(3, late), anEntry(4, aCell({ version: 2 })))
  const all = changesBetween(before, after).flatMap(({ changes }) => changes)
  expect(movesAmong(all)).toEqual([
    { from: 'on-plan', to: 'delayed', count: 2 },
    { from: 'not-reported', to: 'delayed', count: 1 },
  ])
})
