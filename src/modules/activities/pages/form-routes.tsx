import { Hono, type Context as Request } from 'hono'
import { colleaguesIn, inTransaction, type Visit, type VisitEnv } from '#modules/accounts'
import { frameworkOf, readerOf } from '#modules/programme'
import { municipalitiesOf, type Municipality } from '#modules/region'
import type { Tx } from '#platform/database/connection.ts'
import { readForm, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { bothAddresses, savedMark } from '#ui/addresses.ts'
import { addActivity } from '../actions/add-activity.ts'
import { sayActivity, type Misfit } from '../actions/say-activity.ts'
import type { Activity } from '../core/activity.ts'
import { ActivityForm } from '../core/activity-form.ts'
import { maySayActivity } from '../core/policy.ts'
import { activityWith, lastMilestoneNumber, noteOf } from '../store.ts'
import { ActivityFormPage, typedFrom, type ActivityFormProps } from './activity-form.tsx'
import { questionNames } from './list-query.ts'
import { textsIn } from './texts.ts'
import { activityHref } from './words.ts'

/** The form that adds an activity, and the one that changes it; for officers of the municipality that leads. */
export function formRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('addActivity'), async (c) => {
    const visit = c.get('visit')
    const municipality = await inTransaction(visit, (tx) => municipalityIn(tx, c))
    if (!municipality) return c.notFound()
    if (!maySayActivity(visit.actor, municipality.code)) return visit.refuse()
    const { sv, en } = questionNames
    const intervention = c.req.query(sv.intervention) ?? c.req.query(en.intervention) ?? ''
    const typed = { status: 'planned', intervention, version: '0' }
    return formPage(visit, { activity: null, municipality, typed, errors: {} }, 200)
  })

  routes.on('POST', bothAddresses('addActivity'), async (c) => {
    const visit = c.get('visit')
    const municipality = await inTransaction(visit, (tx) => municipalityIn(tx, c))
    if (!municipality) return c.notFound()
    if (!maySayActivity(visit.actor, municipality.code)) return visit.refuse()
    const form = await readForm(c.req, ActivityForm)
    const filled = { activity: null, municipality, typed: form.typed }
    if (!form.ok) return formPage(visit, { ...filled, errors: form.errors }, 422)
    const added = await addActivity(visit, municipality.code, form.data)
    if (added.ok) return c.redirect(`${activityHref(added.value, visit.locale)}?${savedMark}`, 303)
    if (added.refusal === 'not-allowed') return visit.refuse()
    return formPage(visit, { ...filled, errors: errorOf(added.refusal) }, 422)
  })

  routes.on('GET', bothAddresses('editActivity'), async (c) => {
    const visit = c.get('visit')
    const found = await inTransaction(visit, (tx) => activityAt(tx, c))
    if (!found) return c.notFound()
    if (!maySayActivity(visit.actor, found.municipality.code)) return visit.refuse()
    const typed = typedFrom(found.activity, found.note)
    return formPage(visit, { ...found, typed, errors: {} }, 200)
  })

  routes.on('POST', bothAddresses('editActivity'), async (c) => {
    const visit = c.get('visit')
    const found = await inTransaction(visit, (tx) => activityAt(tx, c))
    if (!found) return c.notFound()
    if (!maySayActivity(visit.actor, found.municipality.code)) return visit.refuse()
    const form = await readForm(c.req, ActivityForm)
    if (!form.ok) return formPage(visit, { ...found, typed: form.typed, errors: form.errors }, 422)
    const said = await sayActivity(visit, found.activity.id, form.data)
    if (said.ok) return c.redirect(`${activityHref(found.activity.id, visit.locale)}?${savedMark}`, 303)
    switch (said.refusal) {
      case 'not-allowed':
        return visit.refuse()
      case 'activity-unknown':
        return c.notFound()
      case 'changed-meanwhile':
        return conflictPage(visit, c, form.typed)
      case 'intervention-unknown':
      case 'intervention-retired':
      case 'municipality-unknown':
      case 'status-out-of-use':
      case 'owner-not-here':
      case 'deputy-not-here':
        return formPage(visit, { ...found, typed: form.typed, errors: errorOf(said.refusal) }, 422)
    }
  })

  return routes
}

type Asking = Request<VisitEnv>

async function municipalityIn(tx: Tx, c: Asking): Promise<Municipality | undefined> {
  const slug = c.req.param('municipality')
  return (await municipalitiesOf(tx)).find((one) => one.slug === slug)
}

interface Found {
  readonly activity: Activity
  readonly municipality: Municipality
  readonly note: string | null
}

async function activityAt(tx: Tx, c: Asking): Promise<Found | null> {
  const activity = await activityWith(tx, c.req.param('activity') ?? '')
  const municipality = (await municipalitiesOf(tx)).find(({ code }) => code === activity?.municipality.code)
  return activity && municipality ? { activity, municipality, note: await noteOf(tx, activity.id) } : null
}

/** Each misfit stands at the field that is to be mended. */
function errorOf(misfit: Misfit): FieldErrors {
  const fields: Record<Misfit, string> = {
    'intervention-unknown': 'intervention',
    'intervention-retired': 'intervention',
    'municipality-unknown': 'joined',
    'status-out-of-use': 'status',
    'owner-not-here': 'owner',
    'deputy-not-here': 'deputy',
  }
  return { [fields[misfit]]: misfit }
}

async function conflictPage(visit: Visit, c: Asking, typed: Typed): Promise<Response> {
  const found = await inTransaction(visit, (tx) => activityAt(tx, c))
  if (!found) return c.notFound()
  // From here on the officer has seen the other version: the form carries it, and may replace it.
  const seen = { ...typed, version: String(found.activity.version) }
  return formPage(visit, { ...found, typed: seen, errors: {}, isConflict: true }, 409)
}

type Filled = Pick<ActivityFormProps, 'activity' | 'municipality' | 'typed' | 'errors' | 'isConflict'>

async function formPage(visit: Visit, filled: Filled, status: 200 | 409 | 422): Promise<Response> {
  const { activity, municipality } = filled
  const around = await inTransaction(visit, async (tx) => ({
    municipalities: await municipalitiesOf(tx),
    interventions: (await frameworkOf(tx)).interventions,
    colleagues: await colleaguesIn(tx, municipality.code),
    lastMilestone: activity ? await lastMilestoneNumber(tx, activity.id) : 0,
  }))
  const { form } = textsIn(visit.locale)
  return visit.page(
    { title: activity ? `${form.edit}: ${activity.title}` : form.add(municipality.name), noindex: true },
    <ActivityFormPage {...filled} {...around} reader={await readerOf(visit)} />,
    status,
  )
}
