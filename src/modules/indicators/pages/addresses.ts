import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'

/** What an indicator is called among the parts of the framework, in the language of the address. */
export const kindOfPart = { sv: 'indikator', en: 'indicator' } as const satisfies Record<Locale, string>

/** What stands in the place of the word of an indicator that is not there yet. */
export const newPart = { sv: 'ny', en: 'new' } as const satisfies Record<Locale, string>

/** Where the coordinator edits an indicator. */
export function editIndicatorAddress(id: string, locale: Locale): string {
  return addressOf('frameworkPart', locale, { kind: kindOfPart[locale], part: id })
}

/** Where the coordinator adds one. */
export function newIndicatorAddress(locale: Locale): string {
  return editIndicatorAddress(newPart[locale], locale)
}
