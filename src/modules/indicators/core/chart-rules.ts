import type { Point } from './stretch.ts'

/** A pattern that chance alone seldom makes. The names are Nelson's patterns, said in words. */
export type ChartRule =
  | { readonly kind: 'beyond-limits' }
  /** So many in a row on one side of the centre. */
  | { readonly kind: 'run'; readonly length: number }
  /** So many of so many on one side, further from the centre than so many sigmas; three sigmas are the limit. */
  | {
      readonly kind: 'near-limit'
      readonly count: number
      readonly of: number
      readonly sigmas: number
      /** The others in the window must lie on that side of the centre too. */
      readonly allOnOneSide: boolean
    }
  /** So many in a row, each above (or each below) the one before. */
  | { readonly kind: 'trend'; readonly length: number }
  /** So many in a row, up and down by turns. */
  | { readonly kind: 'alternating'; readonly length: number }
  /** So many in a row within one sigma of the centre. */
  | { readonly kind: 'hugging'; readonly length: number }
  /** So many in a row, none within one sigma of the centre. */
  | { readonly kind: 'avoiding'; readonly length: number }

const beyond = { kind: 'beyond-limits' } as const
const nearLimit = { kind: 'near-limit', allOnOneSide: false } as const
const twoOfThree = { ...nearLimit, count: 2, of: 3, sigmas: 2 } as const
const fourOfFive = { ...nearLimit, count: 4, of: 5, sigmas: 1 } as const

/** The sets of rules in common use, each under the name of the publication that it comes from. */
export const standards = {
  /** Western Electric, Statistical Quality Control Handbook, 1956. */
  'western-electric': [beyond, twoOfThree, fourOfFive, { kind: 'run', length: 8 }],
  /** Nelson, “The Shewhart Control Chart: Tests for Special Causes”, Journal of Quality Technology 16(4), 1984. */
  nelson: [
    beyond,
    { kind: 'run', length: 9 },
    { kind: 'trend', length: 6 },
    { kind: 'alternating', length: 14 },
    twoOfThree,
    fourOfFive,
    { kind: 'hugging', length: 15 },
    { kind: 'avoiding', length: 8 },
  ],
  /** NHS England, Making Data Count, as NHS-R's package NHSRplotthedots counts it. */
  'making-data-count': [
    beyond,
    { kind: 'run', length: 7 },
    { kind: 'trend', length: 7 },
    { ...twoOfThree, allOnOneSide: true },
  ],
} as const satisfies Record<string, readonly ChartRule[]>
export type Standard = keyof typeof standards

/** The standard of that name; the first one for any other word. */
export function standardNamed(name: string | undefined): Standard {
  return name !== undefined && Object.hasOwn(standards, name) ? (name as Standard) : 'western-electric'
}

export type Side = 'above' | 'below' | 'rising' | 'falling' | 'both'

/** A rule that found its pattern, and the years that make it. */
export interface Mark {
  readonly rule: ChartRule
  readonly side: Side
  readonly years: readonly number[]
}

/** What points are measured against. */
export interface Yardstick {
  readonly centre: number
  readonly sigma: number
}

/** Every pattern that the rules find in pieces of neighbouring years, in the order of the rules. */
export function marksIn(
  pieces: readonly (readonly Point[])[],
  yardstick: Yardstick,
  rules: readonly ChartRule[],
): Mark[] {
  return rules.flatMap((rule) => pieces.flatMap((piece) => marksOf(rule, piece, yardstick)))
}

/** The windows that fit the rule; those that overlap on one side are one pattern. */
function marksOf(rule: ChartRule, piece: readonly Point[], yardstick: Yardstick): Mark[] {
  const width = rule.kind === 'beyond-limits' ? 1 : rule.kind === 'near-limit' ? rule.of : rule.length
  const marks: Mark[] = []
  for (let start = 0; start + width <= piece.length; start += 1) {
    const found = patternIn(rule, piece.slice(start, start + width), yardstick)
    if (!found) continue
    const last = marks.at(-1)
    const goesOn = last?.side === found.side && found.years.some((year) => last.years.includes(year))
    if (goesOn) marks[marks.length - 1] = { ...last, years: [...new Set([...last.years, ...found.years])] }
    else marks.push({ rule, ...found })
  }
  return marks
}

type Found = Pick<Mark, 'side' | 'years'> | null

function patternIn(rule: ChartRule, window: readonly Point[], yardstick: Yardstick): Found {
  const away = window.map(({ value }) => sigmasAway(value, yardstick))
  switch (rule.kind) {
    case 'beyond-limits':
      return onOneSide(window, away, 3)
    case 'run':
      return onOneSide(window, away, 0)
    case 'near-limit':
      return nearLimitIn(rule, window, away)
    case 'trend':
      return trendIn(window)
    case 'alternating':
      return isAlternating(window) ? allOf(window, 'both') : null
    case 'hugging':
      return away.every((far) => Math.abs(far) < 1) ? allOf(window, 'both') : null
    case 'avoiding':
      return away.every((far) => Math.abs(far) > 1) ? allOf(window, 'both') : null
  }
}

/** The distance from the centre in sigmas; what binary fractions make of equal numbers is no distance. */
function sigmasAway(value: number, { centre, sigma }: Yardstick): number {
  const distance = value - centre
  if (Math.abs(distance) <= 1e-9 * Math.max(1, Math.abs(centre))) return 0
  return distance / sigma
}

function onOneSide(window: readonly Point[], away: readonly number[], sigmas: number): Found {
  if (away.every((far) => far > sigmas)) return allOf(window, 'above')
  return away.every((far) => far < -sigmas) ? allOf(window, 'below') : null
}

function nearLimitIn(
  rule: ChartRule & { kind: 'near-limit' },
  window: readonly Point[],
  away: readonly number[],
): Found {
  for (const [side, sign] of [
    ['above', 1],
    ['below', -1],
  ] as const) {
    const near = window.filter((_, index) => (away[index] ?? 0) * sign > rule.sigmas)
    const others = !rule.allOnOneSide || away.every((far) => far * sign > 0)
    if (near.length >= rule.count && others) return allOf(near, side)
  }
  return null
}

function stepsIn(window: readonly Point[]): number[] {
  return window.slice(1).map(({ value }, index) => Math.sign(value - (window[index]?.value ?? value)))
}

function trendIn(window: readonly Point[]): Found {
  const steps = stepsIn(window)
  if (steps.every((step) => step > 0)) return allOf(window, 'rising')
  return steps.every((step) => step < 0) ? allOf(window, 'falling') : null
}

function isAlternating(window: readonly Point[]): boolean {
  const steps = stepsIn(window)
  return steps.every((step, index) => step !== 0 && (index === 0 || step === -(steps[index - 1] ?? 0)))
}

function allOf(points: readonly Point[], side: Side): { side: Side; years: number[] } {
  return { side, years: points.map(({ year }) => year) }
}
