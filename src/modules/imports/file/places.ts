import type { Cell } from '#platform/office/cell.ts'
import type { PlaceProblem, Wrong } from './problems.ts'
import { nearestPlaces } from './place-proposals.ts'
import { cleaned } from '#platform/values/cleaned.ts'

/** A place that figures may be about: a municipality, a county, the country or a group. */
export interface KnownPlace {
  readonly code: string
  readonly name: string
}

export type PlaceReading =
  | {
      readonly kind: 'place'
      readonly code: string
      /** True when the zero in front of the code had been lost on the way. */
      readonly isZeroRestored: boolean
    }
  | ({ readonly kind: 'wrong' } & Wrong<PlaceProblem>)

const longestName = 200
const mostProposedFor = 500

// What Swedish municipalities call themselves behind their names, with the s of the genitive.
const suffix = /^(.+?)(s?) (?:kommun|kommunen|stad|municipality|city)$/
const countryNames = new Set(['riket', 'hela riket', 'hela landet', 'sverige', 'sweden', 'riket totalt'])
const countryCodes = new Set(['0000', '00'])
const totals =
  /^(?:(?:del)?summa|totalt?|sum|grand total|medel(?:värde)?|snitt|genomsnitt|median|average|mean|ovägt medel|vägt medel)(?:[ :(].*)?$/iu

/** Finds places by what tables call them. Only what is certain is found; for the rest there are proposals. */
export class PlaceFinder {
  readonly #places: readonly KnownPlace[]
  readonly #byCode: ReadonlyMap<string, KnownPlace>
  readonly #byName: ReadonlyMap<string, readonly KnownPlace[]>
  readonly #read = new Map<string, PlaceReading>()
  readonly #proposals = new Map<string, readonly string[]>()

  constructor(places: readonly KnownPlace[]) {
    this.#places = places
    this.#byCode = new Map(places.map((place) => [place.code.toUpperCase(), place]))
    this.#byName = Map.groupBy(places, ({ name }) => plain(name))
  }

  /** The place of a cell, by code, by name or by both. */
  find(cell: Cell): PlaceReading {
    const text = textOf(cell)
    const reading = this.#readingOf(text)
    if (reading.kind === 'place' || reading.problem !== 'place-unknown') return reading
    return wrong('place-unknown', this.#proposalsFor(text))
  }

  isKnown(cell: Cell): boolean {
    return this.#readingOf(textOf(cell)).kind === 'place'
  }

  /** `Göteborg (1480)` */
  label(code: string): string {
    return labelOf(this.#byCode.get(code.toUpperCase()) ?? { code, name: code })
  }

  #readingOf(text: string): PlaceReading {
    const known = this.#read.get(text)
    if (known) return known
    const reading = text.length > longestName ? wrong('place-unknown') : this.#reading(cleaned(text))
    this.#read.set(text, reading)
    return reading
  }

  /** Looking for kin takes long, and nobody reads proposals for thousands of names. */
  #proposalsFor(text: string): readonly string[] {
    const known = this.#proposals.get(text)
    if (known) return known
    if (this.#proposals.size >= mostProposedFor) return []
    const { name } = codeAndName(cleaned(text.slice(0, longestName)))
    const proposals = nearestPlaces(name, this.#places).map(labelOf)
    this.#proposals.set(text, proposals)
    return proposals
  }

  #reading(text: string): PlaceReading {
    if (text === '') return wrong('place-missing')
    const byCode = this.#codeIn(text)
    if (byCode) return byCode
    const { code, name } = codeAndName(text)
    if (code === null) return this.#named(text)
    const place = this.#codeIn(code)
    if (place?.kind !== 'place') return wrong('place-unknown')
    const named = this.#placesNamed(name)
    if (named.some((one) => one.code === place.code)) return place
    // A longer or older name beside the right code is common; another place's name is a mistake.
    if (named.length === 0) return place
    return wrong('code-and-name-disagree', [this.label(place.code), ...named.map(labelOf)])
  }

  #codeIn(text: string): PlaceReading | null {
    const code = text
      .toUpperCase()
      .replace(/^SE[ -]?(?=\d)/, '')
      .replace(/[.,]0$/, '')
    const place = this.#byCode.get(code)
    if (place) return { kind: 'place', code: place.code, isZeroRestored: false }
    if (!/^\d{1,3}$/.test(code)) return null
    // A spreadsheet takes 0114 for a number and drops its zero. Only one known code may be meant.
    const meant = [`0${code}`, code.padStart(4, '0')].flatMap((longer) => this.#byCode.get(longer) ?? [])
    const [only, other] = [...new Set(meant)]
    return only && !other ? { kind: 'place', code: only.code, isZeroRestored: true } : null
  }

  #named(text: string): PlaceReading {
    const [only, ...others] = this.#placesNamed(text)
    if (only && others.length > 0) return wrong('place-ambiguous', [only, ...others].map(labelOf))
    return only ? { kind: 'place', code: only.code, isZeroRestored: false } : wrong('place-unknown')
  }

  #placesNamed(text: string): readonly KnownPlace[] {
    const name = plain(text)
    const exact = this.#byName.get(name)
    if (exact) return exact
    const country = countryNames.has(name) ? this.#places.filter(({ code }) => countryCodes.has(code)) : []
    if (country.length > 0) return country
    const [, bare = '', genitive = ''] = suffix.exec(name) ?? []
    // "Borås stad" keeps its s, "Göteborgs stad" loses it: whichever is known.
    return this.#byName.get(bare + genitive) ?? this.#byName.get(bare) ?? []
  }
}

/** Whether the text names no place but a sum or a mean of those above. */
export function isTotal(text: string): boolean {
  return totals.test(cleaned(text))
}

/** `1480 Göteborg`, `1480 - Göteborg`, `Göteborg (1480)`, and a name with a footnote mark. */
function codeAndName(text: string): { readonly code: string | null; readonly name: string } {
  const [, first = '', rest = ''] = /^((?:SE)?\d{1,4}|G\d+)[ :,–-]+(\p{L}.*)$/iu.exec(text) ?? []
  if (first !== '') return { code: first, name: rest }
  const [, before = '', last = ''] = /^(\p{L}.*?) ?[([]((?:SE)?\d{1,4})[)\]]$/iu.exec(text) ?? []
  return last === '' ? { code: null, name: text } : { code: last, name: before }
}

function plain(name: string): string {
  return cleaned(name)
    .toLowerCase()
    .replace(/ ?(?:\*+|[¹²³⁴⁵⁶⁷⁸⁹]+\)?| \d\))$/u, '')
}

function textOf({ value, text }: Cell): string {
  return value.kind === 'number' ? String(value.number) : text
}

function labelOf({ code, name }: KnownPlace): string {
  return `${name} (${code})`
}

function wrong(problem: PlaceProblem, proposals: readonly string[] = []): PlaceReading {
  return { kind: 'wrong', problem, proposals }
}
