import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellsOf, parseDataset, parseStructure } from './dataset.ts'
import { describe as tell, JsonStatDataset } from './json-stat.ts'
import { recorded } from './testing/recorded-answers.ts'

function small(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    version: '2.0',
    class: 'dataset',
    id: ['Region', 'Tid'],
    size: [3, 4],
    dimension: {
      Region: { label: 'region', category: { index: ['1480', '1384', '1402'], label: { 1480: 'Göteborg' } } },
      Tid: { category: { index: { 2021: 0, 2022: 1, 2023: 2, 2024: 3 } } },
    },
    value: Array.from({ length: 12 }, (_, place) => place),
    ...changes,
  }
}

function problemsOf(json: unknown): readonly string[] {
  const parsed = parseDataset(json)
  return parsed.ok ? [] : parsed.refusal.map(({ problem, at }) => `${problem} ${at}`)
}

const read = (changes: Readonly<Record<string, unknown>>) => {
  const parsed = parseDataset(small(changes))
  return parsed.ok ? [...cellsOf(parsed.value)] : []
}

describe('reading JSON-stat 2', () => {
  test("SCB's live answer: 2,772 cells, each with its codes", () => {
    const parsed = parseDataset(recorded('scb-v2-tab6471-data'))
    expect(parsed.ok).toBe(true)
    if (!parsed.ok) return
    const cells = [...cellsOf(parsed.value)]
    expect(cells).toHaveLength(21 * 11 * 3 * 1 * 4)
    expect(cells[0]?.codes).toEqual(['01', '0-9', 'TotSa', '000007SF', '2026M01'])
    expect(cells.at(-1)).toEqual({
      codes: ['25', '100+10', '2', '000007SF', '2026M04'],
      value: 54,
      status: null,
    })
    expect(parsed.value.dimensions.map(({ role }) => role)).toEqual([null, null, null, 'metric', 'time'])
    expect(parsed.value.dimensions[3]?.categories[0]?.unit).toEqual({ base: 'antal', decimals: 0 })
  })

  test('metadata come without values', () => {
    const parsed = parseStructure(recorded('scb-v2-tab6471-metadata'))
    expect(parsed.ok && parsed.value.dimensions.map(({ categories }) => categories.length)).toEqual([
      312, 134, 3, 1, 16,
    ])
    expect(parseStructure(recorded('pxwebapi-tab004-metadata')).ok).toBe(true)
    expect(problemsOf(recorded('scb-v2-tab6471-metadata'))).toEqual(['value-count value'])
  })

  test("the specification's own example has sizes that do not fit, and each is told", () => {
    const parsed = parseStructure(recorded('spec-dataset-meta'))
    expect(parsed.ok).toBe(false)
    expect(!parsed.ok && parsed.refusal.map(({ problem, at }) => `${problem} ${at}`)).toContain(
      'category-count dimension.Alder.category',
    )
  })

  test('a value list of the wrong length says what was expected', () => {
    const parsed = parseDataset(small({ value: Array.from({ length: 11 }, () => 1) }))
    expect(!parsed.ok && parsed.refusal).toEqual([
      { problem: 'value-count', at: 'value', expected: '3×4=12', found: '11' },
    ])
    expect(!parsed.ok && parsed.refusal.map(tell)).toEqual([
      'value-count at value: expected 3×4=12, found 11',
    ])
  })

  test.each([
    ['no class', { class: undefined }, 'wrong-type class'],
    ['another class', { class: 'collection' }, 'wrong-type class'],
    ['fewer sizes than dimensions', { size: [12] }, 'size-count size'],
    ['a size too small', { size: [3, 3], value: Array(9).fill(1) }, 'category-count dimension.Tid.category'],
    [
      'the same dimension twice',
      { id: ['Tid', 'Tid'], size: [4, 4], value: Array(16).fill(1) },
      'repeated-dimension id',
    ],
    ['a dimension that is not there', { id: ['Region', 'Kon'] }, 'missing-dimension dimension.Kon'],
    [
      'a dimension named like a part of every object',
      { id: ['Region', 'constructor'] },
      'missing-dimension dimension.constructor',
    ],
    ['a role for nobody', { role: { time: ['Year'] } }, 'role-of-unknown-dimension role.time'],
    ['no value', { value: null }, 'value-missing value'],
    ['text among the values', { value: [...Array(11).fill(1), '7'] }, 'wrong-type value'],
    ['a sparse value outside', { value: { 12: 1 } }, 'value-place value.12'],
    ['a sparse value nowhere', { value: { '01': 1 } }, 'value-place value.01'],
    ['too few statuses', { status: ['a', 'b'] }, 'status-count status'],
    ['a status outside', { status: { 99: '..' } }, 'status-place status.99'],
    ['more cells than any table has', { size: [100_000, 100_000], value: {} }, 'too-many-cells size'],
  ])('%s', (_, changes, expected) => {
    expect(problemsOf(small(changes))).toContain(expected)
  })

  test.each([
    ['an index that leaves a place out', { index: { a: 0, b: 2 } }],
    ['an index with a place twice', { index: { a: 1, b: 1 } }],
    ['a list with a code twice', { index: ['a', 'a'] }],
  ])('%s', (_, category) => {
    const json = small({ id: ['x'], size: [2], dimension: { x: { category } }, value: [1, 2] })
    expect(problemsOf(json)).toContain('index-order dimension.x.category.index')
  })

  test('a label without its code', () => {
    const category = { index: ['a'], label: { a: 'A', b: 'B' } }
    expect(problemsOf(small({ id: ['x'], size: [1], dimension: { x: { category } }, value: [1] }))).toEqual([
      'label-without-code dimension.x.category.label',
    ])
  })

  test.each(['text', null, 7, [], { class: 'dataset' }])('what is no dataset at all: %j', (json) => {
    expect(problemsOf(json).length).toBeGreaterThan(0)
  })

  test('sparse values, and a status for each cell, for one, or for all', () => {
    const sparse = read({ value: { 0: 5, 11: null }, status: { 11: '..' } })
    expect(sparse[0]).toEqual({ codes: ['1480', '2021'], value: 5, status: null })
    expect(sparse[11]).toEqual({ codes: ['1402', '2024'], value: null, status: '..' })
    expect(read({ status: 'p' }).every(({ status }) => status === 'p')).toBe(true)
    expect(read({ status: ['p'] }).every(({ status }) => status === 'p')).toBe(true)
    expect(
      read({ status: Array.from({ length: 12 }, (_, place) => (place === 3 ? 'e' : null)) })[3]?.status,
    ).toBe('e')
  })

  test('a single category needs no index', () => {
    const category = { label: { only: 'The only one' } }
    const parsed = parseDataset(small({ id: ['x'], size: [1], dimension: { x: { category } }, value: [4] }))
    expect(parsed.ok && parsed.value.dimensions[0]?.categories[0]).toMatchObject({
      code: 'only',
      label: 'The only one',
    })
  })

  test('a writer may use the same schema: what does not fit is refused', () => {
    expect(JsonStatDataset.safeParse(small()).success).toBe(true)
    expect(JsonStatDataset.safeParse(small({ value: [] })).success).toBe(false)
  })

  test('any cube is read cell by cell in row-major order', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(sizes, (size) => {
        const id = size.map((_, place) => `v${place}`)
        const dimension = Object.fromEntries(
          id.map((code, place) => [
            code,
            { category: { index: Array.from({ length: size[place] ?? 0 }, (_, at) => `${code}-${at}`) } },
          ]),
        )
        const cells = size.reduce((product, one) => product * one, 1)
        const parsed = parseDataset({
          class: 'dataset',
          id,
          size,
          dimension,
          value: Array.from({ length: cells }, (_, at) => at),
        })
        expect(parsed.ok).toBe(true)
        if (!parsed.ok) return
        for (const { codes, value } of cellsOf(parsed.value)) {
          const place = codes.reduce((sum, code, at) => sum * (size[at] ?? 1) + Number(code.split('-')[1]), 0)
          expect(value).toBe(place)
        }
      }),
    )
  })
})
