import type { Choice } from '#modules/indicators'
import { cubesOf, seriesWith, type Cube, type Figure } from '#modules/statistics'
import type { Tx } from '#platform/database/connection.ts'
import { doubtsAbout, type Doubt } from '../../core/doubts.ts'
import { ownSeriesOf } from '../../core/own-series.ts'

/** What is known around a figure: the latest value before it, the one in its place, and what is strange about it. */
export interface Beside {
  readonly before: { readonly year: number; readonly value: number } | null
  readonly present: number | null
  readonly doubts: readonly Doubt[]
}

/** The figures that are known of some indicators that are kept by hand, by the indicator. */
export type KnownByIndicator = ReadonlyMap<string, readonly Cube[]>

export async function knownOf(tx: Tx, choices: readonly Choice[]): Promise<KnownByIndicator> {
  const keys = new Map(choices.map((choice) => [choice.id, ownSeriesOf(choice) ?? '']))
  const series = await seriesWith(tx, [...new Set(keys.values())])
  const ids = [...series.values()].map(({ id }) => id)
  const cubes = await cubesOf(tx, ids)
  const cubesIn = (key: string) => cubes.filter((cube) => cube.series === series.get(key)?.id)
  return new Map([...keys].map(([indicator, key]) => [indicator, cubesIn(key)]))
}

export function besideOf(figure: Figure, unit: string, cubes: readonly Cube[], thisYear: number): Beside {
  const cube = cubes.find(({ gender }) => gender === figure.gender)
  const known = [...(cube?.figures([figure.place]) ?? [])].flatMap(({ year, value }) =>
    value === null ? [] : [{ year, value }],
  )
  const before = known.findLast(({ year }) => year < figure.year) ?? null
  const ahead: readonly Doubt[] = figure.year > thisYear ? [{ kind: 'year-ahead' }] : []
  return {
    before,
    present: known.find(({ year }) => year === figure.year)?.value ?? null,
    doubts: figure.value === null ? [] : [...ahead, ...doubtsAbout(figure.value, unit, before)],
  }
}

/** Whether figures are known, and none of them is of women or men. */
export function isUndivided(cubes: readonly Cube[]): boolean {
  return cubes.length > 0 && cubes.every(({ gender }) => gender === 'all')
}
