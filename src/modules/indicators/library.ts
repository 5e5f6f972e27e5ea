import {
  cubesAsKnown,
  cubesOf,
  retrievalsOf,
  type Cube,
  type Gender,
  type KnownFigure,
  type Retrieval,
} from '#modules/statistics'
import type { Tx } from '#platform/database/connection.ts'
import type { IndicatorSeries, Library, Observation, Source } from './core/indicator.ts'
import { joined, shown, shownBeside } from './core/joined.ts'
import { indicatorRows, type IndicatorRow, type Wanted } from './store.ts'

/** The indicators a page needs, with their series and sources, as they are known at the moment the transaction speaks of. */
export async function libraryOf(tx: Tx, wanted: Wanted): Promise<Library> {
  const { rows, asOf } = await indicatorRows(tx, wanted)
  const ids = [...new Set(rows.flatMap(({ seriesIds }) => seriesIds))]
  const cubes = asOf ? await cubesAsKnown(tx, ids, asOf) : await cubesOf(tx, ids)
  const retrievals = await retrievalsOf(
    tx,
    cubes.flatMap(({ retrievalIds }) => retrievalIds),
  )
  const bySeries = Map.groupBy(cubes, ({ series }) => series)
  return new Map(rows.map((row) => [row.indicator.id, seriesFrom(row, bySeries, retrievals)]))
}

function seriesFrom(
  { indicator, seriesIds, targets, municipalities }: IndicatorRow,
  bySeries: ReadonlyMap<number, readonly Cube[]>,
  retrievals: ReadonlyMap<number, Retrieval>,
): IndicatorSeries {
  const { regionRule, unit, fewest } = indicator
  const places = regionRule.kind === 'group' ? [...municipalities, regionRule.group] : municipalities
  const of = (gender: Gender) =>
    joined(
      seriesIds.map((id) =>
        [
          ...(bySeries
            .get(id)
            ?.find((cube) => cube.gender === gender)
            ?.figures(places) ?? []),
        ].map((figure) => shown(observed(figure, retrievals), unit, fewest)),
      ),
    )
  const [observations, women, men] = [of('all'), of('women'), of('men')]
  return {
    indicator,
    observations,
    women: shownBeside(women, men, fewest),
    men: shownBeside(men, women, fewest),
    sources: sourcesOf(observations, retrievals),
    targets,
  }
}

function observed(figure: KnownFigure, retrievals: ReadonlyMap<number, Retrieval>): Observation {
  const { place, year, note, isPreliminary, retrieval } = figure
  const came = retrievals.get(retrieval)
  const said =
    figure.missing === null
      ? { value: figure.value, missing: null }
      : { value: null, missing: figure.missing }
  return {
    municipality: place,
    year,
    source: came?.source.id ?? '',
    retrievedOn: came?.retrievedOn ?? null,
    note,
    isPreliminary,
    retrieval,
    ...said,
  }
}

function sourcesOf(
  observations: readonly Observation[],
  retrievals: ReadonlyMap<number, Retrieval>,
): readonly Source[] {
  const sources = new Map<string, Source>()
  for (const { retrieval } of observations) {
    const source = retrievals.get(retrieval)?.source
    if (source) sources.set(source.id, source)
  }
  return [...sources.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1))
}
