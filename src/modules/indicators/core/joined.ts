import type { Observation, Unit } from './indicator.ts'

/**
 * The values of several series as one: each goes on from its own first year, and what the one before it says of later
 * years is left out. A year is never read from two series.
 */
export function joined<One extends { readonly year: number }>(
  series: readonly (readonly One[])[],
): readonly One[] {
  return series.flatMap((own, index) => {
    const next = Math.min(...series.slice(index + 1).flatMap((later) => later[0]?.year ?? []))
    return own.filter(({ year }) => year < next)
  })
}

/** Whether small numbers of a unit could be traced to somebody. */
export function countsPeople(unit: Unit): boolean {
  return unit === 'persons' || unit === 'count'
}

/**
 * An observation as it may be shown: a number of persons that is small, but not zero, is withheld. A sum with a part
 * withheld is not made, so nobody can subtract their way to it.
 */
export function shown(observation: Observation, unit: Unit, fewest: number | null): Observation {
  return isWithheld(observation.value, { unit, fewest }) ? withheld(observation) : observation
}

/** What is told of a value that is not shown: that it is there. Its note may say the number in words. */
export function withheld<One extends object>(one: One) {
  return { ...one, value: null, missing: 'suppressed', note: null } as const
}

/**
 * The values of women beside those of men, or the other way round. Their sum is shown too, so where the one is withheld
 * the other would give it away.
 */
export function shownBeside(
  own: readonly Observation[],
  other: readonly Observation[],
  fewest: number | null,
): readonly Observation[] {
  if (fewest === null) return own
  const small = new Set(other.filter(({ missing }) => missing === 'suppressed').map(cellOf))
  return own.map((one) => (small.has(cellOf(one)) ? withheld(one) : one))
}

function cellOf({ municipality, year }: Observation): string {
  return `${municipality} ${year}`
}

/** Whether a value counts so few persons that it is not shown. */
export function isWithheld(
  value: number | null,
  { unit, fewest }: { readonly unit: Unit; readonly fewest: number | null },
): boolean {
  return fewest !== null && value !== null && countsPeople(unit) && value > 0 && value < fewest
}
