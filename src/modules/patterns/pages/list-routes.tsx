import { Hono } from 'hono'
import { inTransaction, type VisitEnv } from '#modules/accounts'
import { municipalitiesOf } from '#modules/region'
import { addressOf, bothAddresses, savedMark } from '#ui/addresses.ts'
import { findPatterns } from '../actions/find-patterns.ts'
import { mayDecide, mayRead } from '../core/policy.ts'
import { mattersOfPattern } from '../carry-store.ts'
import { patternsOf } from '../store.ts'
import { ListPage, type ListedPattern } from './list-page.tsx'
import { textsIn } from './texts.ts'

/** The list of patterns, and looking for new ones. */
export function listRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  routes.on('GET', bothAddresses('patterns'), async (c) => {
    const visit = c.get('visit')
    const { actor, locale } = visit
    if (!mayRead(actor)) return visit.refuse()
    const { listed, municipalities } = await inTransaction(visit, async (tx) => {
      const all: ListedPattern[] = []
      for (const pattern of await patternsOf(tx))
        all.push({ pattern, matters: await mattersOfPattern(tx, pattern.id) })
      return { listed: all, municipalities: await municipalitiesOf(tx) }
    })
    return visit.page(
      { title: textsIn(locale).list.title, noindex: true },
      <ListPage
        listed={listed}
        mayDecide={mayDecide(actor)}
        isSearched={c.req.query(savedMark) !== undefined}
        nameOf={(code) => municipalities.find((one) => one.code === code)?.name ?? code}
        locale={locale}
      />,
    )
  })
  routes.on('POST', bothAddresses('patterns'), async (c) => {
    const visit = c.get('visit')
    const found = await findPatterns(visit)
    if (!found.ok) return visit.refuse()
    return c.redirect(`${addressOf('patterns', visit.locale)}?${savedMark}`, 303)
  })
  return routes
}
