import { Hono, type Context as Request } from 'hono'
import { inTransaction, namesOf, type Visit, type VisitEnv } from '#modules/accounts'
import { municipalitiesOf, type Municipality } from '#modules/region'
import type { Tx } from '#platform/database/connection.ts'
import { bothAddresses, savedMark } from '#ui/addresses.ts'
import { mayReadRules, maySetDesks, maySetTopics } from '../core/policy.ts'
import { desksOf } from '../desk-store.ts'
import { ruleVersionsOf } from '../rule-store.ts'
import { allTopicsOf } from '../store.ts'
import { DesksPage } from './desks-page.tsx'
import { HallPage } from './hall-page.tsx'
import { textsIn } from './texts.ts'

/** The mark that a page tells by that a desk has just been closed. */
export const closedMark = 'closed'

/** Who takes matters in all municipalities, and in one. */
export function hallRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('desks'), async (c) => {
    const visit = c.get('visit')
    const { actor, locale } = visit
    const found = await inTransaction(visit, async (tx) => ({
      municipalities: await municipalitiesOf(tx),
      desks: await desksOf(tx),
    }))
    const { title, lead } = textsIn(locale).desks
    return visit.page(
      { title, description: lead },
      <DesksPage {...found} locale={locale} maySetTopics={maySetTopics(actor)} />,
    )
  })

  routes.on('GET', bothAddresses('desksOf'), async (c) => {
    const visit = c.get('visit')
    const { actor, locale } = visit
    const found = await inTransaction(visit, (tx) => hallAt(tx, c, visit))
    if (!found) return c.notFound()
    const did =
      c.req.query(savedMark) !== undefined ? 'saved' : c.req.query(closedMark) !== undefined ? 'closed' : null
    const { hall } = textsIn(locale)
    return visit.page(
      { title: `${hall.eyebrow}: ${found.municipality.name}`, description: hall.lead },
      <HallPage
        {...found}
        locale={locale}
        isMember={mayReadRules(actor)}
        maySet={maySetDesks(actor, found.municipality.code)}
        did={did}
      />,
    )
  })

  return routes
}

/** The municipality that an address names. */
export async function municipalityIn(
  tx: Tx,
  c: Request<VisitEnv, string>,
): Promise<Municipality | undefined> {
  const slug = c.req.param('municipality')
  return (await municipalitiesOf(tx)).find((one) => one.slug === slug)
}

async function hallAt(tx: Tx, c: Request<VisitEnv, string>, { actor }: Visit) {
  const municipality = await municipalityIn(tx, c)
  if (!municipality) return null
  const desks = await desksOf(tx, municipality.code)
  const isMember = mayReadRules(actor)
  const ids = desks.flatMap(({ owner, deputy }) => [owner, deputy].filter((id) => id !== null))
  return {
    municipality,
    desks,
    topics: isMember ? await allTopicsOf(tx) : [],
    versions: isMember ? await ruleVersionsOf(tx, municipality.code) : [],
    people: isMember ? await namesOf(tx, ids) : new Map<string, string>(),
  }
}
