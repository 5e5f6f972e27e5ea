import type { Series } from './series.ts'

/** Where the values before and after are not counted alike. */
export interface SeriesBreak {
  /** The first point of time that is counted the new way. */
  readonly x: number
  /** A few words beside the line. */
  readonly label: string
  /** A sentence below the chart. */
  readonly explanation: string
}

/** What somebody has decided to reach. */
export interface Target {
  readonly x: number
  readonly y: number
  /** "Target 2030: 80 %". */
  readonly label: string
}

/** Limits between which the points of some years vary by themselves: those of an XmR chart. Null where there is no limit. */
export interface LimitStretch {
  readonly from: number
  readonly to: number
  readonly centre: number
  readonly lower: number | null
  readonly upper: number | null
}

/** The natural limits of the series that stands out, one stretch for each level that it has kept. */
export interface ControlLimits {
  readonly stretches: readonly LimitStretch[]
  /** Written beside the last stretch, with their numbers: "Upper limit 7.1". */
  readonly labels: { readonly upper: string; readonly centre: string; readonly lower: string }
}

/** Points that a rule has found: more than chance. */
export interface Signal {
  /** A letter or a digit beside each point, the same as before the explanation. */
  readonly sign: string
  /** The rule in words, with the years: "Rule 1: 2020 lies outside the limits". */
  readonly explanation: string
  readonly points: readonly { readonly x: number; readonly y: number }[]
}

/** What a line chart shows, on a page or in a file of its own. */
export interface LineFigures {
  readonly series: readonly Series[]
  /** A number as the axis and the labels write it. */
  readonly format: (value: number) => string
  readonly breaks?: readonly SeriesBreak[]
  /** What the series behind are together, such as "The 13 municipalities"; a phone has no room for each name. */
  readonly othersLabel?: string
  readonly targets?: readonly Target[]
  readonly limits?: ControlLimits
  readonly signals?: readonly Signal[]
  /** A level that all is read against, such as 100 for an index: "Index, 2015 = 100". */
  readonly level?: { readonly y: number; readonly label: string }
  /** What hollow points mean. To be given when any point is preliminary. */
  readonly preliminary?: string
}

/** The years from which the lines are lifted and begun anew. */
export function liftsOf({ breaks = [] }: LineFigures): number[] {
  return breaks.map((one) => one.x)
}

/** All that must have room between the axes. */
export function everythingIn({ series, targets = [], limits, level }: LineFigures): readonly Series[] {
  const years = series.flatMap((one) => one.points.map((point) => point.x))
  const levels = level && years.length > 0 ? [{ x: Math.min(...years), y: level.y }] : []
  const reach = (limits?.stretches ?? []).flatMap(({ from, to, lower, centre, upper }) => [
    { x: from, y: lower ?? centre },
    { x: to, y: upper ?? centre },
  ])
  const aims = targets.map(({ x, y }) => ({ x, y }))
  return [...series, { name: '', points: [...levels, ...reach, ...aims] }]
}
