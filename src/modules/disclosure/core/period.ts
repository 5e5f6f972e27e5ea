import { addDays, type IsoDay } from '#platform/values/dates.ts'
import { fewest } from './table.ts'

/** A time that is told of once, from a day until before another. */
export interface Period {
  readonly from: IsoDay
  readonly before: IsoDay
}

/** How many came in the quarter that begins on a day; quarters in which nobody came are left out. */
export interface QuarterCount {
  readonly from: IsoDay
  readonly count: number
}

/** So many days after a quarter its figures have settled, and are told. */
const settledAfter = 30

/**
 * The periods that are due to be told of on a day, after all that was told before `begin` (null: nothing was). A period is a
 * quarter, or several until enough came in them; none ends before it has settled.
 *
 * Whoever looks on any two days sees the same periods, or more of them: the difference is whole periods, and whatever is
 * counted stands in one of them. So it is about enough or about nobody.
 */
export function duePeriods(
  quarters: readonly QuarterCount[],
  begin: IsoDay | null,
  today: IsoDay,
): readonly Period[] {
  const counts = new Map(quarters.map(({ from, count }) => [from, count]))
  const first = begin ?? quarters.map(({ from }) => from).toSorted()[0]
  const due: Period[] = []
  let [from, sum] = [first, 0]
  for (
    let at = first;
    at !== undefined && addDays(nextQuarter(at), settledAfter) <= today;
    at = nextQuarter(at)
  ) {
    sum += counts.get(at) ?? 0
    if (from === undefined || sum < fewest) continue
    due.push({ from, before: nextQuarter(at) })
    ;[from, sum] = [nextQuarter(at), 0]
  }
  return due
}

/** The first day of the quarter after the one that begins on a day. */
function nextQuarter(from: IsoDay): IsoDay {
  const [year = 0, month = 1] = from.split('-').map(Number)
  return month > 9 ? `${year + 1}-01-01` : `${year}-${String(month + 3).padStart(2, '0')}-01`
}
