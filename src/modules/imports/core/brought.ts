import type { Change, Figure, Moves } from '#modules/statistics'
import { emptyReport, type Report } from './run.ts'

/** So many changes are told one by one. */
const mostChanges = 200

/** The report of figures that were recorded: what they brought beside what was known. */
export function broughtBy(
  series: string,
  title: string,
  figures: readonly Figure[],
  { added, changed, same }: Moves,
): Report {
  return {
    ...emptyReport(series, title),
    added: added.length,
    changed: changed.length,
    same,
    years: yearsOf(figures),
    changes: changed.slice(0, mostChanges).map(changeOf),
  }
}

function changeOf({ before, after }: Change): Report['changes'][number] {
  const { place, gender, year } = after
  return { place, gender, year, before: saidIn(before), after: saidIn(after) }
}

function saidIn({ value, missing }: Figure): Report['changes'][number]['before'] {
  return { value, missing }
}

function yearsOf(figures: readonly Figure[]): Report['years'] {
  const [first, ...others] = figures.map(({ year }) => year)
  if (first === undefined) return null
  let [least, most] = [first, first]
  for (const year of others) {
    least = Math.min(least, year)
    most = Math.max(most, year)
  }
  return [least, most]
}
