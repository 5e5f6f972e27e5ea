import type { Locale } from '#platform/values/locale.ts'
import { addresses, addressOf } from '#ui/addresses.ts'
import type { AddedKind, PartKind } from '../core/framework.ts'

/** What can be edited at `/ramverk/:kind/:part` by this module; indicators have their own module there. */
export type EditableKind = PartKind | 'programme'

const words: Record<EditableKind, Record<Locale, string>> = {
  goal: { sv: 'mal', en: 'goal' },
  area: { sv: 'omrade', en: 'area' },
  intervention: { sv: 'insats', en: 'intervention' },
  status: { sv: 'status', en: 'status' },
  programme: { sv: 'program', en: 'programme' },
}

/** The part's word for "one that does not exist yet". */
const newWords: Record<Locale, string> = { sv: 'ny', en: 'new' }

const ours = [
  'goal',
  'area',
  'intervention',
  'status',
  'programme',
] as const satisfies readonly EditableKind[]

/** The address patterns of this module's own kinds: either language's word is understood in both. */
export function partPatterns(): string[] {
  const kinds = ours.flatMap((kind) => [words[kind].sv, words[kind].en]).join('|')
  return [addresses.frameworkPart.sv, addresses.frameworkPart.en].map((pattern) =>
    pattern.replace(':kind', `:kind{${kinds}}`),
  )
}

/** Which part an address is about; one to be added has no id, and the programme is only one. */
export type Place =
  | { readonly kind: AddedKind; readonly id: string | null }
  | { readonly kind: 'status'; readonly id: string }
  | { readonly kind: 'programme'; readonly id: 'programme' }

/** Reads the two last words of an address; null when they name nothing that is edited here. */
export function placeOf(kindWord: string | undefined, part = ''): Place | null {
  const kind = kindOf(kindWord)
  if (!kind) return null
  if (kind === 'programme') return kindOf(part) === 'programme' ? { kind, id: 'programme' } : null
  if (kind === 'status') return { kind, id: part }
  return { kind, id: Object.values(newWords).includes(part) ? null : part }
}

/** The address that `placeOf` read. */
export function placeHref(place: Place, locale: Locale): string {
  return place.id === null ? newPartHref(place.kind, locale) : partHref(place.kind, place.id, locale)
}

function kindOf(word: string | undefined): EditableKind | undefined {
  return ours.find((kind) => words[kind].sv === word || words[kind].en === word)
}

/** Where a part of the framework is edited; for the programme, which is one, the part is its kind's own word. */
export function partHref(kind: EditableKind, id: string, locale: Locale): string {
  const part = kind === 'programme' ? words.programme[locale] : id
  return addressOf('frameworkPart', locale, { kind: words[kind][locale], part })
}

/** Where a part of that kind is added. */
export function newPartHref(kind: AddedKind, locale: Locale): string {
  return addressOf('frameworkPart', locale, { kind: words[kind][locale], part: newWords[locale] })
}
