import { weighing, type TownHall } from './route.ts'
import type { DeskFacts, RoutingRule } from './rule.ts'

/** How a town hall takes matters, for trying: its open desks and the rules. */
type Hall = Pick<TownHall, 'desks' | 'version' | 'rules'>

/** A matter that would be taken elsewhere. Null where a person must choose. */
export interface Moved<Past> {
  readonly matter: Past
  readonly from: string | null
  readonly to: string | null
}

/** What other rules would have done with the matters of the past. */
export interface Simulation<Past> {
  readonly tried: number
  readonly moved: readonly Moved<Past>[]
  /** For which no rule fits, or of which two disagree: a person would have to choose. */
  readonly withoutDesk: readonly Past[]
  /** For each of the new rules, how many it fits and how many it decides. */
  readonly rules: readonly { readonly fits: number; readonly decides: number }[]
}

/** Routes the matters of the past by the rules that hold and by those that are tried, and tells what differs. */
export function simulate<Past extends { readonly facts: DeskFacts }>(
  past: readonly Past[],
  holding: Hall,
  tried: Hall,
): Simulation<Past> {
  const [weighBefore, weighAfter] = [weighing(holding), weighing(tried)]
  const weighed = past.map((matter) => {
    const { fit, found } = weighAfter(matter.facts)
    const decided = found.desk === null ? null : found.because.rule
    return { matter, from: weighBefore(matter.facts).found.desk, to: found.desk, fit, decided }
  })
  const [fits, decides] = [new Map<RoutingRule, number>(), new Map<RoutingRule, number>()]
  for (const { fit, decided } of weighed) {
    for (const rule of fit) fits.set(rule, (fits.get(rule) ?? 0) + 1)
    if (decided) decides.set(decided, (decides.get(decided) ?? 0) + 1)
  }
  return {
    tried: past.length,
    moved: weighed.flatMap(({ matter, from, to }) => (from === to ? [] : [{ matter, from, to }])),
    withoutDesk: weighed.flatMap(({ matter, to }) => (to === null ? [matter] : [])),
    rules: tried.rules.map((rule) => ({ fits: fits.get(rule) ?? 0, decides: decides.get(rule) ?? 0 })),
  }
}
