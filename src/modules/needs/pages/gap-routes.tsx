import { Hono } from 'hono'
import { inTransaction, type VisitEnv } from '#modules/accounts'
import { coursesOf, isInReach, isOpenOn, reachMinutes, travelBetween } from '#modules/courses'
import { municipalitiesOf } from '#modules/region'
import { dayOf } from '#platform/values/dates.ts'
import { bothAddresses } from '#ui/addresses.ts'
import { gaps } from '../core/gap.ts'
import { oneEach } from '../core/one-each.ts'
import { maySeeNeeds } from '../core/policy.ts'
import { standingNeeds } from '../store.ts'
import { GapPage } from './gap-page.tsx'
import type { NeedSetting } from './setting.ts'
import { textsIn } from './texts.ts'

/** Demand without a course in reach, for those who work with the companies. */
export function gapRoutes({ concepts }: NeedSetting): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  routes.on('GET', bothAddresses('courseGaps'), async (c) => {
    const visit = c.get('visit')
    const { locale, actor, now, page, refuse } = visit
    if (!maySeeNeeds(actor)) return refuse()
    const today = dayOf(now)
    const { minutes, needs, courses, municipalities } = await inTransaction(visit, async (tx) => ({
      minutes: await travelBetween(tx),
      needs: oneEach(await standingNeeds(tx, today)),
      courses: (await coursesOf(tx)).filter((course) => isOpenOn(course, today)),
      municipalities: await municipalitiesOf(tx),
    }))
    const found = gaps(needs, courses, {
      minutes,
      isInReach: (course, from) => isInReach(course, from, minutes),
    })
    return page(
      { title: textsIn(locale).gaps.title, noindex: true },
      <GapPage
        gaps={found}
        reach={reachMinutes}
        reader={{ locale, municipalities, fields: await concepts.fields() }}
      />,
    )
  })
  return routes
}
