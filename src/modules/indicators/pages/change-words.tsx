import type { Locale } from '#platform/values/locale.ts'
import { ChangeText } from '#ui/figure.tsx'
import type { Change } from '../core/change.ts'
import type { Indicator } from '../core/indicator.ts'
import { changeShown, withoutChangeText } from './words.ts'

interface ChangeWordsProps {
  readonly change: Change
  readonly indicator: Indicator
  readonly locale: Locale
}

/** The change with its arrow, or without one the reason why nothing can be compared. */
export function ChangeWords({ change, indicator, locale }: ChangeWordsProps) {
  if (change.kind === 'known') return <ChangeText {...changeShown(change, indicator, locale)} />
  return <p class="change change--neutral">{withoutChangeText(change, locale)}</p>
}
