import { addDays, valueOf } from './compile.ts'
import type { Fact, Known, Setting } from './fact.ts'
import { comparisonOf, predicatesIn, type Rule } from './rule.ts'

/** Answers that a rule cannot tell apart: one of them, and how large a share of all answers they usually are. */
export interface Region {
  readonly value: Known
  readonly share: number
}

/** Per fact the regions that a rule tells apart: finitely many, by the numbers and days it compares with. */
export function regionsOf(rule: Rule, setting: Setting): ReadonlyMap<string, readonly Region[]> {
  const compared = new Map<string, Known[]>()
  for (const { predicate } of predicatesIn(rule)) {
    const one = comparisonOf(predicate)
    if (one === null) continue
    const to = valueOf(one.to, setting)
    if (to === null) continue
    const values = Array.isArray(to) ? (to as Known[]) : [to as Known]
    compared.set(one.fact, [...(compared.get(one.fact) ?? []), ...values])
  }
  return new Map(
    [...compared].flatMap(([name, cuts]) => {
      const fact = setting.facts[name]
      return fact === undefined ? [] : [[name, regionsBy(fact, cuts)] as const]
    }),
  )
}

function regionsBy(fact: Fact, cuts: readonly Known[]): readonly Region[] {
  switch (fact.kind) {
    case 'yes-no':
      return [true, false].map((value) => ({ value, share: 0.5 }))
    case 'choice': {
      const named = fact.values.filter((value) => cuts.includes(value))
      const others = fact.values.filter((value) => !cuts.includes(value))
      const share = 1 / fact.values.length
      return [
        ...named.map((value) => ({ value, share })),
        ...others.slice(0, 1).map((value) => ({ value, share: share * others.length })),
      ]
    }
    case 'day': {
      const days = [...new Set(cuts as string[])].flatMap((day) => [addDays(day, -1), day, addDays(day, 1)])
      const values = [...new Set(days)]
      return values.map((value) => ({ value, share: 1 / values.length }))
    }
    case 'number':
      return numberRegions(fact, cuts as readonly number[])
  }
}

/** Each number compared with is a region of its own, and so is what lies between two. */
function numberRegions(
  { least, most, whole, typical }: Extract<Fact, { kind: 'number' }>,
  cuts: readonly number[],
): readonly Region[] {
  const inside = [...new Set(cuts)].filter((cut) => cut >= least && cut <= most).toSorted((a, b) => a - b)
  const edges = [least, ...inside, most]
  const between = edges.slice(1).flatMap((to, at) => {
    const middle = (to + (edges[at] ?? to)) / 2
    return whole ? [Math.floor(middle), Math.ceil(middle)] : [middle]
  })
  const candidates = [least, ...inside, ...between, most].filter((value) => !whole || Number.isInteger(value))
  // Two candidates of the same region are one.
  const byRegion = new Map(candidates.map((value) => [regionIn(inside, value), value]))
  const answers = typical ?? evenly(least, most)
  return [...byRegion].map(([region, value]) => ({
    value,
    share: answers.filter((one) => regionIn(inside, one) === region).length / answers.length,
  }))
}

/** Even for what lies between two cuts, odd for a cut itself. */
function regionIn(cuts: readonly number[], value: number): number {
  const below = cuts.filter((cut) => cut < value).length
  return below * 2 + (cuts.includes(value) ? 1 : 0)
}

function evenly(least: number, most: number): readonly number[] {
  return Array.from({ length: 21 }, (_, at) => least + ((most - least) * at) / 20)
}
