import type { VNode } from 'preact'
import type { Locale } from '#platform/values/locale.ts'
import type { FrozenReport } from '../core/report.ts'

/** What the program tells the rounds of itself. */
export interface FollowUpSetting {
  /** Where the program is reached, for letters and citations. */
  readonly origin: string
  /** Where a frozen round is had in other forms, of which this module knows nothing; null is nowhere. */
  readonly asReports: (report: FrozenReport, locale: Locale) => VNode | null
}
