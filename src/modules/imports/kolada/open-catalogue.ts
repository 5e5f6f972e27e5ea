import type { CatalogueEntry, KoladaGroup } from './catalogue.ts'
import { catalogueSearch, type Hit } from './catalogue-search.ts'
import { readStoredCatalogue, type StoredCatalogue } from './stored-catalogue.ts'

/** Kolada's catalogue as it comes with the program: unpacked when it is first asked for, and once. */
export interface KoladaCatalogue {
  readonly about: () => StoredCatalogue['about']
  readonly kpis: () => readonly CatalogueEntry[]
  readonly kpi: (id: string) => CatalogueEntry | undefined
  readonly search: (words: string) => readonly Hit[]
  /** The groups of municipalities that Kolada has found to be like this one, which is no member of them; the overall group first. */
  readonly peersOf: (place: string) => readonly KoladaGroup[]
  /** Every municipality and region of the country, and the country. */
  readonly places: () => readonly { readonly code: string; readonly name: string }[]
  /** What a municipality, a region or a group is called; undefined for one that Kolada does not know. */
  readonly placeName: (code: string) => string | undefined
}

/** Opens the catalogue in the program's folder `data`. */
export function openKoladaCatalogue(dataFolder: string): KoladaCatalogue {
  const stored = once(() => readStoredCatalogue(dataFolder))
  const byId = once(() => new Map(stored().kpis.map((entry) => [entry.id, entry])))
  const searching = once(() => catalogueSearch(stored().kpis))
  const names = once(
    () => new Map([...stored().places, ...stored().groups].map(({ id, title }) => [id, title])),
  )
  const likeness = once(() => groupsByWhomTheyAreLike(stored().groups))
  return {
    about: () => stored().about,
    kpis: () => stored().kpis,
    kpi: (id) => byId().get(id),
    search: (words) => searching().search(words),
    peersOf: (place) => likeness().get(names().get(place) ?? '') ?? [],
    places: () => stored().places.map(({ id, title }) => ({ code: id, name: title })),
    placeName: (code) => names().get(code),
  }
}

/** "Liknande kommuner, övergripande, Ale, 2025", "Liknande kommuner socioekonomi, Ale, 2024": whom a group is like stands in its title. */
const likenessTitle = /^Liknande kommuner(?<overall>, övergripande)?[^,]*, (?<name>.+), \d{4}$/

function groupsByWhomTheyAreLike(
  groups: readonly KoladaGroup[],
): ReadonlyMap<string, readonly KoladaGroup[]> {
  const found = groups.flatMap((group) => {
    const parts = likenessTitle.exec(group.title)?.groups
    return parts ? [{ group, name: parts['name'] ?? '', isOverall: parts['overall'] !== undefined }] : []
  })
  const overallFirst = found.toSorted((a, b) => Number(b.isOverall) - Number(a.isOverall))
  return new Map(
    [...Map.groupBy(overallFirst, ({ name }) => name)].map(([name, own]) => [
      name,
      own.map(({ group }) => group),
    ]),
  )
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null
  return () => (made ??= { value: make() }).value
}
