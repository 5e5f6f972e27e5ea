import type { Locale } from '#platform/values/locale.ts'
import { versionHref, type NamedMunicipality } from './words.ts'

/** So many can be answered without losing one's way. */
export const nodesPerPage = 40

const names: Readonly<
  Record<Locale, { readonly page: string; readonly show: string; readonly open: string }>
> = {
  sv: { page: 'sida', show: 'visa', open: 'ej-kopplade' },
  en: { page: 'page', show: 'show', open: 'not-mapped' },
}

/** Which of a tree's nodes are shown. */
export interface AskedMapping {
  readonly page: number
  readonly onlyOpen: boolean
}

/** Reads what is asked for from an address, in either language's words. */
export function mappingAsked(query: (name: string) => string | undefined): AskedMapping {
  const of = (part: 'page' | 'show') => query(names.sv[part]) ?? query(names.en[part]) ?? ''
  const page = /^[1-9]\d{0,3}$/.test(of('page')) ? Number(of('page')) : 1
  return { page, onlyOpen: of('show') === names.sv.open || of('show') === names.en.open }
}

/** The address of the mapping page that shows those. */
export function mappingHref(
  municipality: NamedMunicipality,
  version: number,
  { page, onlyOpen }: AskedMapping,
  locale: Locale,
): string {
  const { page: pageName, show, open } = names[locale]
  const query = new URLSearchParams({
    ...(onlyOpen ? { [show]: open } : {}),
    ...(page > 1 ? { [pageName]: String(page) } : {}),
  }).toString()
  const address = versionHref('adoptedMapping', municipality, version, locale)
  return query === '' ? address : `${address}?${query}`
}
