import { holds, mayManagePeople, mayReadLog, type Actor } from '#modules/accounts'
import type { Network } from '#modules/region'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { addressOf, inOtherLanguage, type PageName } from '#ui/addresses.ts'
import type { Assets } from '#ui/assets.ts'
import type { NavItem } from '#ui/navigation.ts'
import type { Shell } from '#ui/page.tsx'
import { textsIn, type Texts } from './texts.ts'

interface ShellRequest {
  readonly network: Network | null
  readonly actor: Actor | null
  readonly locale: Locale
  readonly path: string
  readonly search: string
  readonly assets: Assets
  readonly hasLocalMailbox: boolean
}

/** What surrounds a page: where one can go, who is signed in, the same page in the other language. */
export function shellFor(request: ShellRequest): Shell {
  const { network, locale, path, search, assets } = request
  const texts = textsIn(locale)
  const other = inOtherLanguage(path, locale)
  return {
    locale,
    assets,
    brand: texts.siteName,
    siteName: network ? inLocale(network.name, locale) : texts.siteName,
    homeHref: addressOf('overview', locale),
    navigation: network ? navigation(texts, locale, path) : [],
    account: accountOf(request, texts),
    otherLanguage: other
      ? { label: texts.otherLanguage, href: `${other}${search}`, locale: locale === 'sv' ? 'en' : 'sv' }
      : null,
    footer: {
      text: network ? texts.footer(inLocale(network.name, locale)) : texts.footerWithoutNetwork,
      links: network
        ? [
            item(texts.events, 'events', locale, path),
            item(texts.followUps, 'followUps', locale, path),
            item(texts.reports, 'reports', locale, path),
            item(texts.newFigures, 'newFigures', locale, path),
            item(texts.desks, 'desks', locale, path),
            item(texts.matterFigures, 'matterFigures', locale, path),
            item(texts.accessibility, 'accessibility', locale, path),
            { label: texts.openData, href: '/api/v1/openapi.json' },
            item(texts.navigation.about, 'about', locale, path),
          ]
        : [],
    },
    labels: texts,
  }
}

function navigation(texts: Texts, locale: Locale, path: string): readonly NavItem[] {
  const pages = [
    'indicators',
    'interventions',
    'activities',
    'municipalities',
    'programme',
    'supports',
    'entrance',
  ] as const
  return pages.map((page) => item(texts.navigation[page], page, locale, path))
}

function accountOf(
  { actor, network, locale, path, hasLocalMailbox }: ShellRequest,
  texts: Texts,
): Shell['account'] {
  if (!actor || !network) return { signInHref: addressOf('signIn', locale), label: texts.signIn }
  const pages = pagesOf(actor, hasLocalMailbox)
  return {
    name: actor.name,
    items: pages.map((page) => item(texts.account[page as keyof Texts['account']], page, locale, path)),
    signOutHref: addressOf('signOut', locale),
  }
}

/** Where somebody goes to work, in the order in which a day needs it. */
function pagesOf(actor: Actor, hasLocalMailbox: boolean): readonly PageName[] {
  const isCoordinator = holds(actor, 'coordinator')
  const meetsCompanies = isCoordinator || holds(actor, 'officer')
  const followsUp = meetsCompanies || holds(actor, 'leader')
  const offered: readonly (readonly [PageName, boolean])[] = [
    ['work', true],
    ['matters', meetsCompanies],
    ['companies', meetsCompanies],
    ['needsInside', meetsCompanies],
    ['events', true],
    ['asks', true],
    ['keepSupports', isCoordinator || actor.grants.some(({ organisation }) => organisation !== undefined)],
    ['patterns', followsUp],
    ['heard', meetsCompanies],
    ['matterLoad', followsUp],
    ['toConfirm', followsUp],
    ['imports', isCoordinator],
    ['framework', isCoordinator],
    ['people', mayManagePeople(actor)],
    ['letters', isCoordinator || holds(actor, 'operator')],
    ['auditLog', mayReadLog(actor)],
    ['mailbox', hasLocalMailbox],
  ]
  return offered.flatMap(([page, isOffered]) => (isOffered ? [page] : []))
}

function item(label: string, page: PageName, locale: Locale, path: string): NavItem {
  const href = addressOf(page, locale)
  return { label, href, current: path === href || path.startsWith(`${href}/`) }
}
