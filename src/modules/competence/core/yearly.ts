import type { IsoDay } from '#platform/values/dates.ts'

/** What the law changes each year, by the names that rules and formulas know it by. */
export const yearlyNames = ['ibb', 'pbb'] as const
export type YearlyName = (typeof yearlyNames)[number]

/** One of the law's numbers of one year, and where it is written. */
export interface YearlyAmount {
  readonly kronor: number
  readonly source: string
  readonly checkedOn: IsoDay
}

const foretagarna = {
  source: 'https://foretagarna.se/juridisk-faq/ovrigt/prisbasbeloppet-och-inkomstbasbeloppet',
  checkedOn: '2026-11-30',
}
const skatteverket = {
  source: 'https://www.skatteverket.se/privat/skatter/beloppochprocent/2026.4.1522bf3f19aea8075ba21.html',
  checkedOn: '2026-11-30',
}

/**
 * Inkomstbasbelopp (`ibb`) and prisbasbelopp (`pbb`), which the government sets for each year. Those of 2024 and 2025 are confirmed
 * by CSN's own maxima besides; see the tests. What is not here is not known.
 */
const years: Readonly<Record<string, Readonly<Record<YearlyName, YearlyAmount>>>> = {
  2024: { ibb: { kronor: 76_200, ...foretagarna }, pbb: { kronor: 57_300, ...foretagarna } },
  2025: { ibb: { kronor: 80_600, ...foretagarna }, pbb: { kronor: 58_800, ...foretagarna } },
  2026: { ibb: { kronor: 83_400, ...skatteverket }, pbb: { kronor: 59_200, ...skatteverket } },
}

/** The law's numbers of the day's year; null for one that is not known: never another year's. */
export function yearlyOn(day: IsoDay): Readonly<Record<YearlyName, YearlyAmount | null>> {
  return years[day.slice(0, 4)] ?? { ibb: null, pbb: null }
}

/** The same as rules and formulas take them. */
export function parametersOn(day: IsoDay): Readonly<Record<YearlyName, number | null>> {
  const { ibb, pbb } = yearlyOn(day)
  return { ibb: ibb?.kronor ?? null, pbb: pbb?.kronor ?? null }
}
