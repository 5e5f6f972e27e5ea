import { Hono } from 'hono'
import { inTransaction, type VisitEnv } from '#modules/accounts'
import { frameworkOf, readerOf } from '#modules/programme'
import { municipalitiesOf } from '#modules/region'
import { fileKinds } from '#platform/files/file-kind.ts'
import { attachmentHeaders } from '#platform/http/attachment.ts'
import { dayOf } from '#platform/values/dates.ts'
import { isId } from '#platform/values/ids.ts'
import { addressOf, bothAddresses, savedMark } from '#ui/addresses.ts'
import { mayWriteAdoption } from '../core/policy.ts'
import { adoptedOn } from '../reads.ts'
import { adoptionsOf, fileOf, revisionsOf } from '../store.ts'
import { placeKey, treeIn, treesOf } from '../tree-store.ts'
import { adoptedCsv } from './adopted-file.ts'
import { AdoptedPage } from './adopted-page.tsx'
import { AdoptionPage } from './adoption-page.tsx'
import { AdoptionsPage } from './adoptions-page.tsx'
import { dayAsked, dayNames } from './day-query.ts'
import { DifferencePage } from './difference-page.tsx'
import { adoptionAt, placeOf } from './places.ts'
import { textsIn } from './texts.ts'

/** What anybody may read: who has adopted what, every version of it, and what differs between two. */
export function publicRoutes(): Hono<VisitEnv> {
  return new Hono<VisitEnv>().route('/', listRoutes()).route('/', versionRoutes()).route('/', fileRoutes())
}

function listRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('adoptions'), async (c) => {
    const visit = c.get('visit')
    const { locale, actor, now } = visit
    const shown = await inTransaction(visit, async (tx) => ({
      municipalities: await municipalitiesOf(tx),
      adoptions: await adoptionsOf(tx),
    }))
    const { title, lead } = textsIn(locale).list
    return visit.page(
      { title, description: lead },
      <AdoptionsPage
        {...shown}
        writable={shown.municipalities.filter(({ code }) => mayWriteAdoption(actor, code))}
        today={dayOf(now)}
        locale={locale}
      />,
    )
  })

  routes.on('GET', bothAddresses('adopted'), async (c) => {
    const visit = c.get('visit')
    const asked = dayAsked((name) => c.req.query(name), visit.now)
    const grid = await adoptedOn(visit, asked.day)
    const { title, lead } = textsIn(visit.locale).matrix
    return visit.page(
      { title, description: lead },
      <AdoptedPage grid={grid} asked={asked} locale={visit.locale} />,
      asked.isWrong ? 422 : 200,
    )
  })

  routes.on('GET', bothAddresses('adoptedCsv'), async (c) => {
    const visit = c.get('visit')
    const { day, isWrong, typed } = dayAsked((name) => c.req.query(name), visit.now)
    // The page says what is wrong with the day; a file cannot.
    if (isWrong)
      return c.redirect(
        `${addressOf('adopted', visit.locale)}?${new URLSearchParams({ [dayNames[visit.locale]]: typed })}`,
        303,
      )
    const grid = await adoptedOn(visit, day)
    return c.body(adoptedCsv(grid, visit.locale), 200, {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': `attachment; filename="adopted-interventions-${day}.csv"`,
    })
  })

  return routes
}

function versionRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('adoption'), async (c) => {
    const visit = c.get('visit')
    const shown = await inTransaction(visit, async (tx) => {
      const found = await adoptionAt(tx, c)
      if (!found) return null
      const place = placeOf(found.adoption)
      return {
        ...found,
        revisions: await revisionsOf(tx, place),
        mapped: await treeIn(tx, place),
        interventions: (await frameworkOf(tx)).interventions,
      }
    })
    if (!shown) return c.notFound()
    const { municipality, adoption } = shown
    const mayWrite = mayWriteAdoption(visit.actor, municipality.code)
    return visit.page(
      { title: `${municipality.name}: ${adoption.name}` },
      <AdoptionPage
        {...shown}
        reader={await readerOf(visit)}
        mayWrite={mayWrite}
        isSaved={mayWrite && c.req.query(savedMark) !== undefined}
      />,
    )
  })

  routes.on('GET', bothAddresses('adoptionDifference'), async (c) => {
    const visit = c.get('visit')
    const shown = await inTransaction(visit, async (tx) => {
      const found = await adoptionAt(tx, c)
      const before = found?.versions.find(({ version }) => String(version) === c.req.param('before'))
      if (!found || !before || before === found.adoption) return null
      const { adoption, municipality } = found
      const trees = await treesOf(tx, [placeOf(before), placeOf(adoption)])
      const side = (one: typeof adoption) => {
        const mapped = trees.get(placeKey(one))
        return mapped && { adoption: one, mapped }
      }
      const [from, to] = [side(before), side(adoption)]
      const { interventions } = await frameworkOf(tx)
      return from && to && { municipality, before: from, after: to, interventions }
    })
    if (!shown) return c.notFound()
    const { municipality, before, after } = shown
    const title = textsIn(visit.locale).difference.title(before.adoption.version, after.adoption.version)
    return visit.page(
      { title: `${municipality.name}: ${title}` },
      <DifferencePage {...shown} locale={visit.locale} />,
    )
  })

  return routes
}

function fileRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('adoptionFile'), async (c) => {
    const visit = c.get('visit')
    const id = c.req.param('file') ?? ''
    if (!isId(id)) return c.notFound()
    const file = await inTransaction(visit, async (tx) => {
      const found = await adoptionAt(tx, c)
      return found && fileOf(tx, { municipality: found.municipality.code, id })
    })
    if (!file) return c.notFound()
    return c.body(new Uint8Array(file.bytes), 200, attachmentHeaders(file.name, fileKinds[file.kind]))
  })

  return routes
}
