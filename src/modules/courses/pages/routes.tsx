import { Hono, type Context as Request } from 'hono'
import { z } from 'zod'
import { inTransaction, type VisitEnv } from '#modules/accounts'
import type { TableInput } from '#modules/imports'
import { municipalitiesOf } from '#modules/region'
import type { Concepts } from '#modules/skills'
import { readForm, type Typed } from '#platform/http/form.ts'
import { dayOf } from '#platform/values/dates.ts'
import { storable } from '#platform/values/storable.ts'
import { addressOf, bothAddresses, savedMark } from '#ui/addresses.ts'
import { importCourses } from '../actions/import-courses.ts'
import { sayMinutes } from '../actions/say-minutes.ts'
import { isOpenOn } from '../core/course.ts'
import { mayKeepCourses } from '../core/policy.ts'
import { minutesBetween } from '../core/travel.ts'
import type { CellFault } from '../file/read-courses.ts'
import { coursesOf, saidMinutes } from '../store.ts'
import type { YhOutcomes } from '../yh-outcomes.ts'
import { CoursesPage } from './courses-page.tsx'
import { ImportPage, TravelPage } from './keep-pages.tsx'
import { textsIn } from './texts.ts'

type Asking = Request<VisitEnv, string>

export interface CourseSetting {
  readonly concepts: Concepts
  /** Every municipality of the country, by which a table may name them. */
  readonly places: () => readonly { readonly code: string; readonly name: string }[]
  readonly outcomes: YhOutcomes
}

const mostShown = 200

/** The courses on offer: shown to everybody, kept by the coordinator. */
export function courseRoutes(setting: CourseSetting): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  routes.on('GET', bothAddresses('courses'), async (c) => listPage(c, setting))
  routes.on('GET', bothAddresses('importCourses'), async (c) => {
    const saved = c.req.query(savedMark)
    return importPage(c, { saved: saved === undefined ? null : Number(saved) || 0 })
  })
  routes.on('POST', bothAddresses('importCourses'), async (c) => imported(c, setting))
  routes.on('GET', bothAddresses('travelTimes'), async (c) => travelPage(c, {}, {}))
  routes.on('POST', bothAddresses('travelTimes'), async (c) => minutesSaid(c))
  return routes
}

async function listPage(c: Asking, { outcomes }: CourseSetting): Promise<Response> {
  const visit = c.get('visit')
  const { locale, actor, now, page } = visit
  const { courses, municipalities } = await inTransaction(visit, async (tx) => ({
    courses: await coursesOf(tx),
    municipalities: await municipalitiesOf(tx),
  }))
  const choice = {
    q: c.req.query('q') ?? '',
    form: c.req.query('form') ?? '',
    past: c.req.query('past') !== undefined,
  }
  const wanted = choice.q.toLowerCase()
  const fitting = courses.filter(
    (course) =>
      (choice.past || isOpenOn(course, dayOf(now))) &&
      (choice.form === '' || course.form === choice.form) &&
      `${course.title} ${course.provider} ${course.place}`.toLowerCase().includes(wanted),
  )
  const { title, description } = textsIn(locale).list
  return page(
    { title, description },
    <CoursesPage
      {...{ choice, municipalities, locale }}
      courses={fitting.slice(0, mostShown)}
      count={fitting.length}
      outcomes={await outcomes()}
      mayKeep={mayKeepCourses(actor)}
    />,
  )
}

function importPage(
  c: Asking,
  shown: {
    readonly typed?: Typed
    readonly errors?: Readonly<Record<string, string>>
    readonly faults?: readonly CellFault[]
    readonly saved?: number | null
  },
): Response {
  const { actor, locale, page, refuse } = c.get('visit')
  if (!mayKeepCourses(actor)) return refuse()
  const { typed = {}, errors = {}, faults = [], saved = null } = shown
  const isWrong = faults.length > 0 || Object.keys(errors).length > 0
  return page(
    { title: textsIn(locale).import.title, noindex: true },
    <ImportPage {...{ typed, errors, faults, saved, locale }} />,
    isWrong ? 422 : 200,
  )
}

async function imported(c: Asking, { concepts, places }: CourseSetting): Promise<Response> {
  const visit = c.get('visit')
  if (!mayKeepCourses(visit.actor)) return visit.refuse()
  const { import: texts } = textsIn(visit.locale)
  const body = await partsOf(c)
  const text = (name: string) => (typeof body[name] === 'string' ? storable(body[name]).trim() : '')
  const typed = { table: text('table'), origin: text('origin').slice(0, 200) }
  const input = await inputFrom(body['file'], typed.table)
  const errors = {
    ...(input ? {} : { file: texts.fileMissing }),
    ...(typed.origin === '' ? { origin: texts.originMissing } : {}),
  }
  if (!input || typed.origin === '') return importPage(c, { typed, errors })
  const known = { concepts, places: places() }
  const outcome = await importCourses(visit, { input, origin: typed.origin }, known)
  if (outcome.ok)
    return c.redirect(`${addressOf('importCourses', visit.locale)}?${savedMark}=${outcome.value}`, 303)
  if (outcome.refusal === 'not-allowed') return visit.refuse()
  return importPage(c, { typed, faults: outcome.refusal.faults })
}

/** A body that is no form is a form without answers. */
async function partsOf({ req }: Asking): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await req.parseBody()
  } catch (error) {
    if (error instanceof TypeError) return {}
    throw error
  }
}

async function inputFrom(file: unknown, pasted: string): Promise<TableInput | null> {
  if (file instanceof File && file.size > 0)
    return { kind: 'file', bytes: new Uint8Array(await file.arrayBuffer()) }
  return pasted === '' ? null : { kind: 'paste', text: pasted }
}

async function travelPage(
  c: Asking,
  typed: Typed,
  errors: Readonly<Record<string, string>>,
): Promise<Response> {
  const visit = c.get('visit')
  const { actor, locale, page, refuse } = visit
  if (!mayKeepCourses(actor)) return refuse()
  const { municipalities, said } = await inTransaction(visit, async (tx) => ({
    municipalities: await municipalitiesOf(tx),
    said: await saidMinutes(tx),
  }))
  const pairs = new Set(said.map(({ fromCode, toCode }) => `${fromCode} ${toCode}`))
  return page(
    { title: textsIn(locale).travel.title, noindex: true },
    <TravelPage
      {...{ municipalities, typed, errors, locale }}
      minutes={minutesBetween(municipalities, said)}
      isSaid={(from, to) => pairs.has([from, to].toSorted().join(' '))}
      isSaved={c.req.query(savedMark) !== undefined}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

const MinutesForm = z.object({
  from: z.string().default(''),
  to: z.string().default(''),
  minutes: z
    .string()
    .trim()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .refine((minutes) => minutes >= 1 && minutes <= 600),
})

async function minutesSaid(c: Asking): Promise<Response> {
  const visit = c.get('visit')
  if (!mayKeepCourses(visit.actor)) return visit.refuse()
  const { travel: texts } = textsIn(visit.locale)
  const form = await readForm(c.req, MinutesForm)
  if (!form.ok) return travelPage(c, form.typed, { minutes: texts.invalid })
  const { from: fromCode, to: toCode, minutes } = form.data
  const outcome = await sayMinutes(visit, { fromCode, toCode, minutes })
  if (outcome.ok) return c.redirect(`${addressOf('travelTimes', visit.locale)}?${savedMark}`, 303)
  if (outcome.refusal === 'not-allowed') return visit.refuse()
  return travelPage(c, form.typed, { to: texts.placeUnknown })
}
