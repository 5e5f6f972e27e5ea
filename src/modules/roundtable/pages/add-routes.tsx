import { Hono } from 'hono'
import { z } from 'zod'
import { inTransaction, membersOf, type VisitEnv } from '#modules/accounts'
import { reachableContacts } from '#modules/companies'
import { readForm, type Typed } from '#platform/http/form.ts'
import { bySwedishName } from '#platform/values/locale.ts'
import { addressOf, bothAddresses } from '#ui/addresses.ts'
import {
  listPeople,
  type Clash,
  type Listing,
  type ListRefusal,
  type Wanted,
} from '../actions/list-people.ts'
import { ParticipantForm } from '../core/participant-form.ts'
import { isSameAnswer, likeOf } from '../core/sameness.ts'
import { contactsOf } from '../participant-store.ts'
import { criteriaOf, participantsOf } from '../store.ts'
import { AddForm, KnownForm, sameField, type KnownPerson, type KnownShown } from './add-page.tsx'
import { belowList, foundEvent, type Found } from './people-frame.tsx'
import type { RoundtableSetting } from './setting.ts'
import { inviteTextsIn } from './texts.ts'
import type { Asking, Filled } from './words.ts'

const AnyFields = z.record(z.string(), z.string())
const nothing: Filled = { typed: {}, errors: {} }

/** Putting people on the list by hand, and from those whom the network knows. */
export function addRoutes({ secret }: RoundtableSetting): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('addParticipant'), async (c) => {
    const found = await foundEvent(c, 'planners')
    return found instanceof Response ? found : addPage(found, nothing, null)
  })
  routes.on('POST', bothAddresses('addParticipant'), async (c) => {
    const found = await foundEvent(c, 'planners')
    if (found instanceof Response) return found
    const form = await readForm(c.req, ParticipantForm)
    if (!form.ok) return addPage(found, form, null, 422)
    const same = isSameAnswer(form.typed['same']) ? form.typed['same'] : undefined
    const listed = await listPeople(found.visit, found.event.id, [{ person: form.data, same }], secret)
    if (listed.ok) return toList(c, found, listed.value)
    const { errors, clashes } = told(listed.refusal)
    return addPage(found, { typed: form.typed, errors }, clashes[0] ?? null, 422)
  })

  routes.on('GET', bothAddresses('addKnown'), async (c) => {
    const found = await foundEvent(c, 'planners')
    return found instanceof Response ? found : knownPage(found, nothing, [])
  })
  routes.on('POST', bothAddresses('addKnown'), async (c) => {
    const found = await foundEvent(c, 'planners')
    if (found instanceof Response) return found
    const { typed } = await readForm(c.req, AnyFields)
    const chosen = (await knownIn(found)).filter(({ id }) => typed[id] !== undefined)
    const criterion = typed['criterion'] ?? ''
    if (criterion === '' || chosen.length === 0) {
      const errors = criterion === '' ? { criterion: 'criterion-choose' } : { form: 'nobody-ticked' }
      return knownPage(found, { typed, errors }, [], 422)
    }
    const wanted = chosen.map(({ id, wanted: one }) => {
      const same = typed[sameField(id)]
      return {
        ...one,
        person: { ...one.person, criterion },
        same: isSameAnswer(same) ? same : undefined,
      }
    })
    const listed = await listPeople(found.visit, found.event.id, wanted, secret)
    if (listed.ok) return toList(c, found, listed.value)
    const { errors, clashes } = told(listed.refusal)
    const asked = clashes.flatMap((clash) => {
      const one = chosen[clash.at]
      return one ? [{ clash, of: one }] : []
    })
    const missing = Object.fromEntries(asked.map(({ of }) => [sameField(of.id), 'same-missing']))
    return knownPage(found, { typed, errors: asked.length > 0 ? missing : errors }, asked, 422)
  })
  return routes
}

/** Back to the list, with how many were added. */
export function toList(c: Asking, { visit, event }: Found, { added, kept }: Listing): Response {
  const page = addressOf('participants', visit.locale, { event: event.id })
  return c.redirect(`${page}?added=${added}&kept=${kept}`, 303)
}

