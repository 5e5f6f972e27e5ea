import type { Category } from './dataset.ts'

/** What a code of a region stands for in Sweden. */
export type PlaceLevel = 'country' | 'county' | 'municipality'

/** The level a Swedish region code is of; null for districts, wards and divisions that the program does not know. */
export function levelOf(code: string): PlaceLevel | null {
  if (code === '00') return 'country'
  if (/^\d\d$/.test(code)) return 'county'
  return /^\d{4}$/.test(code) ? 'municipality' : null
}

/**
 * The place a region code stands for, or null. Sweden and its counties are written with four digits, as Kolada does
 * (0000, 0014), so that figures of both sources meet. Codes of other countries are kept apart by their country:
 * 1860 is a municipality in Norway and another in Sweden.
 */
export function placeOf(code: string, country: string): string | null {
  if (country !== 'SE') return /^[\w+-]{1,20}$/.test(code) ? `${country}-${code}` : null
  const level = levelOf(code)
  if (level === null) return null
  return level === 'municipality' ? code : `00${code}`
}

/** The place of a table that has no regions: the whole country. */
export function countryPlace(country: string): string {
  return country === 'SE' ? '0000' : country
}

/** The codes of a region variable that are of the given levels, in its order. */
export function codesAtLevels(
  values: readonly Pick<Category, 'code'>[],
  levels: readonly PlaceLevel[],
): readonly string[] {
  return values.map(({ code }) => code).filter((code) => levels.some((level) => level === levelOf(code)))
}

/**
 * The codes whose figures are fetched: every municipality and the country; counties in place of municipalities that a
 * table does not have. Of another country, all that can be a place.
 */
export function codesToAsk(values: readonly Pick<Category, 'code'>[], country: string): readonly string[] {
  if (country !== 'SE')
    return values.map(({ code }) => code).filter((code) => placeOf(code, country) !== null)
  const hasMunicipalities = values.some(({ code }) => levelOf(code) === 'municipality')
  return codesAtLevels(values, ['country', hasMunicipalities ? 'municipality' : 'county'])
}
