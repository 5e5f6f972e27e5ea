import { atomOf } from '#platform/http/atom.ts'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import type { Arrival } from '../reads.ts'
import { queryFor } from './query.ts'
import { textsIn } from './texts.ts'
import { arrivalText, sourceText } from './words.ts'

interface FeedSetting {
  readonly origin: string
  readonly locale: Locale
  /** The network's name. */
  readonly author: string
  /** From when the feed speaks. */
  readonly since: Date
}

/** What has come, as a feed. */
export function newsFeed(arrivals: readonly Arrival[], setting: FeedSetting): string {
  const { origin, locale, author, since } = setting
  const href = `${origin}${addressOf('newFigures', locale)}`
  return atomOf({
    title: `${textsIn(locale).news.title} – ${author}`,
    locale,
    author,
    self: `${origin}${addressOf('newFiguresFeed', locale)}`,
    href,
    at: arrivals[0]?.retrieval.knownAt ?? since,
    entries: arrivals.map((arrival) => ({
      ...entryOf(arrival, locale),
      id: `${href}#${arrival.indicator.id}-${arrival.retrieval.id}-${arrival.firstYear}`,
      title: inLocale(arrival.indicator.name, locale),
      href: `${origin}${addressOf('indicator', locale, { indicator: arrival.indicator.id })}`,
    })),
  })
}

/** What was changed, as a feed: of one indicator, or of all. */
export function revisionsFeed(
  arrivals: readonly Arrival[],
  indicator: string | undefined,
  setting: FeedSetting,
): string {
  const { origin, locale, author, since } = setting
  const texts = textsIn(locale).revisions
  const changed = arrivals.filter((one) => one.changed > 0 && (!indicator || one.indicator.id === indicator))
  const query = queryFor({ indicator, page: 1 }, locale)
  const href = `${origin}${addressOf('revisions', locale)}`
  return atomOf({
    title: `${texts.title} – ${author}`,
    locale,
    author,
    self: `${origin}${addressOf('revisionsFeed', locale)}${query}`,
    href: `${href}${query}`,
    at: changed[0]?.retrieval.knownAt ?? since,
    entries: changed.map((arrival) => ({
      ...entryOf({ ...arrival, added: 0 }, locale),
      id: `${href}#${arrival.indicator.id}-${arrival.retrieval.id}-${arrival.firstYear}`,
      title: texts.feedEntry(inLocale(arrival.indicator.name, locale)),
      href: `${href}${queryFor({ indicator: arrival.indicator.id, page: 1 }, locale)}`,
    })),
  })
}

function entryOf(arrival: Arrival, locale: Locale) {
  const { retrieval } = arrival
  return { summary: `${arrivalText(arrival, locale)} ${sourceText(retrieval)}.`, at: retrieval.knownAt }
}
