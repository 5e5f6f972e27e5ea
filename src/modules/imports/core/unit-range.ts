/** What values of a unit can be, and what they usually are. Outside the first is a problem, outside the second a warning. */
interface UnitRange {
  readonly possible: readonly [least: number, most: number]
  readonly usual: readonly [least: number, most: number]
  /** Whether only whole numbers are usual. */
  readonly isWhole: boolean
}

const anything = [-Infinity, Infinity] as const
const fromZero = [0, Infinity] as const

// A share of a change, as the net of moving in and out, is below zero; an index to a base year is above a hundred. Nobody is minus
// three persons.
const ranges: ReadonlyMap<string, UnitRange> = new Map([
  ['percent', { possible: anything, usual: [0, 100], isWhole: false }],
  ['index', { possible: fromZero, usual: [0, 100], isWhole: false }],
  ['per-1000', { possible: anything, usual: [0, 1000], isWhole: false }],
  ['grade', { possible: fromZero, usual: [1, 6], isWhole: false }],
  ['persons', { possible: fromZero, usual: fromZero, isWhole: true }],
  ['count', { possible: fromZero, usual: fromZero, isWhole: true }],
  ['rank', { possible: [1, Infinity], usual: [1, 290], isWhole: true }],
])

export type RangeFinding = 'value-impossible' | 'outside-usual-range' | 'not-whole'

/** What is strange about a value in this unit; amounts of money can be anything. */
export function strangeness(value: number, unit: string): RangeFinding | null {
  const range = ranges.get(unit)
  if (!range) return null
  if (isOutside(value, range.possible)) return 'value-impossible'
  if (isOutside(value, range.usual)) return 'outside-usual-range'
  return range.isWhole && !Number.isInteger(value) ? 'not-whole' : null
}

function isOutside(value: number, [least, most]: readonly [number, number]): boolean {
  return value < least || value > most
}
