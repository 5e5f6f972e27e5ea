/** One thing that a feed tells. */
export interface FeedEntry {
  /** An address that never changes and is no other entry's. */
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly href: string
  readonly at: Date
}

/** A feed: what news readers follow. */
export interface Feed {
  readonly title: string
  readonly locale: string
  readonly author: string
  /** The feed's own address, and the page that says the same. */
  readonly self: string
  readonly href: string
  /** When the newest entry came, or the feed began. */
  readonly at: Date
  readonly entries: readonly FeedEntry[]
}

export const atomType = 'application/atom+xml; charset=utf-8'

/** The feed as Atom (RFC 4287). */
export function atomOf({ title, locale, author, self, href, at, entries }: Feed): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(locale)}">
<id>${escaped(self)}</id>
<title>${escaped(title)}</title>
<author><name>${escaped(author)}</name></author>
<link rel="self" type="application/atom+xml" href="${escaped(self)}"/>
<link rel="alternate" type="text/html" href="${escaped(href)}"/>
<updated>${at.toISOString()}</updated>
${entries.map(entryOf).join('')}</feed>
`
}

function entryOf({ id, title, summary, href, at }: FeedEntry): string {
  return `<entry>
<id>${escaped(id)}</id>
<title>${escaped(title)}</title>
<link rel="alternate" type="text/html" href="${escaped(href)}"/>
<updated>${at.toISOString()}</updated>
<summary>${escaped(summary)}</summary>
</entry>
`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** Text as XML may hold it: what XML 1.0 knows no way to write is left out. */
function escaped(text: string): string {
  return text
    .replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign)
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
}
