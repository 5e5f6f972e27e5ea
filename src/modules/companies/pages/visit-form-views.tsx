import { colleaguesIn, inTransaction, type Colleague } from '#modules/accounts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { IsoDay } from '#platform/values/dates.ts'
import { isId } from '#platform/values/ids.ts'
import { contactsOf } from '../contact-store.ts'
import type { Company } from '../core/company.ts'
import { promiseNumbers } from '../core/visit-form.ts'
import { draftOf } from '../draft-store.ts'
import { companiesNamed } from '../store.ts'
import { visitsIn, visitWith } from '../visit-store.ts'
import { readerIn, type Asking, type Found } from './asking.ts'
import { FindPage } from './find-page.tsx'
import { textsIn } from './texts.ts'
import { VisitFormPage, type VisitFormProps } from './visit-form.tsx'

type Filled = Pick<VisitFormProps, 'typed'> & Partial<Pick<VisitFormProps, 'errors' | 'say'>>
type Place = Pick<Found, 'own' | 'reader'> & { readonly company: Company | null }

/** The form as it was filled in, with what whoever fills it in needs to see. */
export async function formPage(
  c: Asking,
  { company, own, reader }: Place,
  { typed, errors = {}, say = null }: Filled,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const visit = c.get('visit')
  const known = await inTransaction(visit, async (tx) => {
    const colleagues = new Map<string, Colleague>()
    for (const { code } of own)
      for (const colleague of await colleaguesIn(tx, code)) colleagues.set(colleague.id, colleague)
    return {
      colleagues: [...colleagues.values()],
      visits: company ? await visitsIn(tx, { company: company.id }, 20) : [],
      contacts: company ? await contactsOf(tx, company.id) : [],
      matches: company ? [] : await companiesNamed(tx, typed['name']?.trim() ?? ''),
    }
  })
  const { visitForm: texts } = textsIn(visit.locale)
  return visit.page(
    { title: company ? `${texts.title}: ${company.name}` : texts.newTitle, noindex: true },
    <VisitFormPage
      {...known}
      company={company}
      own={own}
      reader={reader}
      typed={typed}
      errors={errors}
      say={say}
    />,
    status,
  )
}

/** Which company is it? */
export async function findPage(
  c: Asking,
  { typed, errors }: { readonly typed: Typed; readonly errors: FieldErrors },
  status: 200 | 422 = 200,
): Promise<Response> {
  const visit = c.get('visit')
  const { reader } = await inTransaction(visit, (tx) => readerIn(tx, visit))
  return visit.page(
    { title: textsIn(visit.locale).visitForm.newTitle, noindex: true },
    <FindPage typed={typed} errors={errors} reader={reader} />,
    status,
  )
}

/** What somebody has begun to write of that company, and how often it was saved. */
export async function draftFor(
  c: Asking,
  company: string | null,
): Promise<{ readonly typed: Typed | null; readonly version: number }> {
  const visit = c.get('visit')
  const person = visit.actor?.personId ?? ''
  const draft = await inTransaction(visit, (tx) =>
    draftOf(tx, { networkId: visit.networkId, person, company }),
  )
  return draft ?? { typed: null, version: 0 }
}

/** The form before anybody has typed: today, by whoever writes; or the planned visit that it is about. */
export async function blankForm(c: Asking, company: Company | null): Promise<Typed> {
  const visit = c.get('visit')
  const { reader, own } = await inTransaction(visit, (tx) => readerIn(tx, visit))
  const { personId = '', name = '' } = visit.actor ?? {}
  return {
    on: reader.today,
    municipality: own[0]?.code ?? '',
    ...(company && (await plannedFields(c, company.id, reader.today))),
    went: name,
    ...Object.fromEntries(promiseNumbers.map((number) => [`promiseOwner-${number}`, personId])),
  }
}

/** What is known already of the planned visit that an address names; one that is still to come is written of today. */
async function plannedFields(c: Asking, company: string, today: IsoDay): Promise<Typed> {
  const id = c.req.query('planned') ?? ''
  if (!isId(id)) return {}
  const visit = await inTransaction(c.get('visit'), (tx) => visitWith(tx, company, id))
  if (visit?.state !== 'planned') return {}
  const { municipality, on } = visit
  return { planned: id, municipality, on: on < today ? on : today }
}
