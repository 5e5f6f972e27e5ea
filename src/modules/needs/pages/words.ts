import type { Concepts, Field } from '#modules/skills'
import type { Municipality } from '#modules/region'
import type { Locale } from '#platform/values/locale.ts'
import type { Figure } from '#modules/disclosure'
import { textsIn } from './texts.ts'

/** Whoever reads: in which language, among which municipalities and fields. */
export interface Reader {
  readonly locale: Locale
  readonly municipalities: readonly Pick<Municipality, 'code' | 'name'>[]
  readonly fields: readonly Field[]
}

export function placeInWords(code: string, { municipalities }: Pick<Reader, 'municipalities'>): string {
  return municipalities.find((one) => one.code === code)?.name ?? code
}

export function placesInWords(codes: readonly string[], reader: Pick<Reader, 'municipalities'>): string {
  return codes.map((code) => placeInWords(code, reader)).join(', ')
}

export function fieldInWords(id: string, { fields }: Reader): string {
  return fields.find((field) => field.id === id)?.label ?? id
}

/** What skills are called, by their keys. */
export async function skillNames(
  concepts: Concepts,
  keys: Iterable<string>,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>()
  for (const key of new Set(keys))
    names.set(key, (await concepts.withId(key))?.label ?? key.replace(/^own:/, ''))
  return names
}

/** A figure as one number, or as the range that it lies in. */
export function figureInWords({ least, most }: Figure, locale: Locale): string {
  const { demand: texts } = textsIn(locale)
  if (least === most) return texts.exactly(least)
  return least === 0 ? texts.atMost(most) : texts.between(least, most)
}

export function halfYearInWords(halfYear: string, locale: Locale): string {
  const [year = '', half = ''] = halfYear.split('-')
  return textsIn(locale).halfYear(year, half)
}
