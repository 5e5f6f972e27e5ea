import type { Locale } from '#platform/values/locale.ts'

/** What a view is asked for, in the language of the address. */
export const queryNames = {
  sv: {
    municipality: 'kommun',
    year: 'ar',
    indicator: 'indikator',
    rules: 'regler',
    asOf: 'per',
    with: 'med',
    also: 'aven',
    group: 'grupp',
    show: 'visa',
    base: 'bas',
    rank: 'rangordna',
  },
  en: {
    municipality: 'municipality',
    year: 'year',
    indicator: 'indicator',
    rules: 'rules',
    asOf: 'as-of',
    with: 'with',
    also: 'also',
    group: 'group',
    show: 'show',
    base: 'base',
    rank: 'rank',
  },
} as const satisfies Record<Locale, Record<string, string>>

type Asked = keyof (typeof queryNames)['sv']

/** Names and values as they stand in an address; what was not asked for is left out. */
export function askedAgain(
  values: Partial<Record<Asked, string | null>>,
  locale: Locale,
): readonly (readonly [name: string, value: string])[] {
  return (Object.entries(values) as [Asked, string | null][]).flatMap(([what, value]) =>
    value === null ? [] : [[queryNames[locale][what], value] as const],
  )
}

/** What was asked for. Either language's word is understood: the link to the other language keeps the question. */
export function askedFor(
  query: (name: string) => string | undefined,
  what: Asked,
  locale: Locale,
): string | undefined {
  const other: Locale = locale === 'sv' ? 'en' : 'sv'
  return query(queryNames[locale][what]) ?? query(queryNames[other][what])
}
