import type { Locale } from '#platform/values/locale.ts'

/** What a view is asked for, in the language of the address. */
export const queryNames = {
  sv: { municipality: 'kommun', year: 'ar', indicator: 'indikator' },
  en: { municipality: 'municipality', year: 'year', indicator: 'indicator' },
} as const satisfies Record<Locale, Record<string, string>>

type Asked = keyof (typeof queryNames)['sv']

/** What was asked for. Either language's word is understood: the link to the other language keeps the question. */
export function askedFor(
  query: (name: string) => string | undefined,
  what: Asked,
  locale: Locale,
): string | undefined {
  const other: Locale = locale === 'sv' ? 'en' : 'sv'
  return query(queryNames[locale][what]) ?? query(queryNames[other][what])
}
