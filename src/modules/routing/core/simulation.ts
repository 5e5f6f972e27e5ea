import { deskIn, type TownHall } from './route.ts'
import { fits, type DeskFacts } from './rule.ts'

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
  const found = past.map((matter) => ({
    matter,
    from: deskIn(holding, matter.facts).desk,
    to: deskIn(tried, matter.facts),
  }))
  return {
    tried: past.length,
    moved: found.flatMap(({ matter, from, to }) => (from === to.desk ? [] : [{ matter, from, to: to.desk }])),
    withoutDesk: found.flatMap(({ matter, to }) => (to.desk === null ? [matter] : [])),
    rules: tried.rules.map((rule) => ({
      fits: past.filter(({ facts }) => fits(rule, facts)).length,
      decides: found.filter(({ to }) => to.desk !== null && to.because.rule === rule).length,
    })),
  }
}
