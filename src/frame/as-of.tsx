import { dayOf, endOfDay, formatDay, isDay, type IsoDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { Notice } from '#ui/notice.tsx'
import { textsIn } from './texts.ts'

/** How a page, a file and the open interface are asked for what was known on a day. */
const names = ['per', 'as-of', 'asOf'] as const

/** What was asked: a day that has been, nothing, or something that is no such day. */
export type AskedDay =
  | { readonly kind: 'none' }
  | { readonly kind: 'day'; readonly day: IsoDay; readonly at: Date }
  | { readonly kind: 'wrong'; readonly typed: string }

/** Reads the day from an address. Today and later days are what is known now. */
export function dayAsked(url: URL, now: Date): AskedDay {
  const typed = names
    .map((name) => url.searchParams.get(name))
    .find((value) => value !== null && value !== '')
  if (typed === undefined || typed === null) return { kind: 'none' }
  if (!isDay(typed)) return { kind: 'wrong', typed: typed.slice(0, 30) }
  return typed >= dayOf(now) ? { kind: 'none' } : { kind: 'day', day: typed, at: endOfDay(typed) }
}

/** Above every page that shows what was known on an earlier day, with the way back to today. */
export function AsOfNotice({
  asked,
  url,
  locale,
}: {
  readonly asked: AskedDay
  readonly url: URL
  readonly locale: Locale
}) {
  if (asked.kind === 'none') return null
  const texts = textsIn(locale).asOf
  const today = new URL(url)
  for (const name of names) today.searchParams.delete(name)
  return (
    <Notice tone={asked.kind === 'day' ? 'info' : 'warning'}>
      <p>
        {asked.kind === 'day' ? texts.day(formatDay(asked.day, locale)) : texts.wrong(asked.typed)}{' '}
        <a href={`${today.pathname}${today.search}`}>{texts.today}</a>
      </p>
    </Notice>
  )
}
