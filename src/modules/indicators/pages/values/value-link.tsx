import type { ComponentChildren } from 'preact'
import { dayOf } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { queryOf } from '../charts/chart-address.ts'
import { askedAgain } from '../query.ts'

/** What stands for the region where an address names a municipality; no municipality's word is this. */
export const regionPlace = 'region'

/**
 * Where a value comes from: its own page, at an address that never changes. `place` is null for the region; `asOf` is the
 * moment whose knowledge is shown, so that the link leads to the value that it stands on.
 */
export function valueAddress(
  indicator: string,
  place: { readonly slug: string } | null,
  year: number,
  locale: Locale,
  asOf?: Date,
): string {
  const address = addressOf('value', locale, {
    indicator,
    municipality: place?.slug ?? regionPlace,
    year: String(year),
  })
  return `${address}${queryOf(askedAgain({ asOf: asOf ? dayOf(asOf) : null }, locale))}`
}

interface ValueLinkProps {
  readonly indicator: string
  readonly place: { readonly slug: string } | null
  readonly year: number
  readonly locale: Locale
  readonly asOf?: Date | undefined
  readonly children: ComponentChildren
}

/** A number that leads to where it comes from. */
export function ValueLink({ indicator, place, year, locale, asOf, children }: ValueLinkProps) {
  return (
    <a class="origin" href={valueAddress(indicator, place, year, locale, asOf)}>
      {children}
    </a>
  )
}
