import { Hono } from 'hono'
import { inTransaction, type Visit, type VisitEnv } from '#modules/accounts'
import { frameworkOf } from '#modules/programme'
import { readForm, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { bothAddresses, savedMark } from '#ui/addresses.ts'
import { mapNodes, type MappingRefusal } from '../actions/map-nodes.ts'
import { MappingForm } from '../core/mapping-form.ts'
import { mayWriteAdoption } from '../core/policy.ts'
import { proposalsFor } from '../core/proposal.ts'
import { treeIn } from '../tree-store.ts'
import { formTextsIn } from './form-texts.ts'
import { MappingPage } from './mapping-page.tsx'
import { mappingAsked, mappingHref } from './mapping-query.ts'
import { adoptionAt, placeOf, type Asking } from './places.ts'

/** Saying which shared intervention each node of a tree answers to. */
export function mappingRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('adoptedMapping'), async (c) => {
    const visit = c.get('visit')
    const count = /^\d{1,4}$/.exec(c.req.query(savedMark) ?? '')?.[0]
    return mappingPage(visit, c, { typed: {}, errors: {}, saved: count === undefined ? null : Number(count) })
  })

  routes.on('POST', bothAddresses('adoptedMapping'), async (c) => {
    const visit = c.get('visit')
    const found = await inTransaction(visit, (tx) => adoptionAt(tx, c))
    if (!found) return c.notFound()
    if (!mayWriteAdoption(visit.actor, found.municipality.code)) return visit.refuse()
    const form = await readForm(c.req, MappingForm)
    if (!form.ok) return mappingPage(visit, c, { ...form, saved: null })
    const mapped = await mapNodes(visit, placeOf(found.adoption), form.data)
    if (mapped.ok) {
      const asked = mappingAsked((name) => c.req.query(name))
      // What was mapped is out of the list of those that are not: what is left begins at the first page again.
      const next = asked.onlyOpen ? { ...asked, page: 1 } : asked
      const address = mappingHref(found.municipality, found.adoption.version, next, visit.locale)
      return c.redirect(`${address}${address.includes('?') ? '&' : '?'}${savedMark}=${mapped.value}`, 303)
    }
    const { refusal } = mapped
    if (refusal === 'not-allowed') return visit.refuse()
    if (typeof refusal === 'string') return c.notFound()
    return mappingPage(visit, c, { typed: form.typed, errors: errorsOf(refusal), saved: null })
  })

  return routes
}

function errorsOf({ why, nodes }: MappingRefusal): FieldErrors {
  const error = why === 'changed-meanwhile' ? 'node-changed' : why
  return Object.fromEntries(nodes.map((node) => [`fit-${node}`, error]))
}

interface Filled {
  readonly typed: Typed
  readonly errors: FieldErrors
  readonly saved: number | null
}

async function mappingPage(visit: Visit, c: Asking, { typed, errors, saved }: Filled): Promise<Response> {
  const shown = await inTransaction(visit, async (tx) => {
    const found = await adoptionAt(tx, c)
    if (!found) return null
    const { adoption, versions } = found
    const before = versions.findLast(({ version }) => version < adoption.version)
    const earlier = before && (await treeIn(tx, placeOf(before)))
    return {
      ...found,
      mapped: await treeIn(tx, placeOf(adoption)),
      before: earlier ? { nodes: earlier.tree.nodes, mappings: earlier.mappings } : null,
      interventions: (await frameworkOf(tx)).interventions,
    }
  })
  if (!shown) return c.notFound()
  const { municipality, adoption, mapped, interventions, before } = shown
  if (!mayWriteAdoption(visit.actor, municipality.code)) return visit.refuse()
  const live = interventions.filter(({ retiredAt }) => retiredAt === null)
  const isConflict = Object.values(errors).includes('node-changed')
  return visit.page(
    { title: `${formTextsIn(visit.locale).mapping.title}: ${adoption.name}`, noindex: true },
    <MappingPage
      municipality={municipality}
      adoption={adoption}
      mapped={mapped}
      interventions={interventions}
      proposals={proposalsFor(mapped.tree.nodes, live, before)}
      asked={mappingAsked((name) => c.req.query(name))}
      typed={isConflict ? seenAnew(typed, mapped.mappings, errors) : typed}
      errors={errors}
      saved={saved}
      locale={visit.locale}
    />,
    isConflict ? 409 : Object.keys(errors).length > 0 ? 422 : 200,
  )
}

/** From here on the writer has seen what somebody else said of those nodes: the form carries it, and may say otherwise. */
function seenAnew(
  typed: Typed,
  mappings: ReadonlyMap<number, { readonly said: number }>,
  errors: FieldErrors,
): Typed {
  const seen = Object.keys(errors).map((field): [string, string] => {
    const node = field.replace(/^fit-/, '')
    return [`seen-${node}`, String(mappings.get(Number(node))?.said ?? 0)]
  })
  return { ...typed, ...Object.fromEntries(seen) }
}
