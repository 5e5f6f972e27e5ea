import { Hono } from 'hono'
import { inTransaction, type VisitEnv } from '#modules/accounts'
import { choicesOf } from '#modules/indicators'
import { inLocale } from '#platform/values/locale.ts'
import { bothAddresses } from '#ui/addresses.ts'
import { frameworkVersions } from '../core/framework-versions.ts'
import { mayEditFramework } from '../core/policy.ts'
import { frameworkOf, partVersions } from '../framework-store.ts'
import { ProgrammePage } from './programme-page.tsx'
import { readerOf } from './reader.ts'
import type { Slots } from './slots.ts'
import { textsIn } from './texts.ts'
import { VersionsPage } from './versions-page.tsx'
import { versionsTextsIn } from './versions-texts.ts'

/** The programme and its versions, as anybody may read them. */
export function programmePages({ decided }: Pick<Slots, 'decided'>): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('programme'), async (c) => {
    const visit = c.get('visit')
    const framework = await inTransaction(visit, frameworkOf)
    const { programme } = framework
    return visit.page(
      {
        title: textsIn(visit.locale).programme.title,
        ...(programme ? { description: inLocale(programme.vision, visit.locale) } : {}),
      },
      <ProgrammePage
        framework={framework}
        decided={await decided(visit)}
        reader={await readerOf(visit)}
        mayEdit={mayEditFramework(visit.actor).may}
      />,
    )
  })

  routes.on('GET', bothAddresses('programmeVersions'), async (c) => {
    const visit = c.get('visit')
    const shown = await inTransaction(visit, async (tx) => ({
      versions: frameworkVersions(await partVersions(tx)),
      framework: await frameworkOf(tx),
      indicators: await choicesOf(tx),
    }))
    const { title, lead } = versionsTextsIn(visit.locale)
    return visit.page(
      { title, description: lead },
      <VersionsPage {...shown} reader={await readerOf(visit)} />,
    )
  })

  return routes
}
