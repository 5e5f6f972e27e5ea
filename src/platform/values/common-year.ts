/** A place's value of a year, or the lack of one. */
export interface PlaceYear {
  readonly place: string
  readonly year: number
  readonly value: number | null
  /** Its source may still change it. */
  readonly isPreliminary?: boolean
}

/** The one year on which places are compared. */
export interface CommonYear {
  readonly year: number
  /** How many places have a value that year, of those that ever have one. */
  readonly there: number
  readonly of: number
  /** Enough of them have one. Otherwise it is only the year that most have one. */
  readonly isCommon: boolean
}

/** So large a share of those that ever report must have a value, or the year says more about who is quick. */
const commonShare = 0.9

/**
 * The latest year for which nearly all places that ever report have a value. Each place's own latest year would compare
 * one year with another.
 */
export function commonYear(figures: Iterable<PlaceYear>, share = commonShare): CommonYear | null {
  const ever = new Set<string>()
  const byYear = new Map<number, number>()
  for (const { place, year, value } of figures) {
    if (value === null) continue
    ever.add(place)
    byYear.set(year, (byYear.get(year) ?? 0) + 1)
  }
  return commonYearAmong(byYear, ever.size, share)
}

/** The same of places that are counted already: how many have a value in each year, of those that ever have one. */
export function commonYearAmong(
  byYear: ReadonlyMap<number, number>,
  of: number,
  share = commonShare,
): CommonYear | null {
  const years = [...byYear].toSorted(([a], [b]) => b - a)
  const common = years.find(([, there]) => there >= share * of)
  if (common) return { year: common[0], there: common[1], of, isCommon: true }
  const [fullest] = years.toSorted(([, a], [, b]) => b - a)
  return fullest ? { year: fullest[0], there: fullest[1], of, isCommon: false } : null
}
