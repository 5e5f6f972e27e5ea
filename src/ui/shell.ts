import type { Locale } from '#platform/values/locale.ts'
import type { Assets } from './assets.ts'
import type { NavItem } from './navigation.ts'

/** Who is signed in and where they can go, or the way in. */
export type Account =
  | { readonly name: string; readonly items: readonly NavItem[]; readonly signOutHref: string }
  | { readonly signInHref: string; readonly label: string }

/** What surrounds every page: the same for a whole visit, but for what is current. */
export interface Shell {
  readonly locale: Locale
  /** The short name in the header. */
  readonly brand: string
  /** What follows a page's title: whose site it is. */
  readonly siteName: string
  readonly homeHref: string
  readonly navigation: readonly NavItem[]
  readonly account: Account
  /** The same page in the other language; `label` is written in that language. */
  readonly otherLanguage: { readonly label: string; readonly href: string; readonly locale: Locale } | null
  readonly footer: { readonly text: string; readonly links: readonly NavItem[] }
  readonly assets: Assets
  readonly labels: {
    readonly skipToContent: string
    readonly mainNavigation: string
    readonly menu: string
    readonly signOut: string
    readonly footerNavigation: string
  }
}

/** What belongs to one page alone. */
export interface PageHead {
  readonly title: string
  readonly description?: string
  readonly canonical?: string
  readonly alternates?: readonly { readonly locale: Locale; readonly href: string }[]
  readonly noindex?: boolean
  /** No page of anybody's, though none to be found either: whoever asks the same reads the same. */
  readonly sameForAll?: boolean
  /** Where no script renews what is under way: after how many seconds the page is read again. */
  readonly refresh?: number
  readonly feeds?: readonly { readonly title: string; readonly href: string; readonly type: string }[]
}
