import { Hono } from 'hono'
import type { VisitEnv } from '#modules/accounts'
import { Gallery } from '#ui/gallery.tsx'

/** Every component once, for those who build. Not mounted in production. */
export function galleryRoutes(): Hono<VisitEnv> {
  return new Hono<VisitEnv>().get('/dev/ui', (c) =>
    c.get('visit').page({ title: 'Components', noindex: true }, <Gallery />),
  )
}
