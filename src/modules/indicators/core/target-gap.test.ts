import { describe, expect, it } from 'vitest'
import { regionSeries } from './region-value.ts'
import { changeYears, divideDistance } from './target-gap.ts'
import { aLibrary, anIndicator, aSeries } from './testing.ts'

const target = { place: null, year: 2030, value: 100, decidedBy: 'regionen', decidedOn: '2021-05-01' }
const text = { sv: 'Ny räkning', en: 'New count' }
const broken = (from: number) => anIndicator({ breaks: [{ from, text }] })

function regionOf(values: Readonly<Record<string, Readonly<Record<number, number | 'not-in-source'>>>>) {
  const series = aSeries(anIndicator({ unit: 'persons', decimals: 0 }), values)
  return regionSeries(series, aLibrary(series), Object.keys(values))
}

describe('the distance of a sum', () => {
  it('is divided by the shares of the year in which the target was decided', () => {
    const region = regionOf({ A: { 2020: 10, 2021: 30, 2022: 70 }, B: { 2020: 10, 2021: 10, 2022: 10 } })
    const divided = divideDistance(anIndicator({ decimals: 0 }), region, target)
    expect(divided).toMatchObject({ year: 2022, sharesFrom: 2021 })
    expect(divided?.gap).toMatchObject({
      kind: 'parts',
      gap: -20,
      parts: [
        { municipality: 'A', share: 0.75, expected: 75, part: -5 },
        { municipality: 'B', share: 0.25, expected: 25, part: -15 },
      ],
    })
  })

  it('is divided by the nearest later year when that one has no value, else by the last', () => {
    const region = regionOf({
      A: { 2020: 10, 2021: 'not-in-source', 2022: 70 },
      B: { 2020: 10, 2021: 10, 2022: 10 },
    })
    expect(divideDistance(anIndicator(), region, target)?.sharesFrom).toBe(2022)
    const later = { ...target, decidedOn: '2026-05-01' }
    expect(divideDistance(anIndicator(), region, later)?.sharesFrom).toBe(2022)
  })

  it('is none where the values are counted in another way than when the target was decided', () => {
    const region = regionOf({ A: { 2021: 30, 2022: 70 }, B: { 2021: 10, 2022: 10 } })
    expect(divideDistance(broken(2022), region, target)).toBeNull()
    expect(divideDistance(broken(2021), region, target)?.year).toBe(2022)
  })

  it("is that of the target's own year, once there is a value for it, as the target is judged", () => {
    const region = regionOf({ A: { 2021: 30, 2022: 70, 2023: 90 }, B: { 2021: 10, 2022: 10, 2023: 10 } })
    const passed = { ...target, year: 2022, value: 100 }
    expect(divideDistance(anIndicator(), region, passed)).toMatchObject({ year: 2022, gap: { gap: -20 } })
    expect(divideDistance(anIndicator(), region, target)).toMatchObject({ year: 2023, gap: { gap: 0 } })
  })

  it('is none where no year is spoken of, and says so where the region never had a value', () => {
    expect(divideDistance(anIndicator(), [], target)).toBeNull()
    const region = regionOf({ A: { 2020: 'not-in-source' }, B: { 2020: 1 } })
    expect(divideDistance(anIndicator(), region, target)?.gap.kind).toBe('no-region-value')
  })
})

describe('the years whose change is taken apart', () => {
  const years = Object.fromEntries([2010, 2016, 2018, 2020, 2021].map((year) => [year, year]))
  const region = regionOf({ A: years })

  it.each([
    ['five years back, or the nearest after', [], 2016, 2021],
    ['no further back than the last break', [{ from: 2018, text }], 2018, 2021],
    ['whatever a break to come says', [{ from: 2022, text }], 2016, 2021],
  ])('are the latest and the one %s', (_case, breaks, from, to) => {
    const found = changeYears({ breaks }, region)
    expect([found?.before.year, found?.after.year]).toEqual([from, to])
  })

  it('are none where no earlier year is comparable', () => {
    expect(changeYears({ breaks: [{ from: 2021, text }] }, region)).toBeNull()
    expect(changeYears({ breaks: [] }, [])).toBeNull()
  })
})
