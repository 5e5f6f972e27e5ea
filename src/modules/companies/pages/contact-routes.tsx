import { Hono } from 'hono'
import { z } from 'zod'
import { inTransaction, type Visit, type VisitEnv } from '#modules/accounts'
import { readForm } from '#platform/http/form.ts'
import { idIn } from '#platform/http/ids.ts'
import { bothAddresses, savedMark } from '#ui/addresses.ts'
import { keepContact, type ContactDeed } from '../actions/keep-contact.ts'
import { contactWith } from '../contact-store.ts'
import { ContactForm, type Contact } from '../core/contact.ts'
import { foundIn, type Asking, type Found } from './asking.ts'
import { ContactPage, type ContactPageProps } from './contact-page.tsx'
import { textsIn } from './texts.ts'
import { companyHref } from './words.ts'

/** Whom one meets at a company: written down, changed, ended. */
export function contactRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', [...bothAddresses('newCompanyContact'), ...bothAddresses('companyContact')], async (c) => {
    const visit = c.get('visit')
    const found = await contactIn(c)
    if (!found) return c.notFound()
    if (!mayWrite(found)) return visit.refuse()
    return contactPage(visit, found, { typed: typedFrom(found.contact), errors: {} }, 200)
  })

  routes.on(
    'POST',
    [...bothAddresses('newCompanyContact'), ...bothAddresses('companyContact')],
    async (c) => {
      const visit = c.get('visit')
      const found = await contactIn(c)
      if (!found) return c.notFound()
      if (!mayWrite(found)) return visit.refuse()
      const { contact, company, own } = found
      const form = await readForm(c.req, ContactForm)
      let deed: ContactDeed
      if (contact && form.typed['do'] === 'end') deed = { kind: 'end', contact: contact.id }
      else if (!form.ok) return contactPage(visit, found, form, 422)
      else if (contact) deed = { kind: 'edit', contact: contact.id, form: form.data }
      else
        deed = {
          kind: 'add',
          municipality: Municipality.parse(form.typed['municipality']) ?? own[0]?.code ?? '',
          form: form.data,
        }
      const kept = await keepContact(visit, company.id, deed)
      if (kept.ok) return c.redirect(`${companyHref(company.id, visit.locale)}?${savedMark}`, 303)
      return kept.refusal === 'not-allowed' ? visit.refuse() : c.notFound()
    },
  )

  return routes
}

const Municipality = z.string().optional()

type FoundContact = Found & { readonly contact: Contact | null }

async function contactIn(c: Asking): Promise<FoundContact | null> {
  const found = await foundIn(c)
  if (!found) return null
  if (c.req.param('contact') === undefined) return { ...found, contact: null }
  const id = idIn(c, 'contact')
  const contact =
    id === null
      ? undefined
      : await inTransaction(c.get('visit'), (tx) => contactWith(tx, found.company.id, id))
  return contact ? { ...found, contact } : null
}

function mayWrite({ contact, own }: FoundContact): boolean {
  return contact === null ? own.length > 0 : own.some(({ code }) => code === contact.municipality)
}

function typedFrom(contact: Contact | null): Readonly<Record<string, string>> {
  if (!contact) return {}
  const { name, title, email, phone, isShared, agreedAt } = contact
  return {
    name,
    title,
    email,
    phone,
    ...(isShared ? { isShared: 'on' } : {}),
    ...(agreedAt ? { hasAgreed: 'on' } : {}),
  }
}

function contactPage(
  visit: Visit,
  found: FoundContact,
  filled: Pick<ContactPageProps, 'typed' | 'errors'>,
  status: 200 | 422,
): Response {
  const { form } = textsIn(visit.locale).contacts
  return visit.page(
    { title: found.contact ? form.edit : form.add, noindex: true },
    <ContactPage {...found} {...filled} />,
    status,
  )
}
