import type { RoutingRule } from './rule.ts'

/** What one version of the rules has that another had not, and the other way round. */
export interface RulesDiff {
  readonly added: readonly RoutingRule[]
  readonly removed: readonly RoutingRule[]
}

/** Rules have no names and no order: a rule that was changed has gone, and another has come. */
export function diffOf(before: readonly RoutingRule[], after: readonly RoutingRule[]): RulesDiff {
  return { added: without(after, before), removed: without(before, after) }
}

function without(rules: readonly RoutingRule[], others: readonly RoutingRule[]): readonly RoutingRule[] {
  const known = new Set(others.map(sameText))
  return rules.filter((rule) => !known.has(sameText(rule)))
}

/** The same text for rules that ask the same, in whatever order they were stored. */
function sameText({ topics, localities, sizes, branches, answers, desk }: RoutingRule): string {
  const asked = Object.entries(answers).map(([question, choices]) => [question, sorted(choices)] as const)
  return JSON.stringify([
    ...[topics, localities, sizes, branches].map(sorted),
    asked.toSorted(([a], [b]) => (a < b ? -1 : 1)),
    desk,
  ])
}

function sorted(list: readonly string[]): readonly string[] {
  return list.toSorted()
}
