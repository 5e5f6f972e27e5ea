import type { Locale } from '#platform/values/locale.ts'
import type { Places } from './country.ts'
import { queryNames } from '../query.ts'

/** In which terms the lines over time are shown; by inhabitant, all is. */
export const shows = ['values', 'index', 'per-1000'] as const
export type Show = (typeof shows)[number]

/** The group of the network's own municipalities, where an address names a group. */
export const networkGroup = 'network'

/** More lines than this cannot be told apart. */
export const mostChosen = 5

/** What a reader wants to see compared. Codes, not names. */
export interface CompareAsked {
  readonly place: string | null
  readonly chosen: readonly string[]
  readonly group: string | null
  readonly show: Show
  readonly base: number | null
  readonly isRanked: boolean
}

/** What could not be understood: the field, and what was typed. */
export interface CompareProblem {
  readonly field: 'municipality' | 'also'
  readonly kind: 'unknown' | 'too-many'
  readonly typed: string
}

/** Reads the question. `known` are the codes that have values. Addresses are understood in both languages. */
export function compareAsked(
  { searchParams }: URL,
  places: Places,
  known: Iterable<string>,
): { readonly asked: CompareAsked; readonly problems: readonly CompareProblem[] } {
  const codes = [...known]
  const all = (what: keyof (typeof queryNames)['sv']) =>
    [...new Set([queryNames.sv[what], queryNames.en[what]])].flatMap((name) =>
      searchParams.getAll(name).filter((value) => value.trim() !== ''),
    )
  const [typedPlace] = all('municipality')
  const place = typedPlace === undefined ? null : places.named(typedPlace, codes)
  const typed = [...all('with'), ...all('also')].map((value) => ({
    typed: value,
    code: places.named(value, codes),
  }))
  const found = [...new Set(typed.flatMap(({ code }) => (code === null || code === place ? [] : [code])))]
  const problems: CompareProblem[] = [
    ...(typedPlace !== undefined && place === null
      ? [{ field: 'municipality', kind: 'unknown', typed: typedPlace.slice(0, 60) } as const]
      : []),
    ...typed
      .filter(({ code }) => code === null)
      .slice(0, 1)
      .map((one) => ({ field: 'also', kind: 'unknown', typed: one.typed.slice(0, 60) }) as const),
    ...(found.length > mostChosen
      ? [{ field: 'also', kind: 'too-many', typed: String(found.length) } as const]
      : []),
  ]
  const base = Number(all('base')[0])
  return {
    asked: {
      place,
      chosen: found.slice(0, mostChosen),
      group: all('group')[0] ?? null,
      show: shows.find((show) => show === all('show')[0]) ?? 'values',
      base: Number.isInteger(base) && base > 0 ? base : null,
      isRanked: all('rank').length > 0,
    },
    problems,
  }
}

/** The same question as an address would put it. */
export function askedOf(
  { place, chosen, group, show, base, isRanked }: CompareAsked,
  { wordOf }: Places,
  locale: Locale,
): readonly (readonly [name: string, value: string])[] {
  const names = queryNames[locale]
  return [
    ...(place === null ? [] : [[names.municipality, wordOf(place)] as const]),
    ...chosen.map((code) => [names.with, wordOf(code)] as const),
    ...(group === null ? [] : [[names.group, group] as const]),
    ...(show === 'values' ? [] : [[names.show, show] as const]),
    ...(show === 'index' && base !== null ? [[names.base, String(base)] as const] : []),
    ...(isRanked ? [[names.rank, '1'] as const] : []),
  ]
}
