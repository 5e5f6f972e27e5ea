import type { YearValue } from './change.ts'
import type { Standard } from './chart-rules.ts'
import type { Direction, SeriesBreak, Target } from './indicator.ts'
import { processChart, type ChartedStretch } from './process-chart.ts'
import { runChart, type RunChart } from './run-chart.ts'
import { signalOf, type Signal } from './signal.ts'
import { targetReading, type TargetReading } from './target.ts'

interface Measure {
  readonly decimals: number
  readonly direction: Direction
  readonly breaks: readonly SeriesBreak[]
}

/** All that is read from one place's values: the region's or a municipality's. */
export interface PlaceReading {
  readonly values: readonly YearValue[]
  readonly signal: Signal
  readonly charted: readonly ChartedStretch[]
  /** The second opinion, on the years that the latest value is comparable with; null without any value. */
  readonly runs: RunChart | null
  readonly targets: readonly TargetReading[]
}

/** Reads one place's values by the rules of one standard and against the targets that are in force for it. */
export function placeReading(
  values: readonly YearValue[],
  measure: Measure,
  targets: readonly Target[],
  standard: Standard,
): PlaceReading {
  return {
    values,
    signal: signalOf(values, measure, standard),
    charted: processChart(values, measure.breaks, standard),
    runs: runChart(values, measure.breaks).at(-1)?.chart ?? null,
    targets: targets.map((target) => targetReading(values, target, measure)),
  }
}
