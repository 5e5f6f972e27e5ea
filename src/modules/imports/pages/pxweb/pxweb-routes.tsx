import { Hono } from 'hono'
import type { VisitEnv } from '#modules/accounts'
import { bothAddresses } from '#ui/addresses.ts'
import { mayImport } from '../../core/policy.ts'
import type { Offices } from '../../pxweb/open-office.ts'
import { selectionFrom, type PickErrors, type Picked } from '../../pxweb/picking.ts'
import type { Table } from '../../pxweb/table.ts'
import { asked, previewAddress, previewStep, searchedIn } from './pxweb-addresses.ts'
import { follow, showPreview } from './pxweb-follow.tsx'
import { OfficesPage } from './pxweb-offices-page.tsx'
import { pickedTable } from './pxweb-picked.ts'
import { atOffice, type Asked } from './pxweb-steps.tsx'
import { TablesPage } from './pxweb-tables-page.tsx'
import { pxWebTextsIn } from './pxweb-texts.ts'
import { ValuesPage } from './pxweb-values-page.tsx'

/** From a statistics office's tables to one series. Each step is an address: nothing is lost by going back. */
export function pxWebRoutes(offices: Offices): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  routes.on('GET', bothAddresses('pickOffice'), (c) => {
    const visit = c.get('visit')
    if (!mayImport(visit.actor)) return visit.refuse()
    const { title } = pxWebTextsIn(visit.locale).offices
    return visit.page({ title, noindex: true }, <OfficesPage offices={offices.known} locale={visit.locale} />)
  })
  routes.on('GET', bothAddresses('pickTable'), atOffice(offices, showTables))
  routes.on('GET', bothAddresses('pickValues'), atOffice(offices, showValues))
  routes.on('GET', bothAddresses('pickPreview'), atOffice(offices, showPreview))
  routes.on('POST', bothAddresses('pickPreview'), atOffice(offices, follow))
  return routes
}

async function showTables({ c, visit, office, signal }: Asked): Promise<Response> {
  const words = (c.req.query(asked.words) ?? '').slice(0, 200)
  const folder = (c.req.query(asked.folder) ?? '').slice(0, 1000)
  const page = pageNumber(c.req.query(asked.page))
  const list = await office.tables({ words, folder, page }, signal)
  return visit.page(
    { title: pxWebTextsIn(visit.locale).tables.title, noindex: true },
    <TablesPage office={office.office} list={list} words={words} folder={folder} locale={visit.locale} />,
  )
}

function pageNumber(text: string | undefined): number {
  return text !== undefined && /^[1-9]\d{0,4}$/.test(text) ? Number(text) : 1
}

async function showValues(about: Asked): Promise<Response> {
  const { c, visit, office } = about
  const { table, picked } = await pickedTable(about)
  if (c.req.query(asked.step) !== previewStep) return valuesPage(about, table, picked, {})
  const chosen = selectionFrom(table, picked, office.office.country)
  if (!chosen.ok) return valuesPage(about, table, picked, chosen.refusal)
  return c.redirect(previewAddress(office.office.id, visit.locale, picked), 303)
}

function valuesPage({ c, visit, office }: Asked, table: Table, picked: Picked, errors: PickErrors): Response {
  return visit.page(
    { title: table.label, noindex: true },
    <ValuesPage
      office={office.office}
      table={table}
      picked={picked}
      searched={searchedIn(c.req.query())}
      errors={errors}
      locale={visit.locale}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}
