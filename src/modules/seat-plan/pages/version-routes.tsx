import { Hono } from 'hono'
import { inTransaction, type VisitEnv } from '#modules/accounts'
import { eventWith } from '#modules/roundtable'
import { addressOf, bothAddresses, savedMark } from '#ui/addresses.ts'
import { readForm } from '#platform/http/form.ts'
import { z } from 'zod'
import { restoreVersion } from '../actions/restore-version.ts'
import { maySeat } from '../core/policy.ts'
import { versionsOf, versionWith } from '../store.ts'
import { eventIn, numberIn, type Asked } from './places.ts'
import { explained, readBoard } from './read-board.ts'
import { textsIn } from './texts.ts'
import { VersionPage, VersionsPage } from './versions-page.tsx'

const Restoring = z.object({ basedOn: z.string() })

/** Every version of who sits where: the list, each beside the one that holds, and the way back to it. */
export function versionRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  routes.on('GET', bothAddresses('seatVersions'), async (c) => {
    const visit = c.get('visit')
    if (!maySeat(visit.actor)) return visit.refuse()
    const id = eventIn(c)
    const found =
      id === null
        ? null
        : await inTransaction(visit, async (tx) => ({
            event: await eventWith(tx, id),
            versions: await versionsOf(tx, id),
          }))
    if (!found?.event) return c.notFound()
    return visit.page(
      { title: textsIn(visit.locale).versions.title, noindex: true },
      <VersionsPage event={found.event} versions={found.versions} locale={visit.locale} />,
    )
  })
  routes.on('GET', bothAddresses('seatVersion'), async (c) => versionPage(c, null, 200))
  routes.on('POST', bothAddresses('seatVersion'), async (c) => {
    const visit = c.get('visit')
    if (!maySeat(visit.actor)) return visit.refuse()
    const event = eventIn(c)
    const version = numberIn(c.req.param('version'))
    if (event === null || version === null) return c.notFound()
    const { typed } = await readForm(c.req, Restoring)
    const basedOn = numberIn(typed['basedOn']) ?? 0
    const outcome = await restoreVersion(visit, { event, version, basedOn })
    if (outcome.ok)
      return c.redirect(`${addressOf('seats', visit.locale, { event })}?${savedMark}=restored`, 303)
    if (outcome.refusal === 'not-allowed') return visit.refuse()
    return outcome.refusal === 'overtaken' ? versionPage(c, outcome.refusal, 409) : c.notFound()
  })
  return routes
}

async function versionPage(c: Asked, refusal: 'overtaken' | null, status: 200 | 409): Promise<Response> {
  const visit = c.get('visit')
  if (!maySeat(visit.actor)) return visit.refuse()
  const id = eventIn(c)
  const number = numberIn(c.req.param('version'))
  const board = id === null ? undefined : await readBoard(visit, id)
  const version =
    id === null || number === null
      ? undefined
      : await inTransaction(visit, async (tx) => versionWith(tx, id, number))
  if (!board?.latest || !version) return c.notFound()
  return visit.page(
    { title: textsIn(visit.locale).versions.one(version.version), noindex: true },
    <VersionPage
      board={board}
      latest={board.latest}
      version={version}
      earlier={explained(board.problem, version.rounds)}
      now={explained(board.problem, board.latest.rounds)}
      isOvertaken={refusal !== null}
      locale={visit.locale}
    />,
    status,
  )
}
