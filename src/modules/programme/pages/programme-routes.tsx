import { Hono } from 'hono'
import { inTransaction, type VisitEnv } from '#modules/accounts'
import { choicesOf } from '#modules/indicators'
import { municipalitiesOf } from '#modules/region'
import { inLocale } from '#platform/values/locale.ts'
import { bothAddresses } from '#ui/addresses.ts'
import { frameworkVersions } from '../core/framework-versions.ts'
import { mayEditFramework } from '../core/policy.ts'
import { frameworkOf, partVersions } from '../framework-store.ts'
import { adoptionsOf } from '../store.ts'
import { ProgrammePage } from './programme-page.tsx'
import { readerOf } from './reader.ts'
import { textsIn } from './texts.ts'
import { VersionsPage } from './versions-page.tsx'
import { versionsTextsIn } from './versions-texts.ts'

/** The programme and its versions, as anybody may read them. */
export function programmePages(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('programme'), async (c) => {
    const visit = c.get('visit')
    const shown = await inTransaction(visit, async (tx) => ({
      framework: await frameworkOf(tx),
      municipalities: await municipalitiesOf(tx),
      adoptions: await adoptionsOf(tx),
    }))
    const { programme } = shown.framework
    return visit.page(
      {
        title: textsIn(visit.locale).programme.title,
        ...(programme ? { description: inLocale(programme.vision, visit.locale) } : {}),
      },
      <ProgrammePage {...shown} reader={readerOf(visit)} mayEdit={mayEditFramework(visit.actor).may} />,
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
    return visit.page({ title, description: lead }, <VersionsPage {...shown} reader={readerOf(visit)} />)
  })

  return routes
}
