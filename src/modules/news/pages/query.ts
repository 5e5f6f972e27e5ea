import type { Locale } from '#platform/values/locale.ts'

/** What the pages of changed values are asked for. */
export interface AskedPage {
  /** An indicator's word; undefined for all. */
  readonly indicator?: string | undefined
  /** From 1. */
  readonly page: number
}

const names = {
  sv: { indicator: 'indikator', page: 'sida' },
  en: { indicator: 'indicator', page: 'page' },
} as const

/** Reads an address's query in either language; what is no page number is the first page. */
export function askedIn(query: (name: string) => string | undefined): AskedPage {
  const { sv, en } = names
  const indicator = query(sv.indicator) ?? query(en.indicator)
  const page = Number(query(sv.page) ?? query(en.page))
  return {
    ...(indicator ? { indicator } : {}),
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  }
}

export function queryFor({ indicator, page }: AskedPage, locale: Locale): string {
  const query = new URLSearchParams()
  if (indicator !== undefined) query.set(names[locale].indicator, indicator)
  if (page > 1) query.set(names[locale].page, String(page))
  return query.size === 0 ? '' : `?${query}`
}
