import type { Indicator } from '#modules/indicators'
import type { IsoDay } from '#platform/values/dates.ts'

/** An indicator whose source has said when it publishes next. */
export interface Expected {
  readonly indicator: Indicator
  readonly on: IsoDay
}

/** What is to come, soonest first; what should have come by now; and what nobody has said anything of. */
export interface Calendar {
  readonly coming: readonly Expected[]
  readonly late: readonly Expected[]
  readonly unknown: readonly Indicator[]
}

/** The publication calendar of the indicators that are followed. */
export function calendarOf(indicators: readonly Indicator[], today: IsoDay): Calendar {
  const followed = indicators.filter(({ retiredAt }) => retiredAt === null)
  const expected = followed
    .flatMap((indicator) =>
      indicator.nextPublication === null ? [] : [{ indicator, on: indicator.nextPublication }],
    )
    .toSorted((one, other) => one.on.localeCompare(other.on))
  return {
    coming: expected.filter(({ on }) => on >= today),
    late: expected.filter(({ on }) => on < today),
    unknown: followed.filter(({ nextPublication }) => nextPublication === null),
  }
}
