import type { Locale } from '#platform/values/locale.ts'
import { competenceAddresses } from './addresses/competence.ts'
import { needsAddresses } from './addresses/needs.ts'
import { programmeAddresses } from './addresses/programme.ts'
import { roundTablesAddresses } from './addresses/round-tables.ts'
import { voiceAddresses } from './addresses/voice.ts'

/**
 * Every address of the program, in both languages, once. Addresses are nouns that a person can read out loud,
 * and they never die: a changed address keeps its old row and redirects.
 */
export const addresses = {
  ...programmeAddresses,
  ...voiceAddresses,
  ...roundTablesAddresses,
  ...competenceAddresses,
  ...needsAddresses,
} as const satisfies Record<string, Record<Locale, string>>

export type PageName = keyof typeof addresses

/** Both patterns of a page, to mount one handler on: `routes.on('GET', bothAddresses('indicator'), …)`. */
export function bothAddresses(page: PageName): string[] {
  return [addresses[page].sv, addresses[page].en]
}

/** The address of a page in the reader's language, its parts filled in: `addressOf('indicator', 'sv', { indicator: 'folkmangd' })`. */
export function addressOf(
  page: PageName,
  locale: Locale,
  parts: Readonly<Record<string, string>> = {},
): string {
  return addresses[page][locale].replace(/:(\w+)/g, (_whole, name: string) => {
    const part = parts[name]
    if (part === undefined) throw new Error(`The address of ${page} needs ${name}`)
    return encodeURIComponent(part)
  })
}

/** The name in an address's query by which a page tells that what was sent to it is saved. */
export const savedMark = 'saved'

const patterns = (['sv', 'en'] as const).flatMap((locale) =>
  (Object.keys(addresses) as PageName[]).map((page) => ({
    page,
    locale,
    // A fixed part such as `bjud-in` is looked for before the part that may be anything.
    pattern: new RegExp(`^${addresses[page][locale].replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`),
    isFixed: !addresses[page][locale].includes(':'),
  })),
)

// The longest first: what stands before a key may be the beginning of something longer.
const beforeKeys = [...new Set(Object.values(addresses).flatMap(({ sv, en }) => [sv, en]))]
  .flatMap((pattern) => (pattern.includes(':key') ? [pattern.slice(0, pattern.indexOf(':key'))] : []))
  .toSorted((a, b) => b.length - a.length)
const wholeKey = /[\w-]{40,}/g

/** The path as it may be written down: whoever reads a log must not be able to open what a private address opens. */
export function withoutKeys(path: string): string {
  const before = beforeKeys.find((start) => path.toLowerCase().startsWith(start))
  const rest = path.slice(before?.length ?? 0)
  return before === undefined
    ? path.replaceAll(wholeKey, ':key')
    : before + (rest === 'nytt' || rest === 'new' ? rest : rest.replace(/^[^/]+/, ':key'))
}

/** Where the same page stands in the other language; null for an address that is no page's. */
export function inOtherLanguage(path: string, locale: Locale): string | null {
  const known = patterns
    .filter((entry) => entry.locale === locale && entry.pattern.test(path))
    .toSorted((a, b) => Number(b.isFixed) - Number(a.isFixed))[0]
  const parts = known?.pattern.exec(path)?.groups ?? {}
  if (!known) return null
  return addresses[known.page][locale === 'sv' ? 'en' : 'sv'].replace(
    /:(\w+)/g,
    (_whole, name: string) => parts[name] ?? '',
  )
}
