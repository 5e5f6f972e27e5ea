import { cubesAsKnown, profileOf, standingOf, type Standing } from '#modules/statistics'
import type { Tx } from '#platform/database/connection.ts'
import type { Indicator } from './core/indicator.ts'
import { indicatorRows } from './store.ts'

/** How a place stands in one indicator, among all places that have a value. */
export interface Stands {
  readonly indicator: Indicator
  readonly standing: Standing
}

/** How a place stands in every indicator that is followed; those without a value of it are left out. */
export async function placeProfile(tx: Tx, place: string): Promise<readonly Stands[]> {
  const { rows, asOf } = await indicatorRows(tx, { kind: 'all' })
  const active = rows.filter(({ indicator }) => indicator.retiredAt === null)
  const ids = active.flatMap(({ seriesIds }) => seriesIds.at(-1) ?? [])
  const standings = asOf
    ? (await cubesAsKnown(tx, ids, asOf)).flatMap((cube) => standingOf(cube, place) ?? [])
    : await profileOf(tx, place)
  const bySeries = new Map(
    standings.filter(({ gender }) => gender === 'all').map((standing) => [standing.series, standing]),
  )
  return active.flatMap(({ indicator, seriesIds }) => {
    // What is counted now is read from the latest of an indicator's series.
    const standing = bySeries.get(seriesIds.at(-1) ?? -1)
    return standing ? [{ indicator, standing }] : []
  })
}
