/** What Kolada can be asked. Ids are Kolada's own: a KPI `N02201`, a municipality `1480`, a group `G96190`. */
export type KoladaQuery =
  | { readonly of: 'kpis'; readonly ids?: readonly string[] | undefined }
  | { readonly of: 'municipalities' }
  | { readonly of: 'groups'; readonly ids?: readonly string[] | undefined }
  | DataQuery

/** Figures of some KPIs. Places or years may be left out, not both: then all that Kolada has of them are meant. */
export interface DataQuery {
  readonly of: 'data'
  readonly kpis: readonly string[]
  /** Municipalities, regions and groups. */
  readonly places?: readonly string[] | undefined
  readonly years?: readonly number[] | undefined
  /** Only what has changed since this day (YYYY-MM-DD), deleted figures too. */
  readonly changedSince?: string | undefined
}

/** Kolada answers 422 where a part of the path names more. */
const mostIdsInAPart = 25

/** The first page of every question that the query needs; their answers together answer the query, none of them twice. */
export function firstAddresses(origin: string, query: KoladaQuery, perPage: number): readonly string[] {
  return pathsOf(query).map((path) => {
    const address = new URL(`/v3${path}`, origin)
    address.searchParams.set('per_page', String(perPage))
    if (query.of === 'data' && query.changedSince !== undefined) {
      address.searchParams.set('from_date', query.changedSince)
    }
    return address.href
  })
}

function pathsOf(query: KoladaQuery): readonly string[] {
  switch (query.of) {
    case 'kpis':
      return query.ids ? chunks(query.ids).map((ids) => `/kpi/${ids}`) : ['/kpi']
    case 'municipalities':
      return ['/municipality']
    case 'groups':
      return query.ids
        ? chunks(query.ids).map((ids) => `/municipality_groups/${ids}`)
        : ['/municipality_groups']
    case 'data':
      return dataPaths(query)
  }
}

function dataPaths({ kpis, places, years }: DataQuery): readonly string[] {
  if (!places && !years) throw new RangeError('Kolada wants at least two of KPI, place and year.')
  const placeParts = places ? chunks(places).map((ids) => `/municipality/${ids}`) : ['']
  const yearParts = years ? chunks(years.map(String)).map((ids) => `/year/${ids}`) : ['']
  return chunks(kpis).flatMap((ids) =>
    placeParts.flatMap((place) => yearParts.map((year) => `/data/kpi/${ids}${place}${year}`)),
  )
}

/** Every id once, in the order they came, in as few parts of a path as Kolada takes. */
export function chunks(ids: readonly string[]): readonly string[] {
  const each = [...new Set(ids)]
  // An empty part would be a different question, one about everything.
  if (each.length === 0) throw new RangeError('There is nothing to ask Kolada for.')
  const wrong = each.find((id) => !/^[A-Za-z0-9]+$/.test(id))
  if (wrong !== undefined) throw new RangeError(`Not an id of Kolada's: ${wrong}`)
  return Array.from({ length: Math.ceil(each.length / mostIdsInAPart) }, (_, index) =>
    each.slice(index * mostIdsInAPart, (index + 1) * mostIdsInAPart).join(','),
  )
}

/** The ids that an address asks for, by the name of their part; a part that is not there asks for everything. */
export function askedFor(address: string, part: 'kpi' | 'municipality' | 'year'): ReadonlySet<string> | null {
  const words = new URL(address).pathname.split('/')
  const ids = words.includes('data') ? words[words.indexOf(part) + 1] : undefined
  return ids === undefined || !words.includes(part) ? null : new Set(decodeURIComponent(ids).split(','))
}
