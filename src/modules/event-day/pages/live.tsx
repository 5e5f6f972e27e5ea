import type { ComponentChildren } from 'preact'
import { timeOf } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { leftInWords } from './words.ts'
import { textsIn } from './texts.ts'

interface LiveProps {
  /** What the view is called in the page: the fresh one replaces the old by it. */
  readonly id: string
  readonly now: Date
  /** Seconds between two looks at whether something has changed. */
  readonly every: number
  /** Whether the page is to be read without network. */
  readonly isOffline?: boolean
  readonly class?: string
  readonly locale: Locale
  readonly children: ComponentChildren
}

/** A view that follows the clock and what is said in the hall by itself, where scripts run. */
export function Live({ id, now, every, isOffline = false, locale, children, ...rest }: LiveProps) {
  const texts = textsIn(locale)
  const { one, many } = texts.minutesTemplate
  return (
    <div
      id={id}
      class={rest.class}
      data-live={now.getTime()}
      data-every={every}
      data-offline={isOffline ? '' : undefined}
      data-minute={one}
      data-minutes={many}
    >
      <p class="live__age" role="status" data-age={texts.offline} hidden />
      {children}
    </div>
  )
}

/** What the clock shows, and goes on showing. */
export function Clock({ now }: { readonly now: Date }) {
  return <span data-clock>{timeOf(now)}</span>
}

interface LeftProps {
  readonly until: Date
  readonly now: Date
  readonly locale: Locale
}

/** The minutes that are left, counted down. */
export function Left({ until, now, locale }: LeftProps) {
  return <span data-until={until.getTime()}>{leftInWords(until, now, locale)}</span>
}
