import { addDays, dayOf, daysBetween, type IsoDay } from '#platform/values/dates.ts'
import type { Cell } from './cell.ts'
import type { GridEntry } from './cell-grid.ts'
import { isUnderWay } from './status.ts'

/** A milestone this near is told of beforehand. */
const soonDays = 14
/** A word older than this is asked to be said again: half a year, twice between two yearly reports. */
const silentDays = 180

/** Why a cell is due, the most urgent kind first. `days` is how late, how soon, or how long ago. */
export type DueReason =
  | { readonly kind: 'milestone-overdue'; readonly days: number; readonly milestone: string }
  | { readonly kind: 'stuck'; readonly days: number }
  | { readonly kind: 'milestone-soon'; readonly days: number; readonly milestone: string }
  | { readonly kind: 'never-reported' }
  | { readonly kind: 'silent'; readonly days: number }
  | { readonly kind: 'no-owner' }

const urgency: Record<DueReason['kind'], number> = {
  'milestone-overdue': 0,
  stuck: 1,
  'milestone-soon': 2,
  'never-reported': 3,
  silent: 4,
  'no-owner': 5,
}

/** One cell that needs somebody, with everything that it needs them for. */
export interface Due {
  readonly entry: GridEntry
  /** At least one; the most urgent first. */
  readonly reasons: readonly [DueReason, ...DueReason[]]
}

/** Why a cell needs somebody today; nothing when it does not. What is done or stopped is never due. */
export function reasonsFor(cell: Cell | null, today: IsoDay): readonly DueReason[] {
  if (cell === null) return [{ kind: 'never-reported' }]
  if (!isUnderWay(cell.status)) return []
  const age = daysBetween(dayOf(cell.saidAt), today)
  const reasons: DueReason[] = []
  if (cell.milestone && cell.milestone.on < today) {
    reasons.push({
      kind: 'milestone-overdue',
      days: daysBetween(cell.milestone.on, today),
      milestone: cell.milestone.text,
    })
  }
  if (cell.status === 'stuck') reasons.push({ kind: 'stuck', days: age })
  if (cell.milestone && cell.milestone.on >= today && cell.milestone.on <= addDays(today, soonDays)) {
    reasons.push({
      kind: 'milestone-soon',
      days: daysBetween(today, cell.milestone.on),
      milestone: cell.milestone.text,
    })
  }
  if (age > silentDays) reasons.push({ kind: 'silent', days: age })
  if (cell.owner === null) reasons.push({ kind: 'no-owner' })
  return reasons
}

/** What is due among the entries today, what needs action first before the rest. */
export function dueAmong(entries: readonly GridEntry[], today: IsoDay): readonly Due[] {
  return entries
    .flatMap((entry): Due[] => {
      const [first, ...others] = reasonsFor(entry.cell, today)
      return first ? [{ entry, reasons: [first, ...others] }] : []
    })
    .toSorted(
      (a, b) =>
        byUrgency(a.reasons[0], b.reasons[0]) || a.entry.intervention.number - b.entry.intervention.number,
    )
}

// Within a kind the longest wait goes first, and the nearest milestone.
function byUrgency(a: DueReason, b: DueReason): number {
  const byKind = urgency[a.kind] - urgency[b.kind]
  if (byKind !== 0) return byKind
  const daysOf = (reason: DueReason) => ('days' in reason ? reason.days : 0)
  return a.kind === 'milestone-soon' ? daysOf(a) - daysOf(b) : daysOf(b) - daysOf(a)
}
