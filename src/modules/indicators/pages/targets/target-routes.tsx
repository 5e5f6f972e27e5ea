import { Hono, type Context as Request } from 'hono'
import { inTransaction, type Visit, type VisitEnv } from '#modules/accounts'
import { municipalitiesOf } from '#modules/region'
import { readForm, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { inLocale } from '#platform/values/locale.ts'
import { addressOf, bothAddresses, savedMark } from '#ui/addresses.ts'
import { addTarget, type AddTargetRefusal } from '../../actions/add-target.ts'
import { withdrawTarget } from '../../actions/withdraw-target.ts'
import { mayDecideTarget } from '../../core/policy.ts'
import { placeValues } from '../../core/place-values.ts'
import { TargetForm } from '../../core/target-form.ts'
import { targetReading } from '../../core/target.ts'
import { indicatorReading } from '../../reads.ts'
import { targetsOf } from '../../target-store.ts'
import { TargetsPage } from './target-page.tsx'
import { targetTextsIn } from './target-texts.ts'

/** The field a refusal is about, so that the form can lead to it. */
const fieldOf = {
  'not-allowed': 'place',
  'indicator-unknown': 'place',
  'indicator-retired': 'place',
  'place-unknown': 'place',
  'decided-later': 'decidedOn',
  'target-there': 'year',
} as const satisfies Record<AddTargetRefusal, string>

/** Where an indicator's targets are read, written down and taken back. */
export function targetRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  routes.on('GET', bothAddresses('targets'), async (c) => {
    const isSaved = c.req.query(savedMark) !== undefined
    return (await show(c.get('visit'), c.req.param('indicator') ?? '', { isSaved })) ?? c.notFound()
  })
  routes.on('POST', bothAddresses('targets'), async (c) =>
    receive(c, c.get('visit'), c.req.param('indicator') ?? ''),
  )
  return routes
}

async function receive(c: Request<VisitEnv, string>, visit: Visit, id: string): Promise<Response> {
  const form = await readForm(c.req, TargetForm)
  const saved = `${addressOf('targets', visit.locale, { indicator: id })}?${savedMark}`
  const answer = async (errors: FieldErrors) =>
    (await show(visit, id, { typed: form.typed, errors })) ?? c.notFound()

  if (form.typed['do'] === 'withdraw') {
    const withdrawn = await withdrawTarget(visit, id, form.typed['target'] ?? '')
    if (withdrawn.ok) return c.redirect(saved, 303)
    return withdrawn.refusal === 'not-allowed' ? visit.refuse() : answer({ form: withdrawn.refusal })
  }
  if (!mayDecideTarget(visit.actor, form.typed['place'] || null)) return visit.refuse()
  if (!form.ok) return answer(form.errors)
  const added = await addTarget(visit, id, form.data)
  if (added.ok) return c.redirect(saved, 303)
  return added.refusal === 'not-allowed'
    ? visit.refuse()
    : answer({ [fieldOf[added.refusal]]: added.refusal })
}

interface Shown {
  readonly typed?: Typed
  readonly errors?: FieldErrors
  readonly isSaved?: boolean
}

async function show(
  visit: Visit,
  id: string,
  { typed, errors, isSaved = false }: Shown,
): Promise<Response | null> {
  const { locale, page, actor } = visit
  const found = await inTransaction(visit, async (tx) => {
    const municipalities = await municipalitiesOf(tx)
    const reading = await indicatorReading(tx, municipalities, id)
    return reading && { reading, municipalities, targets: await targetsOf(tx, id) }
  })
  if (!found) return null
  const { reading, municipalities, targets } = found
  const { indicator } = reading.series
  const mayDecide = [null, ...municipalities.map(({ code }) => code)].filter((place) =>
    mayDecideTarget(actor, place),
  )
  const standings = new Map(
    targets.map((target) => [
      target.id,
      targetReading(placeValues(reading, target.place), target, indicator).kind,
    ]),
  )
  const title = targetTextsIn(locale).title(inLocale(indicator.name, locale))
  return page(
    { title, ...(errors ? { noindex: true } : {}) },
    <TargetsPage
      indicator={indicator}
      municipalities={municipalities}
      targets={targets}
      standings={standings}
      mayDecide={mayDecide}
      typed={typed ?? {}}
      errors={errors ?? {}}
      saved={isSaved && mayDecide.length > 0}
      locale={locale}
    />,
    errors ? 422 : 200,
  )
}
