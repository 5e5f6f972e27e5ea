import { formatDay, type IsoDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'

/** What a plan will do, and by which day. */
export interface Step {
  readonly on: IsoDay
  readonly text: string
}

/** The most steps that one plan has: what is longer is not read. */
export const mostSteps = 4

/** The day that is waited for: the first one after today, else the last, which then has passed with nothing said of it. */
export function nextStep(steps: readonly Step[], today: IsoDay): IsoDay | null {
  const days = steps.map(({ on }) => on).toSorted()
  return days.find((day) => day > today) ?? days.at(-1) ?? null
}

/** A plan as the company reads it: what is said, then each day. */
export function planText(text: string, steps: readonly Step[], locale: Locale): string {
  const lines = steps
    .toSorted((a, b) => a.on.localeCompare(b.on))
    .map((step) => `– ${formatDay(step.on, locale)}: ${step.text}`)
  return [text, lines.join('\n')].filter(Boolean).join('\n\n')
}
