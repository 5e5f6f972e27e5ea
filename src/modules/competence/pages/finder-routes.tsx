import { Hono } from 'hono'
import { inTransaction, type Visit, type VisitEnv } from '#modules/accounts'
import { dayOf, isDay } from '#platform/values/dates.ts'
import { inLocale } from '#platform/values/locale.ts'
import { addressOf, bothAddresses } from '#ui/addresses.ts'
import { mayKeep } from '../core/policy.ts'
import { helps, languages, stateOn } from '../core/support.ts'
import { givenIn, queryOf, type Given } from '../finder/answers.ts'
import { catalogueFor } from '../finder/catalogue.ts'
import { find, type Catalogue, type Found, type Wish } from '../finder/find.ts'
import { outcomesOf } from '../store.ts'
import type { FinderPageProps } from './carried.tsx'
import { FinderPage } from './finder-page.tsx'
import { SupportPage } from './support-page.tsx'
import { textsIn } from './texts.ts'
import type { Reader, SupportSetting } from './words.ts'

/** The finder and each support's own page; all that is answered stands in the address. */
export function finderRoutes(setting: SupportSetting): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('findSupport'), async (c) => {
    const visit = c.get('visit')
    const query = new URL(c.req.url).searchParams
    const say = query.has('mailed') ? 'mailed' : query.has('followed') ? 'followed' : null
    return finderPage(visit, await foundFor(visit, setting, query), setting, { say })
  })

  routes.on('GET', bothAddresses('support'), async (c) => {
    const page = await supportPage(
      c.get('visit'),
      setting,
      c.req.param('support') ?? '',
      new URL(c.req.url).searchParams,
    )
    return page ?? c.notFound()
  })

  return routes
}

/** What the finder says to the answers in an address. */
export interface FoundFor {
  readonly catalogue: Catalogue
  readonly given: Given
  readonly wish: Readonly<Record<string, string>>
  readonly found: Found
  readonly reader: Reader
}

export async function foundFor(
  visit: Visit,
  { cache }: SupportSetting,
  query: URLSearchParams,
): Promise<FoundFor> {
  const { locale } = visit
  const catalogue = await catalogueFor(visit, cache)
  const given = givenIn(query, catalogue.setting.facts)
  const wish = wishIn(query)
  const found = find(catalogue, given.answers, { skipped: given.skipped, wish })
  return {
    catalogue,
    given,
    wish: typedWish(wish),
    found,
    reader: { locale, municipalities: catalogue.municipalities },
  }
}

function wishIn(query: URLSearchParams): Wish {
  const on = query.get('on') ?? ''
  return {
    help: helps.find((one) => one === query.get('help')) ?? null,
    language: languages.find((one) => one === query.get('language')) ?? null,
    on: isDay(on) ? on : null,
  }
}

function typedWish(wish: Wish): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(wish).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]])),
  )
}

/** The finder as a page; nobody else's once anything is answered. */
export function finderPage(
  visit: Visit,
  { catalogue, given, wish, found, reader }: FoundFor,
  { origin }: SupportSetting,
  more: Pick<FinderPageProps, 'say' | 'letterError'>,
): Response {
  const { locale } = visit
  const { title, description } = textsIn(locale).find
  const isAnswered = Object.keys(given.typed).length > 0 || given.skipped.length > 0
  const link = `${origin}${addressOf('findSupport', locale)}?${queryOf(given.typed, given.skipped, wish)}`
  const isWrong = Object.keys(given.errors).length > 0 || more.letterError !== undefined
  return visit.page(
    { title, ...(isAnswered ? { noindex: true, sameForAll: more.say === null } : { description }) },
    <FinderPage {...{ found, given, wish, reader, link }} setting={catalogue.setting} {...more} />,
    isWrong ? (more.letterError?.reason === 'too-many-tries' ? 429 : 422) : 200,
  )
}

async function supportPage(
  visit: Visit,
  { cache }: SupportSetting,
  id: string,
  query: URLSearchParams,
): Promise<Response | null> {
  const { locale, now, actor } = visit
  const today = dayOf(now)
  const catalogue = await catalogueFor(visit, cache)
  const one = catalogue.all.find(({ support }) => support.id === id)
  if (!one) return null
  const outcomes = await inTransaction(visit, outcomesOf)
  const { support } = one
  const { answers, typed, skipped } = givenIn(query, catalogue.setting.facts)
  const isAnswered = Object.keys(answers).length > 0
  return visit.page(
    {
      title: inLocale(support.content.name, locale),
      ...(isAnswered
        ? { noindex: true, sameForAll: true }
        : { description: inLocale(support.content.what, locale) }),
    },
    <SupportPage
      {...{ support, answers, locale }}
      state={stateOn(support.content, today)}
      setting={catalogue.setting}
      verdict={isAnswered ? one.compiled.verdict(answers) : null}
      back={isAnswered ? `${addressOf('findSupport', locale)}?${queryOf(typed, skipped)}` : null}
      others={new Map(catalogue.all.map((other) => [other.support.id, other.support]))}
      outcomes={outcomes.filter(({ supportId }) => supportId === id)}
      mayKeep={mayKeep(actor, support.giver.id)}
    />,
  )
}
