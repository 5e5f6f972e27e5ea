import { Hono } from 'hono'
import type { VisitEnv } from '#modules/accounts'
import { dayOf, isDay } from '#platform/values/dates.ts'
import { bothAddresses } from '#ui/addresses.ts'
import { keepsSupports } from '../core/policy.ts'
import { stateOn } from '../core/support.ts'
import { catalogueFor } from '../finder/catalogue.ts'
import type { Listed } from '../finder/support.ts'
import { ListPage, type ListWish } from './list-page.tsx'
import { textsIn } from './texts.ts'
import type { Asking, SupportSetting } from './words.ts'

/** The list of every support, by place, need, purpose, language and day. */
export function listRoutes({ origin, cache }: SupportSetting): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  routes.on('GET', bothAddresses('supports'), async (c) => {
    const visit = c.get('visit')
    const { locale, actor, now } = visit
    const today = dayOf(now)
    const { all, municipalities } = await catalogueFor(visit, cache)
    const wish = wishIn(c)
    const isDayWrong = wish.on !== '' && !isDay(wish.on)
    const day = wish.on === '' || isDayWrong ? today : wish.on
    const supports = all
      .filter(({ support }) => isWished(support, wish))
      .map(({ support }) => ({ support, state: stateOn(support.content, day) }))
    const { title, description } = textsIn(locale).list
    return visit.page(
      { title, description },
      <ListPage
        {...{ supports, wish, isDayWrong, today, origin }}
        mayKeep={keepsSupports(actor)}
        reader={{ locale, municipalities }}
      />,
      isDayWrong ? 422 : 200,
    )
  })
  return routes
}

function wishIn(c: Asking): ListWish {
  const asked = (name: string) => (c.req.query(name) ?? '').slice(0, 40)
  return {
    municipality: asked('municipality'),
    help: asked('help'),
    track: asked('purpose'),
    language: asked('language'),
    on: asked('on'),
  }
}

const holds = (all: readonly string[], one: string) => one === '' || all.includes(one)

function isWished(
  { content: { places, helps, tracks, languages } }: Listed,
  { municipality, help, track, language }: ListWish,
): boolean {
  return (
    (municipality === '' || places.length === 0 || places.some((place) => municipality.startsWith(place))) &&
    holds(helps, help) &&
    holds(tracks, track) &&
    holds(languages, language)
  )
}
