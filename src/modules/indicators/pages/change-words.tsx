import type { Locale } from '#platform/values/locale.ts'
import { ChangeText } from '#ui/figure.tsx'
import type { Indicator } from '../core/indicator.ts'
import type { Reading } from '../core/reading.ts'
import { changeShown, withoutChangeText } from './words.ts'

interface ChangeWordsProps {
  readonly reading: Extract<Reading, { kind: 'value' }>
  readonly indicator: Indicator
  readonly locale: Locale
}

/** The change with its arrow and what it is worth, or without one the reason why nothing can be compared. */
export function ChangeWords({ reading, indicator, locale }: ChangeWordsProps) {
  const { change, signal } = reading
  if (change.kind === 'known') return <ChangeText {...changeShown(change, signal, indicator, locale)} />
  return <p class="change change--neutral">{withoutChangeText(change, locale)}</p>
}
