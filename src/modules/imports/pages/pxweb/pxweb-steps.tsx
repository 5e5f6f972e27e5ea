import type { Context as Request } from 'hono'
import type { Visit, VisitEnv } from '#modules/accounts'
import { addressOf } from '#ui/addresses.ts'
import { mayImport } from '../../core/policy.ts'
import { SourceFailure } from '../../core/source-failure.ts'
import type { StatisticsOffice } from '../../pxweb/office.ts'
import type { Offices } from '../../pxweb/open-office.ts'
import { tablesAddress } from './pxweb-addresses.ts'
import { FailurePage } from './pxweb-failure.tsx'
import { pxWebTextsIn } from './pxweb-texts.ts'
import { officeName } from './pxweb-words.ts'

/** How long somebody who picks waits for an office before being told that it does not answer. */
const patience = 8_000

/** What a step of the picking is asked, and by whom. */
export interface Asked {
  readonly c: Request<VisitEnv, string>
  readonly visit: Visit
  readonly office: StatisticsOffice
  /** Over when the person has waited long enough. */
  readonly signal: AbortSignal
}

/** Does a step for somebody who may, at an office that is known; an office that fails is told of in words. */
export function atOffice(offices: Offices, step: (asked: Asked) => Promise<Response>) {
  return async (c: Request<VisitEnv, string>): Promise<Response> => {
    const visit = c.get('visit')
    if (!mayImport(visit.actor)) return visit.refuse()
    const office = offices.openToPick(c.req.param('office') ?? '')
    if (!office) return c.notFound()
    try {
      return await step({ c, visit, office, signal: AbortSignal.timeout(patience) })
    } catch (error) {
      if (error instanceof SourceFailure) return failurePage(c, visit, office, error)
      throw error
    }
  }
}

function failurePage(
  c: Request<VisitEnv, string>,
  visit: Visit,
  { office }: StatisticsOffice,
  failure: SourceFailure,
): Response {
  const { locale } = visit
  const texts = pxWebTextsIn(locale)
  const name = officeName(office, locale)
  const { pathname, search } = new URL(c.req.url)
  const tables = tablesAddress(office.id, locale)
  const isFirst = `${pathname}${search}` === tables
  return visit.page(
    { title: texts.failed.title(name), noindex: true },
    <FailurePage
      failure={failure}
      office={name}
      again={`${pathname}${search}`}
      back={
        isFirst
          ? { href: addressOf('pickOffice', locale), label: texts.offices.title }
          : { href: tables, label: texts.values.back }
      }
      locale={locale}
    />,
  )
}
