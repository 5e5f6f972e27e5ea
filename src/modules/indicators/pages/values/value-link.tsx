import type { ComponentChildren } from 'preact'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'

/** What stands for the region where an address names a municipality; no municipality's word is this. */
export const regionPlace = 'region'

/** Where a value comes from: its own page, at an address that never changes. `place` is null for the region. */
export function valueAddress(
  indicator: string,
  place: { readonly slug: string } | null,
  year: number,
  locale: Locale,
): string {
  return addressOf('value', locale, {
    indicator,
    municipality: place?.slug ?? regionPlace,
    year: String(year),
  })
}

interface ValueLinkProps {
  readonly indicator: string
  readonly place: { readonly slug: string } | null
  readonly year: number
  readonly locale: Locale
  readonly children: ComponentChildren
}

/** A number that leads to where it comes from. */
export function ValueLink({ indicator, place, year, locale, children }: ValueLinkProps) {
  return (
    <a class="origin" href={valueAddress(indicator, place, year, locale)}>
      {children}
    </a>
  )
}
