import { Hono } from 'hono'
import { inTransaction, type Visit, type VisitEnv } from '#modules/accounts'
import { choicesOf } from '#modules/indicators'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { addressOf, bothAddresses, savedMark } from '#ui/addresses.ts'
import { partOf, type Framework } from '../core/framework.ts'
import { mayEditFramework } from '../core/policy.ts'
import { frameworkOf } from '../framework-store.ts'
import { partPatterns, placeHref, placeOf, type Place } from './framework-addresses.ts'
import { FrameworkPage } from './framework-page.tsx'
import { saveFramework } from './framework-saving.ts'
import { frameworkTextsIn } from './framework-texts.ts'
import { typedForNew, typedFromPart } from './framework-typed.ts'
import { headTitleOf, PartPage, type KnownPart } from './part-page.tsx'

/** The framework as its coordinator edits it: goals, areas, interventions, the programme as a whole. */
export function frameworkRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('framework'), async (c) => {
    const visit = c.get('visit')
    if (!mayEditFramework(visit.actor).may) return visit.refuse()
    const shown = await frameworkShown(visit)
    return visit.page(
      { title: frameworkTextsIn(visit.locale).title, noindex: true },
      <FrameworkPage {...shown} locale={visit.locale} isSaved={c.req.query(savedMark) !== undefined} />,
    )
  })

  routes.on('GET', partPatterns(), async (c) => {
    const visit = c.get('visit')
    if (!mayEditFramework(visit.actor).may) return visit.refuse()
    const place = placeOf(c.req.param('kind'), c.req.param('part'))
    return place
      ? ((await partPage(visit, place, { typed: null, errors: {} })) ?? c.notFound())
      : c.notFound()
  })

  routes.on('POST', partPatterns(), async (c) => {
    const visit = c.get('visit')
    if (!mayEditFramework(visit.actor).may) return visit.refuse()
    const place = placeOf(c.req.param('kind'), c.req.param('part'))
    if (!place) return c.notFound()
    const saving = await saveFramework(visit, place, c.req)
    switch (saving.kind) {
      case 'saved':
        return c.redirect(`${addressOf('framework', visit.locale)}?${savedMark}`, 303)
      case 'not-allowed':
        return visit.refuse()
      case 'part-unknown':
        return c.notFound()
      case 'changed-meanwhile':
        return (
          (await partPage(visit, place, {
            typed: saving.typed,
            errors: { version: saving.kind },
            isConflict: true,
          })) ?? c.notFound()
        )
      case 'errors':
        return (await partPage(visit, place, saving)) ?? c.notFound()
    }
  })

  return routes
}

async function frameworkShown(visit: Visit) {
  return inTransaction(visit, async (tx) => ({
    framework: await frameworkOf(tx),
    indicators: await choicesOf(tx),
  }))
}

interface Filled {
  /** Null to show the part as it stands. */
  readonly typed: Typed | null
  readonly errors: FieldErrors
  readonly isConflict?: boolean
}

async function partPage(visit: Visit, place: Place, filled: Filled): Promise<Response | null> {
  const { errors, isConflict = false } = filled
  const shown = await frameworkShown(visit)
  const { locale } = visit
  const part = knownPart(shown.framework, place)
  const known =
    place.id === null
      ? typedForNew(shown.framework, place.kind)
      : typedFromPart(shown.framework, place.kind, place.id)
  if (known === null) return null
  return visit.page(
    { title: headTitleOf({ kind: place.kind, part, locale }), noindex: true },
    <PartPage
      {...shown}
      kind={place.kind}
      part={part}
      action={placeHref(place, locale)}
      typed={typedOver(known, filled)}
      isConflict={isConflict}
      errors={errors}
      locale={locale}
    />,
    isConflict ? 409 : Object.keys(errors).length > 0 ? 422 : 200,
  )
}

function typedOver(known: Typed, { typed, isConflict = false }: Filled): Typed {
  if (!typed) return known
  // From here on the coordinator is told of the other version: the form carries it, and may replace it.
  return isConflict ? { ...typed, version: known['version'] ?? '' } : typed
}

function knownPart(framework: Framework, place: Place): KnownPart | null {
  if (place.id === null) return null
  if (place.kind === 'programme')
    return framework.programme && { id: 'programme', name: framework.programme.name, retiredAt: null }
  return partOf(framework, place.kind, place.id) ?? null
}
