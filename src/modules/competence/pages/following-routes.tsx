import { Hono } from 'hono'
import { z } from 'zod'
import { asKeyHolder, inTransaction, type VisitEnv } from '#modules/accounts'
import { readForm } from '#platform/http/form.ts'
import { addressOf, bothAddresses } from '#ui/addresses.ts'
import { confirmFollowing, endFollowing } from '../actions/follow.ts'
import { sayOutcome } from '../actions/say-outcome.ts'
import { catalogueFor } from '../finder/catalogue.ts'
import { followerHere } from '../follower-store.ts'
import { FollowingPage, OutcomePage, StoppedPage } from './following-page.tsx'
import { lettersIn } from './texts.ts'
import type { Asking, SupportSetting } from './words.ts'

const AnyFields = z.record(z.string(), z.string())

/** What the addresses in a follower's letters lead to. */
export function followingRoutes(setting: SupportSetting): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('following'), async (c) => {
    const found = await followerIn(c, setting)
    if (!found) return c.notFound()
    const { follower, catalogue } = found
    const { locale, page } = c.get('visit')
    return page(
      { title: lettersIn(locale).page.title, noindex: true },
      <FollowingPage
        follower={follower}
        followerKey={keyIn(c)}
        facts={catalogue.setting.facts}
        reader={{ locale, municipalities: catalogue.municipalities }}
      />,
    )
  })

  routes.on('POST', bothAddresses('following'), async (c) => {
    const visit = c.get('visit')
    const { locale } = visit
    const { typed } = await readForm(c.req, AnyFields)
    if (typed['do'] === 'stop') {
      const ended = await endFollowing(visit, keyIn(c))
      const { title } = lettersIn(locale).page
      return ended.ok ? visit.page({ title, noindex: true }, <StoppedPage locale={locale} />) : c.notFound()
    }
    const confirmed = await confirmFollowing(visit, keyIn(c))
    return confirmed.ok ? c.redirect(addressOf('following', locale, { key: keyIn(c) }), 303) : c.notFound()
  })

  routes.on('GET', bothAddresses('supportFeedback'), async (c) => outcomePage(c, setting, {}, null))
  routes.on('POST', bothAddresses('supportFeedback'), async (c) => {
    const { typed } = await readForm(c.req, AnyFields)
    const said = await sayOutcome(c.get('visit'), keyIn(c), typed)
    if (!said.ok && said.refusal === 'key-unknown') return c.notFound()
    return outcomePage(
      c,
      setting,
      typed,
      said.ok ? 'thanks' : said.refusal === 'nothing-said' ? 'nothing' : 'already',
    )
  })

  return routes
}

function keyIn(c: Asking): string {
  return c.req.param('key') ?? ''
}

async function followerIn(c: Asking, { cache }: SupportSetting) {
  const visit = c.get('visit')
  const follower = await inTransaction(asKeyHolder(visit, keyIn(c)), followerHere)
  return follower ? { follower, catalogue: await catalogueFor(visit, cache) } : null
}

async function outcomePage(
  c: Asking,
  setting: SupportSetting,
  typed: Readonly<Record<string, string>>,
  say: 'thanks' | 'nothing' | 'already' | null,
): Promise<Response> {
  const found = await followerIn(c, setting)
  if (!found?.follower.confirmedAt) return c.notFound()
  const { follower, catalogue } = found
  const { locale, page } = c.get('visit')
  const supports = catalogue.all.flatMap(({ support }) =>
    follower.told.includes(support.id) ? [support] : [],
  )
  return page(
    { title: lettersIn(locale).outcome.title, noindex: true },
    <OutcomePage
      {...{ supports, typed, locale }}
      followerKey={keyIn(c)}
      say={say ?? (follower.answeredAt === null ? null : 'already')}
    />,
    say === 'nothing' ? 422 : 200,
  )
}
