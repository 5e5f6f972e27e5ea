import { attachmentHeaders } from '#platform/http/attachment.ts'
import { Hono } from 'hono'
import type { VisitEnv } from '#modules/accounts'
import { bothAddresses } from '#ui/addresses.ts'
import { takeFile } from '../../actions/open-matter.ts'
import { freshly } from './composing.ts'
import { matterPage, wantedIn } from './matter-view.tsx'
import type { InboxSetting } from './setting.ts'
import { posted } from './writing.ts'

/** A matter as those who work on it read it and go on with it. */
export function matterRoutes(setting: InboxSetting): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('matter'), async (c, next) => {
    const wanted = wantedIn(c)
    // Another page of the inbox stands at such an address.
    if (!wanted) return next()
    return matterPage(c, setting, (read) => freshly(read, c.req.query('write')), 200)
  })

  routes.on('POST', bothAddresses('matter'), async (c, next) => {
    if (!wantedIn(c)) return next()
    return posted(c, setting)
  })

  routes.on('GET', bothAddresses('matterFile'), async (c) => {
    const visit = c.get('visit')
    if (!visit.actor) return visit.refuse()
    const [wanted, id] = [wantedIn(c), c.req.param('file') ?? '']
    if (!wanted || !/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(id)) return c.notFound()
    const file = await takeFile(visit, wanted, id)
    if (!file) return c.notFound()
    return c.body(new Uint8Array(file.bytes), 200, {
      ...attachmentHeaders(file.name, file.mediaType),
      'Cache-Control': 'private, no-store',
    })
  })

  return routes
}