/** What a refusal is shown as: at the criterion, above the form, or as questions about who is who. */
export function told(refusal: ListRefusal): {
  readonly errors: Filled['errors']
  readonly clashes: readonly Clash[]
} {
  if (typeof refusal === 'object') return { errors: { same: 'same-missing' }, clashes: refusal.clashes }
  const field = refusal === 'criterion-unknown' ? 'criterion' : 'form'
  return { errors: { [field]: refusal }, clashes: [] }
}

async function addPage(
  found: Found,
  filled: Filled,
  clash: Clash | null,
  status: 200 | 422 = 200,
): Promise<Response> {
  const { visit, event, reader } = found
  const criteria = await inTransaction(visit, (tx) => criteriaOf(tx, event.id))
  const { title } = inviteTextsIn(visit.locale).add
  return belowList(
    found,
    { title, errors: filled.errors, status },
    <AddForm {...filled} {...{ event, criteria, clash, reader }} />,
  )
}

interface Choosable extends KnownPerson {
  readonly group: 'leaders' | 'contacts'
  readonly wanted: Wanted
}

/** Everybody whom the network may write to and who is not on the list. */
async function knownIn({ visit, event, reader }: Found): Promise<readonly Choosable[]> {
  // What an organisation is called is kept, and does not follow whoever adds it.
  const { known: texts } = inviteTextsIn('sv')
  return inTransaction(visit, async (tx) => {
    const contacts = await contactsOf(tx, event.id)
    const listed = (await participantsOf(tx, event.id))
      .filter(({ state }) => state !== 'withdrawn')
      .map((one) => ({ ...one, email: contacts.get(one.id)?.email ?? '' }))
    const leaders = (await membersOf(tx)).flatMap(({ id, name, email, grants }) => {
      const grant =
        grants.find(({ role }) => role === 'leader') ?? grants.find(({ role }) => role === 'officer')
      const place = reader.municipalities.find(({ code }) => code === grant?.municipality)
      if (!grant || !place || listed.some(({ personId }) => personId === id)) return []
      const person = personOf(
        { name, title: '', email, phone: '', organisation: texts.organisationOf(place.name) },
        place.code,
      )
      return [choosable('leaders', `person-${id}`, { person, personId: id })]
    })
    const others = (await reachableContacts(tx)).contacts.map(({ id, company, ...contact }) => {
      const person = personOf({ ...contact, organisation: company.name }, company.municipality)
      const { branch, size } = company
      return choosable('contacts', `contact-${id}`, {
        person: { ...person, branch, size },
        companyId: company.id,
      })
    })
    return [...leaders, ...others]
      .filter(({ wanted }) => likeOf(wanted.person, listed)?.likeness !== 'listed')
      .toSorted((a, b) => bySwedishName(a.organisation, b.organisation))
  })
}

function personOf(
  said: Pick<ParticipantForm, 'name' | 'title' | 'email' | 'phone' | 'organisation'>,
  municipality: string | null,
): ParticipantForm {
  return { ...said, municipality, criterion: '', branch: null, size: null, locale: 'sv' }
}

function choosable(group: Choosable['group'], id: string, wanted: Wanted): Choosable {
  const { name, title, organisation } = wanted.person
  return { group, id, name, title, organisation, wanted }
}

async function knownPage(
  found: Found,
  filled: { readonly typed: Typed; readonly errors: Filled['errors'] },
  asked: KnownShown['asked'],
  status: 200 | 422 = 200,
): Promise<Response> {
  const { visit, event, reader } = found
  const known = await knownIn(found)
  const read = await inTransaction(visit, async (tx) => ({
    criteria: await criteriaOf(tx, event.id),
    hidden: (await reachableContacts(tx)).others,
  }))
  const { title } = inviteTextsIn(visit.locale).known
  const about = Object.fromEntries(asked.map(({ of }) => [sameField(of.id), of.name]))
  return belowList(
    found,
    { title, errors: filled.errors, about, status },
    <KnownForm
      {...filled}
      {...{ event, reader, asked, ...read }}
      leaders={known.filter(({ group }) => group === 'leaders')}
      contacts={known.filter(({ group }) => group === 'contacts')}
    />,
  )
}
