import { describe, expect, it } from 'vitest'
import { latestChange, type YearValue } from './change.ts'

const text = { sv: 'Ny räkning', en: 'New count' }
const share = { decimals: 1, direction: 'lower', breaks: [] } as const

function years(...values: readonly (number | null)[]): YearValue[] {
  return values.map((value, index) => ({ year: 2020 + index, value }))
}

describe('the latest change', () => {
  it.each([
    ['rises', [3, 3.4], [0.4, 'up']],
    ['falls', [3.4, 3], [-0.4, 'down']],
    ['is smaller than the decimals shown', [3, 3.04], [0, 'level']],
    ['is a fall smaller than the decimals shown', [3.04, 3], [0, 'level']],
    ['is nothing', [3, 3], [0, 'level']],
    ['is just large enough', [6.1, 6.15], [0.1, 'up']],
    ['is just large enough downwards', [6.15, 6.1], [-0.1, 'down']],
    ['passes zero', [-0.2, 0.3], [0.5, 'up']],
  ] as const)('%s', (_case, values, [amount, arrow]) => {
    expect(latestChange(years(...values), share)).toEqual({ kind: 'known', since: 2020, amount, arrow })
  })

  it('is counted from the previous year that has a value', () => {
    expect(latestChange(years(2, null, null, 5), share)).toMatchObject({ since: 2020, amount: 3 })
  })

  it('passes over years without a value at the end', () => {
    expect(latestChange(years(2, 5, null), share)).toMatchObject({ since: 2020, amount: 3 })
  })

  it('is rounded as values are shown', () => {
    expect(latestChange(years(100.2, 250.9), { ...share, decimals: 0 })).toMatchObject({ amount: 151 })
  })

  it('of a single value is none', () => {
    expect(latestChange(years(null, 5), share)).toEqual({ kind: 'first' })
  })

  it('of no value at all is nothing', () => {
    expect(latestChange(years(null, null), share)).toBeNull()
    expect(latestChange([], share)).toBeNull()
  })
})

const broken = (from: number) => ({ ...share, breaks: [{ from, text }] })

describe('a series break', () => {
  it('between the two values makes them incomparable', () => {
    expect(latestChange(years(2, 5), broken(2021))).toEqual({
      kind: 'across-break',
      since: 2020,
      break: { from: 2021, text },
    })
  })

  it('in a year without values between them does too', () => {
    expect(latestChange(years(2, null, 5), broken(2021))).toMatchObject({ kind: 'across-break', since: 2020 })
  })

  it.each([2020, 2019, 2022])('from %i leaves 2020 and 2021 comparable', (from) => {
    expect(latestChange(years(2, 5), broken(from))).toMatchObject({ kind: 'known', amount: 3 })
  })
})
