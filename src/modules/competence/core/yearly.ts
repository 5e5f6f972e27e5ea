import type { IsoDay } from '#platform/values/dates.ts'

/** The numbers that the law changes each year, by the names that rules know them by. */
export interface Yearly {
  readonly year: number
  readonly parameters: Readonly<Record<string, number>>
}

/**
 * Inkomstbasbelopp (`ibb`) and prisbasbelopp (`pbb`) in kronor, as the government has set them for each year. The first of the two
 * is confirmed by CSN's own maxima for 2024 and 2025; see the tests.
 */
const years: readonly Yearly[] = [
  { year: 2024, parameters: { ibb: 76_200, pbb: 57_300 } },
  { year: 2025, parameters: { ibb: 80_600, pbb: 58_800 } },
  { year: 2026, parameters: { ibb: 83_400, pbb: 59_200 } },
]

/** The numbers of the day's year; of the latest year that is known, where that year's are not entered yet. */
export function yearlyOn(day: IsoDay): Yearly {
  const year = Number(day.slice(0, 4))
  const known = years.findLast((one) => one.year <= year) ?? years[0]
  if (!known) throw new Error('There are no numbers of any year')
  return known
}
