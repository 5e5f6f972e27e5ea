import { weightOf, type RoutingRule } from './rule.ts'
import type { Topic } from './topic.ts'

/**
 * What is wrong with a rule whatever matters come: it never fits, it never decides because another rule that fits
 * whenever it does asks more or as much of another desk, or it changes nothing beside such a rule.
 */
export type RuleFault =
  | { readonly kind: 'never-fits' }
  | { readonly kind: 'never-wins' | 'changes-nothing'; readonly beside: number }

/** The faults of rules by their place among the rules. `topics` are those that a matter may be about now. */
export function faultsOf(
  rules: readonly RoutingRule[],
  topics: readonly Pick<Topic, 'id' | 'questions'>[],
): ReadonlyMap<number, RuleFault> {
  const asked = rules.map((rule) => ({ rule, topics: topicsFitting(rule, topics), weight: weightOf(rule) }))
  const faults = new Map<number, RuleFault>()
  for (const [at, one] of asked.entries()) {
    const fault = faultOf(one, at, asked)
    if (fault) faults.set(at, fault)
  }
  return faults
}

interface Asked {
  readonly rule: RoutingRule
  /** The topics of the matters that it can fit: those it names, as far as they ask the questions it wants answered. */
  readonly topics: ReadonlySet<string>
  readonly weight: number
}

function faultOf(one: Asked, at: number, all: readonly Asked[]): RuleFault | null {
  if (one.topics.size === 0) return { kind: 'never-fits' }
  const stronger = all.findIndex(
    (other, place) =>
      place !== at &&
      fitsWhenever(other, one) &&
      (other.weight > one.weight || (other.weight === one.weight && other.rule.desk !== one.rule.desk)),
  )
  if (stronger >= 0) return { kind: 'never-wins', beside: stronger }
  const same = all.findIndex(
    (other, place) =>
      place !== at &&
      other.weight === one.weight &&
      other.rule.desk === one.rule.desk &&
      fitsWhenever(other, one) &&
      // Of two that are alike the later one is superfluous.
      (place < at || !fitsWhenever(one, other)),
  )
  return same >= 0 ? { kind: 'changes-nothing', beside: same } : null
}

/** Whether the other rule fits every matter that this one fits. */
function fitsWhenever(other: Asked, one: Asked): boolean {
  const [wide, narrow] = [other.rule, one.rule]
  return (
    [...one.topics].every((topic) => other.topics.has(topic)) &&
    covers(wide.localities, narrow.localities) &&
    covers(wide.sizes, narrow.sizes) &&
    covers(wide.branches, narrow.branches) &&
    Object.entries(wide.answers).every(([question, choices]) =>
      covers(choices, narrow.answers[question] ?? []),
    )
  )
}

/** An empty list asks nothing, and so covers all. */
function covers(wide: readonly string[], narrow: readonly string[]): boolean {
  return wide.length === 0 || (narrow.length > 0 && narrow.every((value) => wide.includes(value)))
}

function topicsFitting(
  { topics: named, answers }: RoutingRule,
  topics: readonly Pick<Topic, 'id' | 'questions'>[],
): ReadonlySet<string> {
  const wanted = Object.entries(answers).filter(([, choices]) => choices.length > 0)
  const fitting = topics.filter(
    ({ id, questions }) =>
      (named.length === 0 || named.includes(id)) &&
      wanted.every(([question, choices]) =>
        questions.some(
          (one) => one.id === question && one.choices.some((choice) => choices.includes(choice.id)),
        ),
      ),
  )
  return new Set(fitting.map(({ id }) => id))
}
