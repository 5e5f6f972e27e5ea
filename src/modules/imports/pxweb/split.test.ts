import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellsOf, parseDataset, type Dataset } from './dataset.ts'
import { cellsIn, splitQuery, type Query } from './split.ts'
import { cubeOf, recorded } from './testing/recorded-answers.ts'
import { cutOut } from './testing/cube.ts'
import { strayFrom } from './stray.ts'
import { joinDatasets } from './testing/join.ts'

const query = fc
  .array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 })
  .map((sizes): Query => ({
    table: 'T',
    variables: sizes.map((size, at) => ({
      code: `v${at}`,
      values: Array.from({ length: size }, (_, value) => `${at}.${value}`),
    })),
  }))

function cellNames({ variables }: Query): readonly string[] {
  return variables.reduce<readonly string[]>(
    (names, { values }) => names.flatMap((name) => values.map((value) => `${name}/${value}`)),
    [''],
  )
}

function partsOf(whole: Query, cells: number, values = Infinity): readonly Query[] {
  const parts = splitQuery(whole, { cells, values })
  return parts.ok ? parts.value : []
}

describe('splitting a query', () => {
  test('covers each cell once, and no part is above a limit', () => {
    fc.assert(
      fc.property(
        query,
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 0, max: 60 }),
        (whole, cells, spare) => {
          const values = whole.variables.length + spare
          const parts = partsOf(whole, cells, values)
          expect(parts.flatMap(cellNames).toSorted()).toEqual(cellNames(whole).toSorted())
          for (const part of parts) {
            expect(cellsIn(part)).toBeLessThanOrEqual(cells)
            expect(part.variables.flatMap((one) => one.values).length).toBeLessThanOrEqual(values)
          }
        },
      ),
      { numRuns: 200 },
    )
  })

  test('what fits is one part, unchanged', () => {
    fc.assert(
      fc.property(query, (whole) => {
        expect(partsOf(whole, cellsIn(whole))).toEqual([whole])
      }),
    )
  })

  test('all municipalities, ages, genders and months of TAB6471 need 14 calls of 150,000 cells', () => {
    const whole: Query = {
      table: 'TAB6471',
      variables: [312, 134, 3, 1, 16].map((size, at) => ({
        code: String(at),
        values: Array.from({ length: size }, (_, value) => String(value)),
      })),
    }
    const parts = partsOf(whole, 150_000)
    expect(cellsIn(whole)).toBe(2_006_784)
    // 13.4 would be the fewest thinkable.
    expect(parts).toHaveLength(14)
    expect(new Set(parts.map((part) => part.variables[0]?.values.length))).toEqual(new Set([22, 23]))
  })

  test('one cell at a time is the smallest', () => {
    const whole: Query = {
      table: 'T',
      variables: [
        { code: 'a', values: ['1', '2'] },
        { code: 'b', values: ['1', '2', '3'] },
      ],
    }
    expect(partsOf(whole, 1)).toHaveLength(6)
    expect(splitQuery(whole, { cells: 0, values: 10 })).toEqual({ ok: false, refusal: 'limit-too-small' })
    expect(splitQuery(whole, { cells: 10, values: 1 })).toEqual({ ok: false, refusal: 'limit-too-small' })
  })

  test('a code list goes along with each part', () => {
    const whole: Query = { table: 'T', variables: [{ code: 'a', values: ['1', '2'], codelist: 'agg_x' }] }
    expect(partsOf(whole, 1).map(({ variables }) => variables)).toEqual([
      [{ code: 'a', values: ['1'], codelist: 'agg_x' }],
      [{ code: 'a', values: ['2'], codelist: 'agg_x' }],
    ])
  })
})

describe('joining the answers', () => {
  const whole = recordedDataset()
  const asked: Query = {
    table: 'TAB6471',
    variables: whole.dimensions.map(({ code, categories }) => ({
      code,
      values: categories.map((one) => one.code),
    })),
  }

  test.each([2771, 500, 77])("SCB's recorded table in parts of at most %i cells becomes itself", (cells) => {
    const parts = partsOf(asked, cells)
    expect(parts.length).toBeGreaterThan(1)
    // The order in which parts arrive does not matter.
    const joined = joinDatasets(asked, parts.toReversed().map(answerTo))
    expect(joined.ok && [...cellsOf(joined.value)]).toEqual([...cellsOf(whole)])
  })

  test('statuses stay at their cells', () => {
    const json = {
      class: 'dataset',
      id: ['a'],
      size: [2],
      dimension: { a: { category: { index: ['1', '2'] } } },
      value: [1, null],
      status: { 1: '..' },
    }
    const cube = cubeOf(json)
    const both: Query = { table: 'T', variables: [{ code: 'a', values: ['1', '2'] }] }
    const answers = partsOf(both, 1).map((part) =>
      read(cutOut(cube, new Map([['a', part.variables[0]?.values ?? []]]))),
    )
    const joined = joinDatasets(both, answers)
    expect(joined.ok && [...joined.value.statuses]).toEqual([[1, '..']])
  })

  test('a part twice, a part too few and a stranger are named', () => {
    const [first, ...others] = partsOf(asked, 500).map(answerTo)
    if (!first) throw new Error('no parts')
    expect(joinDatasets(asked, [first, first])).toMatchObject({ refusal: { problem: 'answered-twice' } })
    expect(joinDatasets(asked, others)).toMatchObject({ refusal: { problem: 'not-answered' } })
    expect(joinDatasets(asked, [])).toMatchObject({ refusal: { problem: 'no-parts' } })
    const fewer = {
      ...asked,
      variables: asked.variables.map((one, at) => (at === 0 ? { ...one, values: ['01'] } : one)),
    }
    expect(joinDatasets(fewer, [first, ...others])).toMatchObject({
      refusal: { problem: 'not-asked-for', variable: 'Region' },
    })
  })

  test('an answer to another question is seen', () => {
    expect(strayFrom(asked, whole)).toBeNull()
    const other = (at: number, values: readonly string[]): Query => ({
      ...asked,
      variables: asked.variables.map((one, place) => (place === at ? { ...one, values } : one)),
    })
    expect(strayFrom(other(0, ['99']), whole)).toBe('Region has no 99')
    expect(strayFrom(other(0, ['01']), whole)).toBe('Region has 21 values, 1 were asked for')
    expect(strayFrom({ ...asked, variables: asked.variables.slice(1) }, whole)).toBe(
      'Region was not asked for',
    )
    expect(strayFrom({ ...asked, variables: [{ code: 'Kommun', values: ['1'] }] }, whole)).toBe(
      'Kommun is missing',
    )
  })

  function answerTo(part: Query): Dataset {
    return read(
      cutOut(
        { dataset: whole, eliminable: [] },
        new Map(part.variables.map(({ code, values }) => [code, values])),
      ),
    )
  }
})

function recordedDataset(): Dataset {
  return read(recorded('scb-v2-tab6471-data'))
}

function read(json: unknown): Dataset {
  const parsed = parseDataset(json)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal))
  return parsed.value
}
