import { indicatorsWithSeries, isWithheld, type FollowedIndicator, type Indicator } from '#modules/indicators'
import { municipalitiesOf, type Municipality } from '#modules/region'
import {
  arrivalsOf,
  replacedFigures,
  retrievalsOf,
  type Replaced,
  type Retrieval,
  type SeriesFigure,
} from '#modules/statistics'
import type { Tx } from '#platform/database/connection.ts'

/** What one retrieval brought of one indicator. */
export interface Arrival {
  readonly indicator: Indicator
  readonly retrieval: Retrieval
  readonly firstYear: number
  readonly lastYear: number
  readonly added: number
  readonly changed: number
}

/** A figure of a municipality that replaced another. */
export interface Revision {
  readonly indicator: Indicator
  readonly retrieval: Retrieval
  readonly municipality: Municipality
  readonly before: SeriesFigure
  readonly after: SeriesFigure
}

/** What came to be known of the network's municipalities in a span of time, the newest first. */
export async function arrivalsIn(
  tx: Tx,
  span: { readonly since: Date; readonly until: Date },
): Promise<readonly Arrival[]> {
  const places = (await municipalitiesOf(tx)).map(({ code }) => code)
  const indicatorOf = bySeries(await indicatorsWithSeries(tx))
  const arrivals = await arrivalsOf(tx, { ...span, places })
  const retrievals = await retrievalsOf(
    tx,
    arrivals.map(({ retrieval }) => retrieval),
  )
  return arrivals.flatMap(({ series, retrieval: id, ...rest }) => {
    const [indicator, retrieval] = [indicatorOf.get(series), retrievals.get(id)]
    if (!indicator || !retrieval || retrieval.way === 'planted') return []
    return [{ indicator, retrieval, ...rest }]
  })
}

/** Which revisions are asked for: of one indicator or all, a page at a time. */
export interface RevisionsAsked {
  /** The indicator's word. */
  readonly indicator?: string | undefined
  readonly until?: Date | undefined
  readonly limit: number
  readonly offset?: number
}

/** Values of the network's municipalities that were replaced, the newest first, and whether there are older ones. */
export async function revisionsIn(
  tx: Tx,
  { indicator: asked, until, limit, offset = 0 }: RevisionsAsked,
): Promise<{ readonly revisions: readonly Revision[]; readonly hasOlder: boolean }> {
  const municipalities = new Map((await municipalitiesOf(tx)).map((one) => [one.code, one]))
  const followed = await indicatorsWithSeries(tx)
  const wanted = followed.filter(({ indicator }) => asked === undefined || indicator.id === asked)
  const indicatorOf = bySeries(wanted)
  const replaced = await replacedFigures(tx, {
    series: [...indicatorOf.keys()],
    places: [...municipalities.keys()],
    limit: limit + 1,
    offset,
    ...(until ? { until } : {}),
  })
  const retrievals = await retrievalsOf(
    tx,
    replaced.map(({ after }) => after.retrieval),
  )
  const revisions = replaced.slice(0, limit).flatMap(({ before, after }) => {
    const indicator = indicatorOf.get(after.series)
    const retrieval = retrievals.get(after.retrieval)
    const municipality = municipalities.get(after.place)
    if (!indicator || !retrieval || !municipality) return []
    const told = toldOf({ before, after }, indicator)
    return told ? [{ indicator, retrieval, municipality, ...told }] : []
  })
  return { revisions, hasOlder: replaced.length > limit }
}

/**
 * A revision as it may be told, or null. A small number of persons is withheld here as on every page; and where small
 * numbers are, nothing is told of women and men by themselves, for the sum would give the other away.
 */
function toldOf({ before, after }: Replaced, indicator: Indicator): Replaced | null {
  if (indicator.fewest !== null && after.gender !== 'all') return null
  const isSmall = [before, after].map(({ value }) => isWithheld(value, indicator))
  if (isSmall.every(Boolean)) return null
  return { before: withheldIf(isSmall[0], before), after: withheldIf(isSmall[1], after) }
}

function withheldIf(isSmall: boolean | undefined, figure: SeriesFigure): SeriesFigure {
  return isSmall ? { ...figure, value: null, missing: 'suppressed' } : figure
}

function bySeries(followed: readonly FollowedIndicator[]): ReadonlyMap<number, Indicator> {
  return new Map(
    followed.flatMap(({ indicator, seriesIds }) => seriesIds.map((id) => [id, indicator] as const)),
  )
}
