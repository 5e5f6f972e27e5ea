import { Hono, type Context as Request } from 'hono'
import { z } from 'zod'
import { inTransaction, namesOf, type Visit, type VisitEnv } from '#modules/accounts'
import * as audit from '#modules/audit'
import { frameworkOf, readerOf } from '#modules/programme'
import { municipalitiesOf } from '#modules/region'
import type { Tx } from '#platform/database/connection.ts'
import { readForm, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { bothAddresses, savedMark } from '#ui/addresses.ts'
import { addEvidence } from '../actions/add-evidence.ts'
import { takeOverActivity } from '../actions/take-over-activity.ts'
import { tellMilestone } from '../actions/tell-milestone.ts'
import { withdrawEvidence } from '../actions/withdraw-evidence.ts'
import { doersOf, type Activity } from '../core/activity.ts'
import { EvidenceForm, reachedField, ReachedForm } from '../core/evidence-form.ts'
import { keptWord } from '../core/history.ts'
import { sourcesOf, takersOf } from '../core/lineage.ts'
import { mayReadInside, maySayActivity, mayShowProgress, mayTakeOverFor } from '../core/policy.ts'
import { evidenceOf } from '../evidence-store.ts'
import { activitiesIn, noteOf } from '../store.ts'
import type { Past } from './activity-history.tsx'
import { ActivityPage, type ActivityShown } from './activity-page.tsx'
import { letterOfTakeOver } from './letter.ts'
import { activityHref } from './words.ts'

/** What a page says that its reader has just done. */
const takenOverMark = 'taken-over'
const TakeOverForm = z.object({ municipality: z.string().max(40).default('') })

/** One activity, and the small things that are done on its page. */
export function activityRoutes(origin: string): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('activity'), async (c) => shownPage(c, {}, {}, 200))

  routes.on('POST', bothAddresses('activityMilestones'), async (c) => {
    const form = await readForm(c.req, ReachedForm)
    if (!form.ok) return shownPage(c, form.typed, form.errors, 422)
    const told = await tellMilestone(c.get('visit'), idIn(c), form.data)
    if (told.ok) return saved(c)
    switch (told.refusal) {
      case 'not-allowed':
        return c.get('visit').refuse()
      case 'activity-unknown':
        return c.notFound()
      case 'milestone-unknown':
      case 'day-to-come':
      case 'changed-meanwhile':
        return shownPage(c, form.typed, { [reachedField(form.data.milestone)]: told.refusal }, 422)
    }
  })

  routes.on('POST', bothAddresses('activityEvidence'), async (c) => {
    const form = await readForm(c.req, EvidenceForm)
    const withdrawn = z.uuid().safeParse(form.typed['withdraw'])
    if (withdrawn.success) {
      const outcome = await withdrawEvidence(c.get('visit'), idIn(c), withdrawn.data)
      // What is withdrawn already is as it was asked to be.
      if (outcome.ok || outcome.refusal === 'evidence-unknown') return saved(c)
      return outcome.refusal === 'not-allowed' ? c.get('visit').refuse() : c.notFound()
    }
    if (!form.ok) return shownPage(c, form.typed, form.errors, 422)
    const outcome = await addEvidence(c.get('visit'), idIn(c), form.data)
    if (outcome.ok) return saved(c)
    return outcome.refusal === 'not-allowed' ? c.get('visit').refuse() : c.notFound()
  })

  routes.on('POST', bothAddresses('takeOverActivity'), async (c) => {
    const visit = c.get('visit')
    const form = await readForm(c.req, TakeOverForm)
    const asked = { origin: idIn(c), municipality: form.ok ? form.data.municipality : '' }
    const taken = await takeOverActivity(visit, asked, letterOfTakeOver(origin))
    if (taken.ok) return c.redirect(`${activityHref(taken.value, visit.locale)}?${takenOverMark}`, 303)
    if (typeof taken.refusal === 'object')
      return c.redirect(activityHref(taken.refusal.takenAlready, visit.locale), 303)
    if (taken.refusal === 'activity-unknown') return c.notFound()
    // Of a retired intervention there is no button; the page says that it is retired.
    if (taken.refusal === 'intervention-retired') return c.redirect(activityHref(idIn(c), visit.locale), 303)
    return visit.refuse()
  })

  return routes
}

type Asking = Request<VisitEnv>

function idIn(c: Asking): string {
  return c.req.param('activity') ?? ''
}

function saved(c: Asking): Response {
  return c.redirect(`${activityHref(idIn(c), c.get('visit').locale)}?${savedMark}`, 303)
}

async function shownPage(c: Asking, typed: Typed, errors: FieldErrors, status: 200 | 422): Promise<Response> {
  const visit = c.get('visit')
  const shown = await inTransaction(visit, (tx) => shownOf(tx, visit, idIn(c)))
  if (!shown) return c.notFound()
  const isMarked = (mark: string) => shown.mayShowProgress && c.req.query(mark) !== undefined
  return visit.page(
    { title: shown.activity.title, description: shown.activity.aim },
    <ActivityPage
      {...shown}
      typed={typed}
      errors={errors}
      did={isMarked(takenOverMark) ? 'taken-over' : isMarked(savedMark) ? 'saved' : null}
      reader={await readerOf(visit)}
    />,
    status,
  )
}

async function shownOf(tx: Tx, { actor }: Visit, id: string): Promise<ActivityShown | null> {
  const all = await activitiesIn(tx)
  const activity = all.find((one) => one.id === id)
  if (!activity) return null
  const municipalities = await municipalitiesOf(tx)
  const takers = takersOf(id, all)
  const open = activity.intervention.isRetired ? [] : mayTakeOverFor(actor, activity.municipality.code)
  const mayTakeOver = municipalities.filter(
    ({ code }) => open.includes(code) && !takers.some(({ municipality }) => municipality.code === code),
  )
  return {
    activity,
    evidence: await evidenceOf(tx, id),
    lineage: { sources: sourcesOf(id, all), takers, mayTakeOver },
    note: await noteOf(tx, id),
    past: mayReadInside(actor) ? await pastOf(tx, activity) : null,
    maySay: maySayActivity(actor, activity.municipality.code),
    mayShowProgress: mayShowProgress(actor, doersOf(activity)),
  }
}

async function pastOf(tx: Tx, { id }: Activity): Promise<Past> {
  const entries = await audit.historyOf(tx, 'activity', id)
  const people = entries
    .flatMap(({ before, after }) => [keptWord(before), keptWord(after)])
    .flatMap((word) => [word?.owner ?? null, word?.deputy ?? null])
    .filter((person) => person !== null)
  return {
    entries,
    names: {
      people: await namesOf(tx, [...new Set(people)]),
      municipalities: await municipalitiesOf(tx),
      interventions: (await frameworkOf(tx)).interventions,
    },
  }
}
