import { Hono } from 'hono'
import { inTransaction, type Visit, type VisitEnv } from '#modules/accounts'
import { readForm, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { bothAddresses, savedMark } from '#ui/addresses.ts'
import { editCompany, type EditRefusal } from '../actions/edit-company.ts'
import { contactsOf } from '../contact-store.ts'
import { CompanyForm } from '../core/company-form.ts'
import { mayMeetCompanies } from '../core/policy.ts'
import { foundIn, type Found } from './asking.ts'
import { CompanyFormPage } from './company-form.tsx'
import { CompanyPage } from './company-page.tsx'
import { historyOf } from './company-reads.ts'
import type { CompanySetting } from './setting.ts'
import { textsIn } from './texts.ts'
import { companyHref } from './words.ts'

/** A company's page, and the form that changes its facts. */
export function companyPageRoutes({ secret }: CompanySetting): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('company'), async (c) => {
    const visit = c.get('visit')
    if (!mayMeetCompanies(visit.actor)) return visit.refuse()
    const found = await foundIn(c)
    if (!found) return c.notFound()
    const { id, name } = found.company
    const known = await inTransaction(visit, async (tx) => ({
      ...(await historyOf(tx, id)),
      contacts: await contactsOf(tx, id),
    }))
    const isSaved = c.req.query(savedMark) !== undefined
    return visit.page({ title: name, noindex: true }, <CompanyPage {...found} {...known} isSaved={isSaved} />)
  })

  routes.on('GET', bothAddresses('editCompany'), async (c) => {
    const visit = c.get('visit')
    if (!mayMeetCompanies(visit.actor)) return visit.refuse()
    const found = await foundIn(c)
    if (!found) return c.notFound()
    const { name, municipality, size, branch } = found.company
    const typed = { name, municipality: municipality ?? '', size: size ?? '', branch: branch ?? '' }
    return formPage(visit, found, { typed, errors: {} }, 200)
  })

  routes.on('POST', bothAddresses('editCompany'), async (c) => {
    const visit = c.get('visit')
    if (!mayMeetCompanies(visit.actor)) return visit.refuse()
    const found = await foundIn(c)
    if (!found) return c.notFound()
    const form = await readForm(c.req, CompanyForm)
    if (!form.ok) return formPage(visit, found, form, 422)
    const edited = await editCompany(visit, found.company.id, form.data, secret)
    if (edited.ok) return c.redirect(`${companyHref(found.company.id, visit.locale)}?${savedMark}`, 303)
    if (edited.refusal === 'not-allowed') return visit.refuse()
    if (edited.refusal === 'company-unknown') return c.notFound()
    return formPage(visit, found, { typed: form.typed, errors: errorOf(edited.refusal) }, 422)
  })

  return routes
}

function errorOf(refusal: Exclude<EditRefusal, 'not-allowed' | 'company-unknown'>): FieldErrors {
  return refusal === 'number-taken' ? { number: refusal } : { municipality: refusal }
}

function formPage(
  visit: Visit,
  { company, reader }: Found,
  filled: { readonly typed: Typed; readonly errors: FieldErrors },
  status: 200 | 422,
): Response {
  return visit.page(
    { title: textsIn(visit.locale).edit.title, noindex: true },
    <CompanyFormPage company={company} reader={reader} {...filled} />,
    status,
  )
}
