import { Hono } from 'hono'
import { municipalitiesOf } from '#modules/region'
import { readForm, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { isId } from '#platform/values/ids.ts'
import { addressOf, bothAddresses, savedMark } from '#ui/addresses.ts'
import { giveRole } from '../actions/give-role.ts'
import { invitePerson } from '../actions/invite-person.ts'
import { takeRole } from '../actions/take-role.ts'
import { inTransaction, type Visit, type VisitEnv } from '../context.ts'
import { Invitation, RoleForm } from '../core/forms.ts'
import { mayManagePeople } from '../core/policy.ts'
import { membersOf, organisationsOf } from '../store.ts'
import { InvitePage, PeoplePage, PersonPage } from './people-pages.tsx'
import { textsIn } from './texts.ts'

export function peopleRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('people'), async (c) => {
    const visit = c.get('visit')
    if (!mayManagePeople(visit.actor)) return visit.refuse()
    const shown = await inTransaction(visit, async (tx) => ({
      members: await membersOf(tx),
      municipalities: await municipalitiesOf(tx),
      organisations: await organisationsOf(tx),
    }))
    return visit.page(
      { title: textsIn(visit.locale).people.title, noindex: true },
      <PeoplePage locale={visit.locale} {...shown} invited={c.req.query(savedMark) !== undefined} />,
    )
  })

  routes.on('GET', bothAddresses('invite'), async (c) => {
    const visit = c.get('visit')
    return mayManagePeople(visit.actor) ? invitePage(visit, {}, {}) : visit.refuse()
  })

  routes.on('POST', bothAddresses('invite'), async (c) => {
    const visit = c.get('visit')
    if (!mayManagePeople(visit.actor)) return visit.refuse()
    const form = await readForm(c.req, Invitation)
    if (!form.ok) return invitePage(visit, form.typed, form.errors)
    const invited = await invitePerson(visit, form.data, visit.locale)
    if (invited.ok) return c.redirect(`${addressOf('people', visit.locale)}?${savedMark}`, 303)
    if (invited.refusal === 'not-allowed') return visit.refuse()
    return invitePage(visit, form.typed, { [fieldOf(invited.refusal)]: invited.refusal })
  })

  routes.on('GET', bothAddresses('person'), async (c) => {
    const visit = c.get('visit')
    if (!mayManagePeople(visit.actor)) return visit.refuse()
    const shown = await personPage(visit, c.req.param('person'), {}, {}, c.req.query(savedMark) !== undefined)
    return shown ?? c.notFound()
  })

  routes.on('POST', bothAddresses('person'), async (c) => {
    const visit = c.get('visit')
    if (!mayManagePeople(visit.actor)) return visit.refuse()
    const person = c.req.param('person') ?? ''
    if (!isId(person)) return c.notFound()
    const form = await readForm(c.req, RoleForm)
    const taken = form.typed['take']
    const errors =
      taken === undefined
        ? await giveRoleErrors(visit, person, form)
        : await takeRoleErrors(visit, person, taken)
    if (errors === null)
      return c.redirect(`${addressOf('person', visit.locale, { person })}?${savedMark}`, 303)
    return (await personPage(visit, person, form.typed, errors, false)) ?? c.notFound()
  })

  return routes
}

async function giveRoleErrors(
  visit: Visit,
  person: string,
  form: Awaited<ReturnType<typeof readForm<typeof RoleForm>>>,
): Promise<FieldErrors | null> {
  if (!form.ok) return form.errors
  const given = await giveRole(visit, person, form.data)
  return given.ok ? null : { [fieldOf(given.refusal)]: given.refusal }
}

async function takeRoleErrors(visit: Visit, person: string, grant: string): Promise<FieldErrors | null> {
  const taken = isId(grant)
    ? await takeRole(visit, person, grant)
    : ({ ok: false, refusal: 'not-held' } as const)
  return taken.ok ? null : { role: taken.refusal }
}

function fieldOf(refusal: string): string {
  return refusal === 'municipality-unknown' ? 'municipality' : 'role'
}

async function invitePage(visit: Visit, typed: Typed, errors: FieldErrors): Promise<Response> {
  const places = await inTransaction(visit, async (tx) => ({
    municipalities: await municipalitiesOf(tx),
    organisations: await organisationsOf(tx),
  }))
  return visit.page(
    { title: textsIn(visit.locale).invite.title, noindex: true },
    <InvitePage locale={visit.locale} {...places} typed={typed} errors={errors} />,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

async function personPage(
  visit: Visit,
  id: string | undefined,
  typed: Typed,
  errors: FieldErrors,
  wasSaved: boolean,
): Promise<Response | null> {
  const { members, ...places } = await inTransaction(visit, async (tx) => ({
    members: await membersOf(tx),
    municipalities: await municipalitiesOf(tx),
    organisations: await organisationsOf(tx),
  }))
  const member = members.find((one) => one.id === id)
  if (!member) return null
  return visit.page(
    { title: member.name, noindex: true },
    <PersonPage
      locale={visit.locale}
      {...places}
      member={member}
      typed={typed}
      errors={errors}
      saved={wasSaved}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}
