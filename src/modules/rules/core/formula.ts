import { z } from 'zod'
import type { Answers, Setting } from './fact.ts'

/** An amount: numbers, the year's numbers, what is known, and what is made of them. */
export type Formula =
  | number
  | { readonly parameter: string }
  | { readonly fact: string }
  | { readonly add: readonly Formula[] }
  | { readonly subtract: readonly [Formula, Formula] }
  | { readonly multiply: readonly Formula[] }
  | { readonly divide: readonly [Formula, Formula] }
  | { readonly least: readonly Formula[] }
  | { readonly most: readonly Formula[] }
  | { readonly down: Formula }
  /** By steps: the value of the highest step that the fact reaches; 0 below the lowest. */
  | { readonly steps: { readonly fact: string; readonly from: readonly (readonly [number, number])[] } }

const Inner: z.ZodType<Formula> = z.lazy(() => Formula)
const several = z.array(Inner).min(1).max(20)

export const Formula: z.ZodType<Formula> = z.union([
  z.number(),
  z.strictObject({ parameter: z.string() }),
  z.strictObject({ fact: z.string() }),
  z.strictObject({ add: several }),
  z.strictObject({ subtract: z.tuple([Inner, Inner]) }),
  z.strictObject({ multiply: several }),
  z.strictObject({ divide: z.tuple([Inner, Inner]) }),
  z.strictObject({ least: several }),
  z.strictObject({ most: several }),
  z.strictObject({ down: Inner }),
  z.strictObject({
    steps: z.strictObject({ fact: z.string(), from: z.array(z.tuple([z.number(), z.number()])).min(1) }),
  }),
])

/** Between which numbers an amount lies; both are the same when everything it needs is known. */
export interface Span {
  readonly least: number
  readonly most: number
}

/**
 * The amount as far as it is known: of a fact that is not, everything that could be answered is taken. Null where it could
 * divide by zero, speaks of what there is not, or takes a number that is not known this year.
 */
export function amountOf(formula: Formula, answers: Answers, setting: Setting): Span | null {
  if (parametersOf(formula).some((name) => setting.parameters[name] === null)) return null
  const found = spanOf(formula, answers, setting)
  return typeof found === 'string' ? null : found
}

/** What is wrong with a formula whatever is answered; null when nothing is. */
export function formulaFault(formula: Formula, setting: Setting): FormulaFault | null {
  const found = spanOf(formula, {}, setting)
  return typeof found === 'string' ? found : null
}

/** The year's numbers that a formula takes, by name. */
export function parametersOf(formula: Formula): readonly string[] {
  if (typeof formula === 'number' || 'fact' in formula || 'steps' in formula) return []
  if ('parameter' in formula) return [formula.parameter]
  const parts: readonly Formula[] = 'down' in formula ? [formula.down] : Object.values(formula).flat()
  return [...new Set(parts.flatMap(parametersOf))]
}

export type FormulaFault = 'fact-unknown' | 'kind-mismatch' | 'parameter-unknown' | 'division-by-zero'

type Found = Span | FormulaFault

function spanOf(formula: Formula, answers: Answers, setting: Setting): Found {
  if (typeof formula === 'number') return point(formula)
  if ('parameter' in formula) {
    const value = setting.parameters[formula.parameter]
    // Which number it will be is no fault of the formula's; none of them is zero.
    return value === undefined ? 'parameter-unknown' : point(value ?? 1)
  }
  if ('fact' in formula) return factSpan(formula.fact, answers, setting)
  if ('steps' in formula) {
    const { fact, from } = formula.steps
    const by = factSpan(fact, answers, setting)
    return typeof by === 'string' ? by : stepSpan(from, by)
  }
  if ('down' in formula) {
    const inner = spanOf(formula.down, answers, setting)
    return typeof inner === 'string'
      ? inner
      : { least: Math.floor(inner.least), most: Math.floor(inner.most) }
  }
  return together(formula, answers, setting)
}

type Combined = Extract<
  Formula,
  | { add: unknown }
  | { subtract: unknown }
  | { multiply: unknown }
  | { divide: unknown }
  | { least: unknown }
  | { most: unknown }
>

function together(formula: Combined, answers: Answers, setting: Setting): Found {
  const [kind, parts] = Object.entries(formula)[0] as [Operation, readonly Formula[]]
  const [first, ...rest] = parts.map((part) => spanOf(part, answers, setting))
  if (first === undefined || typeof first === 'string') return first ?? point(0)
  let whole: Span = first
  for (const one of rest) {
    const next: Found = typeof one === 'string' ? one : operations[kind](whole, one)
    if (typeof next === 'string') return next
    whole = next
  }
  return whole
}

type Operation = 'add' | 'subtract' | 'multiply' | 'divide' | 'least' | 'most'

const operations: Readonly<Record<Operation, (a: Span, b: Span) => Found>> = {
  add: (a, b) => ({ least: a.least + b.least, most: a.most + b.most }),
  subtract: (a, b) => ({ least: a.least - b.most, most: a.most - b.least }),
  multiply: (a, b) => corners(a, b, (x, y) => x * y),
  divide: (a, b) => (b.least <= 0 && b.most >= 0 ? 'division-by-zero' : corners(a, b, (x, y) => x / y)),
  least: (a, b) => ({ least: Math.min(a.least, b.least), most: Math.min(a.most, b.most) }),
  most: (a, b) => ({ least: Math.max(a.least, b.least), most: Math.max(a.most, b.most) }),
}

function corners(a: Span, b: Span, of: (x: number, y: number) => number): Span {
  const all = [of(a.least, b.least), of(a.least, b.most), of(a.most, b.least), of(a.most, b.most)]
  return { least: Math.min(...all), most: Math.max(...all) }
}

function factSpan(name: string, answers: Answers, { facts }: Setting): Found {
  const fact = facts[name]
  if (fact === undefined) return 'fact-unknown'
  if (fact.kind !== 'number') return 'kind-mismatch'
  const known = answers[name]
  return typeof known === 'number' ? point(known) : { least: fact.least, most: fact.most }
}

function stepSpan(from: readonly (readonly [number, number])[], by: Span): Span {
  const steps = from.toSorted(([a], [b]) => a - b)
  const at = (value: number) => steps.findLast(([reached]) => reached <= value)?.[1] ?? 0
  const within = steps
    .filter(([reached]) => reached > by.least && reached <= by.most)
    .map(([, value]) => value)
  const all = [at(by.least), ...within]
  return { least: Math.min(...all), most: Math.max(...all) }
}

function point(value: number): Span {
  return { least: value, most: value }
}
