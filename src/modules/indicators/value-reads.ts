import { namesOf, type Actor } from '#modules/accounts'
import {
  cubesOf,
  historyOf,
  retrievalsOf,
  seriesWith,
  type Gender,
  type Retrieval,
  type SeriesFigure,
} from '#modules/statistics'
import type { Tx } from '#platform/database/connection.ts'
import type { Indicator } from './core/indicator.ts'
import { isWithheld, withheld } from './core/joined.ts'
import { mayKnowPeople } from './core/policy.ts'

/** Something that was said of a cell, and how the network came to know it. */
export interface Statement {
  readonly figure: SeriesFigure
  readonly retrieval: Retrieval
}

/** All that was ever said of one place in one year: the newest first; the first is what holds. */
export interface CellHistory {
  readonly statements: readonly Statement[]
  /** What holds now of women and of men; none where the source does not tell them apart. */
  readonly byGender: ReadonlyMap<Gender, SeriesFigure>
  /** Who entered and confirmed, by their ids; empty for those who may not know. */
  readonly names: ReadonlyMap<string, string>
}

/** One value, and until when it is asked: what came to be known later is left out. */
interface Cell {
  readonly place: string
  readonly year: number
  readonly asOf?: Date | undefined
}

/** Where one value of an indicator comes from. */
export async function cellHistory(
  tx: Tx,
  indicator: Pick<Indicator, 'series' | 'unit' | 'fewest'>,
  { place, year, asOf }: Cell,
  actor: Actor | null,
): Promise<CellHistory> {
  const series = await seriesFor(tx, indicator, year)
  const said = async (gender: Gender) => {
    if (series === null) return []
    const figures = await historyOf(tx, { series, gender, place, year })
    return statementsOf(tx, figures, indicator, asOf)
  }
  const statements = await said('all')
  const apart = [(await said('women'))[0], (await said('men'))[0]].flatMap((one) => (one ? [one.figure] : []))
  // The one would give away the other: their sum is shown.
  const isOneWithheld = indicator.fewest !== null && apart.some(({ missing }) => missing === 'suppressed')
  return {
    statements,
    byGender: new Map(apart.map((one) => [one.gender, isOneWithheld ? withheld(one) : one])),
    names: await namesFor(tx, statements, actor),
  }
}

async function statementsOf(
  tx: Tx,
  figures: readonly SeriesFigure[],
  indicator: Pick<Indicator, 'unit' | 'fewest'>,
  asOf: Date | undefined,
): Promise<readonly Statement[]> {
  const retrievals = await retrievalsOf(
    tx,
    figures.map(({ retrieval }) => retrieval),
  )
  return figures.flatMap((figure) => {
    const retrieval = retrievals.get(figure.retrieval)
    if (!retrieval || (asOf && retrieval.knownAt > asOf)) return []
    return [{ figure: withheldIn(indicator, figure), retrieval }]
  })
}

/** The series that speaks for a year: each goes on from its own first year, so the last that has begun by then. */
async function seriesFor(
  tx: Tx,
  { series }: Pick<Indicator, 'series'>,
  year: number,
): Promise<number | null> {
  const known = await seriesWith(tx, series)
  const ids = series.flatMap((key) => known.get(key)?.id ?? [])
  const cubes = await cubesOf(tx, ids, ['all'])
  return ids.findLast((id) => cubes.some((cube) => cube.series === id && cube.firstYear <= year)) ?? null
}

function withheldIn(indicator: Pick<Indicator, 'unit' | 'fewest'>, figure: SeriesFigure): SeriesFigure {
  return isWithheld(figure.value, indicator) ? withheld(figure) : figure
}

/** Names are for those who work together; everybody else is told what was done, not by whom. */
async function namesFor(
  tx: Tx,
  statements: readonly Statement[],
  actor: Actor | null,
): Promise<ReadonlyMap<string, string>> {
  if (!mayKnowPeople(actor)) return new Map()
  const ids = statements.flatMap(({ retrieval: { byPerson, confirmedBy } }) => [byPerson, confirmedBy])
  return namesOf(tx, [...new Set(ids.filter((id) => id !== null))])
}
