import { Hono } from 'hono'
import { inTransaction, municipalitiesAs, type Visit, type VisitEnv } from '#modules/accounts'
import { organisationNumberIn } from '#modules/companies'
import { municipalitiesOf } from '#modules/region'
import { topicsOf } from '#modules/routing'
import { readForm, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { bothAddresses } from '#ui/addresses.ts'
import { writeDown } from '../../actions/write-down.ts'
import { SpokenForm } from '../../core/forms.ts'
import type { NewMatter } from '../../core/matter.ts'
import { letterOfReceipt } from './letters.ts'
import { NewPage } from './new-page.tsx'
import type { InboxSetting } from './setting.ts'
import { textsIn } from './texts.ts'
import { matterHref } from './words.tsx'

/** Writing down what came by phone, mail or visit. */
export function newRoutes(setting: InboxSetting): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('writeDownMatter'), async (c) => {
    const visit = c.get('visit')
    return isOfficer(visit) ? formPage(visit, {}, {}, 200) : visit.refuse()
  })

  routes.on('POST', bothAddresses('writeDownMatter'), async (c) => {
    const visit = c.get('visit')
    if (!isOfficer(visit)) return visit.refuse()
    const form = await readForm(c.req, SpokenForm)
    if (!form.ok) return formPage(visit, form.typed, form.errors, 422)
    const { municipality, number } = form.data
    if (municipality === '') return formPage(visit, form.typed, { municipality: 'municipality-missing' }, 422)
    const known = number === '' ? null : organisationNumberIn(number)
    if (number !== '' && known === null)
      return formPage(visit, form.typed, { number: 'organisation-number-invalid' }, 422)
    const { secret, origin } = setting
    const write = letterOfReceipt(origin, visit.actor?.name ?? '', await nameOf(visit, municipality))
    const done = await writeDown(visit, matterFrom(form.data, known), { secret, write })
    if (done.ok) return c.redirect(`${matterHref(done.value, visit.locale)}?done=written`, 303)
    if (done.refusal === 'not-allowed') return visit.refuse()
    const field = done.refusal === 'topic-unknown' ? 'topic' : 'municipality'
    return formPage(visit, form.typed, { [field]: `${field}-missing` }, 422)
  })

  return routes
}

function isOfficer({ actor }: Visit): boolean {
  return municipalitiesAs(actor, 'officer').length > 0
}

function matterFrom(
  { municipality, way, topic, subject, text, locality, company, name, email, phone }: SpokenForm,
  number: ReturnType<typeof organisationNumberIn>,
): NewMatter & { readonly entrance: string } {
  const contact = { name, email, phone }
  return {
    topic,
    subject,
    text,
    placeKind: 'places',
    places: [municipality],
    locality,
    answers: {},
    sender:
      company === ''
        ? { kind: 'not-started', contact, nameFor: 'all' }
        : {
            kind: 'company',
            company: { name: company, number, municipality: null, size: null, branch: null },
            contact,
            nameFor: 'all',
          },
    way,
    entrance: municipality,
    locale: 'sv',
  }
}

async function nameOf(visit: Visit, code: string): Promise<string> {
  const municipalities = await inTransaction(visit, (tx) => municipalitiesOf(tx))
  return municipalities.find((one) => one.code === code)?.name ?? ''
}

async function formPage(
  visit: Visit,
  typed: Typed,
  errors: FieldErrors,
  status: 200 | 422,
): Promise<Response> {
  const own = municipalitiesAs(visit.actor, 'officer')
  const { municipalities, topics } = await inTransaction(visit, async (tx) => ({
    municipalities: (await municipalitiesOf(tx)).filter(({ code }) => own.includes(code)),
    topics: await topicsOf(tx),
  }))
  return visit.page(
    { title: textsIn(visit.locale).new.title, noindex: true },
    <NewPage municipalities={municipalities} topics={topics} typed={typed} errors={errors} visit={visit} />,
    status,
  )
}
