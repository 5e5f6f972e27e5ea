import type { HonoRequest } from 'hono'
import { z } from 'zod'
import { inTransaction, type Visit } from '#modules/accounts'
import { addIndicator, connectSeries, fieldOfRefusal, IndicatorForm } from '#modules/indicators'
import { readForm, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { makePlan } from '../../actions/make-plan.ts'
import { rhythms } from '../../core/due.ts'
import type { NewPlan } from '../../plan-store.ts'

/** The series that is offered: everything of its plan but how often it is carried out. */
export type OfferedSeries = Omit<NewPlan, 'rhythm'>

/** The forms of the last step; each carries its name in `do`. */
const followForms = ['connect', 'add', 'fetch'] as const

/** What came of the last step. */
export type Followed =
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'errors'; readonly errors: FieldErrors; readonly typed: Typed }
  /** `run` is null where the series was being fetched already. */
  | { readonly kind: 'followed'; readonly run: string | null }

const rhythm = z.enum(rhythms, 'rhythm-missing')
const ConnectForm = z.object({
  indicator: z.string().default('').pipe(z.string().min(1, 'indicator-missing')),
  rhythm,
})
const RhythmForm = z.object({ addRhythm: rhythm })
const FetchForm = z.object({ rhythm })

/** Begins to follow a series, as one of the forms says: with an indicator that has none, or with a new one. */
export async function followSeries(
  visit: Visit,
  request: HonoRequest,
  series: OfferedSeries,
): Promise<Followed> {
  const form = await readForm(request, z.object({ do: z.enum(followForms).catch('connect') }))
  switch (form.ok ? form.data.do : 'connect') {
    case 'add':
      return addAndFollow(visit, request, series)
    case 'fetch':
      return fetchOnly(visit, request, series)
    case 'connect':
      return connectAndFollow(visit, request, series)
  }
}

/** An indicator reads the series already, and nobody has said when it is fetched. */
async function fetchOnly(visit: Visit, request: HonoRequest, series: OfferedSeries): Promise<Followed> {
  const form = await readForm(request, FetchForm)
  if (!form.ok) return { kind: 'errors', errors: form.errors, typed: form.typed }
  return plan(visit, { ...series, rhythm: form.data.rhythm })
}

async function connectAndFollow(
  visit: Visit,
  request: HonoRequest,
  series: OfferedSeries,
): Promise<Followed> {
  const form = await readForm(request, ConnectForm)
  if (!form.ok) return { kind: 'errors', errors: form.errors, typed: form.typed }
  const connected = await inTransaction(visit, async (tx) =>
    connectSeries(tx, visit, form.data.indicator, series.seriesKey),
  )
  if (connected.ok) return plan(visit, { ...series, rhythm: form.data.rhythm })
  if (connected.refusal === 'not-allowed') return { kind: 'not-allowed' }
  return { kind: 'errors', errors: { indicator: connected.refusal }, typed: form.typed }
}

async function addAndFollow(visit: Visit, request: HonoRequest, series: OfferedSeries): Promise<Followed> {
  const often = await readForm(request, RhythmForm)
  const form = await readForm(request, IndicatorForm)
  if (!form.ok || !often.ok) {
    const errors = { ...(form.ok ? {} : form.errors), ...(often.ok ? {} : often.errors) }
    return { kind: 'errors', errors, typed: form.typed }
  }
  const added = await addIndicator(visit, form.data, [series.seriesKey])
  if (added.ok) return plan(visit, { ...series, rhythm: often.data.addRhythm })
  if (added.refusal === 'not-allowed') return { kind: 'not-allowed' }
  return { kind: 'errors', errors: { [fieldOfRefusal(added.refusal)]: added.refusal }, typed: form.typed }
}

async function plan(visit: Visit, asked: NewPlan): Promise<Followed> {
  const made = await makePlan(visit, asked)
  if (made.ok) return { kind: 'followed', run: made.value.run }
  // Two indicators may be read from one series: it is fetched once.
  return made.refusal === 'not-allowed' ? { kind: 'not-allowed' } : { kind: 'followed', run: null }
}
