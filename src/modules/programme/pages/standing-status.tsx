import type { Locale } from '#platform/values/locale.ts'
import { Status } from '#ui/status.tsx'
import type { Standing } from '../core/status.ts'
import { textsIn } from './texts.ts'
import { toneOf } from './words.ts'

/** How a cell stands: its sign and its word. */
export function StandingStatus({
  standing,
  locale,
}: {
  readonly standing: Standing
  readonly locale: Locale
}) {
  return <Status tone={toneOf[standing]} label={textsIn(locale).standings[standing]} />
}
