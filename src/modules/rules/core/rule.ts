import { z } from 'zod'

/** Why a condition is there, in the words of whoever must meet it. */
const Because = z.strictObject({ sv: z.string().min(1), en: z.string().min(1) })

/** What a fact is compared with: a number or day, a share of one of the year's numbers, or a day from today. */
const Bound = z.union([
  z.number(),
  z.iso.date(),
  z.strictObject({ parameter: z.string(), times: z.number().optional() }),
  z.strictObject({ today: z.number().int() }),
])
export type Bound = z.infer<typeof Bound>

const of = { fact: z.string(), because: Because }
const predicates = {
  is: z.strictObject({ ...of, is: z.union([z.boolean(), z.string(), z.number()]) }),
  in: z.strictObject({ ...of, in: z.array(z.string()).min(1) }),
  atLeast: z.strictObject({ ...of, atLeast: Bound }),
  atMost: z.strictObject({ ...of, atMost: Bound }),
  above: z.strictObject({ ...of, above: Bound }),
  below: z.strictObject({ ...of, below: Bound }),
  /** What no answer settles: somebody has to judge it, or nobody has found out what holds. */
  unknown: z.strictObject({ unknown: z.literal(true), because: Because }),
}
/** How a fact may be compared. */
export const comparisons = ['is', 'in', 'atLeast', 'atMost', 'above', 'below'] as const
export type Comparison = (typeof comparisons)[number]

type OfKind<Kind extends keyof typeof predicates> = z.infer<(typeof predicates)[Kind]>

/** One condition, with its reason. */
export type Predicate = OfKind<keyof typeof predicates>

/** Who may have something: conditions that hold together, of which one holds, or that do not hold. */
export type Rule =
  | { readonly all: readonly Rule[] }
  | { readonly any: readonly Rule[] }
  | { readonly not: Rule }
  | Predicate

/** Deeper than anybody reads; it also ends a value that holds itself. */
const deepest = 12

/**
 * A rule as it comes from outside. What is wrong is told at its path, `all.2.atLeast`, and by a word: `rule-shape` for what is no
 * condition at all.
 */
export const Rule = z.unknown().transform((value, context): Rule => {
  for (const { path, message } of shapeFaults(value, []))
    context.addIssue({ code: 'custom', path: [...path], message })
  return value as Rule
})

interface ShapeFault {
  readonly path: readonly (string | number)[]
  readonly message: string
}

function shapeFaults(value: unknown, path: readonly (string | number)[]): readonly ShapeFault[] {
  if (typeof value !== 'object' || value === null || path.length > deepest * 2)
    return [{ path, message: 'rule-shape' }]
  const keys = Object.keys(value)
  for (const group of ['all', 'any'] as const)
    if (keys.includes(group)) return groupFaults(value as Record<string, unknown>, group, path)
  if (keys.includes('not'))
    return keys.length > 1
      ? [{ path, message: 'rule-shape' }]
      : shapeFaults((value as { not: unknown }).not, [...path, 'not'])
  const kind = (Object.keys(predicates) as (keyof typeof predicates)[]).find((name) => keys.includes(name))
  if (kind === undefined) return [{ path, message: 'rule-shape' }]
  const parsed = predicates[kind].safeParse(value)
  if (parsed.success) return []
  return parsed.error.issues.map((issue) => ({
    path: [...path, ...issue.path.map((part) => (typeof part === 'number' ? part : String(part)))],
    message: issue.path[0] === 'because' ? 'reason-missing' : 'rule-shape',
  }))
}

function groupFaults(
  value: Readonly<Record<string, unknown>>,
  group: 'all' | 'any',
  path: readonly (string | number)[],
): readonly ShapeFault[] {
  const parts = value[group]
  if (!Array.isArray(parts) || Object.keys(value).length > 1) return [{ path, message: 'rule-shape' }]
  // None of nothing can hold; everybody is all of nothing, and only the whole rule may say so.
  if (parts.length === 0 && (group === 'any' || path.length > 0)) return [{ path, message: 'rule-empty' }]
  return parts.flatMap((part, at) => shapeFaults(part, [...path, group, at]))
}

/** The conditions of a rule, each with its path. */
export function predicatesIn(
  rule: Rule,
  path = '',
): readonly { readonly path: string; readonly predicate: Predicate }[] {
  const below = (name: string) => (path === '' ? name : `${path}.${name}`)
  if ('all' in rule) return rule.all.flatMap((part, at) => predicatesIn(part, below(`all.${at}`)))
  if ('any' in rule) return rule.any.flatMap((part, at) => predicatesIn(part, below(`any.${at}`)))
  if ('not' in rule) return predicatesIn(rule.not, below('not'))
  return [{ path, predicate: rule }]
}

/** How a condition compares, and with what; null for one that no answer settles. */
export function comparisonOf(
  predicate: Predicate,
): { readonly fact: string; readonly by: Comparison; readonly to: unknown } | null {
  if ('unknown' in predicate) return null
  const by = comparisons.find((name) => name in predicate) ?? 'is'
  return { fact: predicate.fact, by, to: (predicate as unknown as Record<string, unknown>)[by] }
}
