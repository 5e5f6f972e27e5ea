import { Hono, type Context as Request } from 'hono'
import { z } from 'zod'
import { colleaguesIn, inTransaction, type Colleague, type Visit, type VisitEnv } from '#modules/accounts'
import type { Municipality } from '#modules/region'
import type { Tx } from '#platform/database/connection.ts'
import { readForm, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { addressOf, bothAddresses, savedMark } from '#ui/addresses.ts'
import { closeDesk, type CloseDeskRefusal } from '../actions/close-desk.ts'
import { writeDesk, type WriteDeskRefusal } from '../actions/write-desk.ts'
import { CloseDeskForm, DeskForm, seenDesk } from '../core/desk.ts'
import { maySetDesks } from '../core/policy.ts'
import { desksOf, type PlacedDesk } from '../desk-store.ts'
import type { KeptMatters } from '../kept-matters.ts'
import { DeskFormPage } from './desk-form.tsx'
import { closedMark, municipalityIn } from './hall-routes.tsx'
import { textsIn } from './texts.ts'

/** Opening a desk, changing one, and closing one. */
export function deskRoutes(keptMatters: KeptMatters): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  for (const page of ['openDesk', 'editDesk'] as const) {
    routes.on('GET', bothAddresses(page), async (c) => {
      const visit = c.get('visit')
      const found = await inTransaction(visit, (tx) => deskAt(tx, c, keptMatters))
      if (!found) return c.notFound()
      if (!maySetDesks(visit.actor, found.municipality.code)) return visit.refuse()
      return formPage(visit, found, { typed: typedDesk(found.desk) }, 200)
    })

    routes.on('POST', bothAddresses(page), async (c) => {
      const visit = c.get('visit')
      const found = await inTransaction(visit, (tx) => deskAt(tx, c, keptMatters))
      if (!found) return c.notFound()
      if (!maySetDesks(visit.actor, found.municipality.code)) return visit.refuse()
      const form = await readForm(c.req, AnyForm)
      return found.desk && form.typed['do'] === 'close'
        ? closing(c, found, keptMatters, found.desk)
        : writing(c, found, keptMatters)
    })
  }

  return routes
}

const AnyForm = z.object({})

interface Found {
  readonly municipality: Municipality
  readonly desk: PlacedDesk | null
  readonly others: readonly PlacedDesk[]
  readonly colleagues: readonly Colleague[]
  readonly standing: number
}

/** What the form of a desk shows; null where there is no such desk. */
async function deskAt(
  tx: Tx,
  c: Request<VisitEnv, string>,
  { standingAt }: KeptMatters,
): Promise<Found | null> {
  const municipality = await municipalityIn(tx, c)
  if (!municipality) return null
  const { code } = municipality
  const open = (await desksOf(tx, code)).filter(({ closedAt }) => closedAt === null)
  const id = c.req.param('desk')
  const desk = open.find((one) => one.id === id) ?? null
  if (id !== undefined && !desk) return null
  return {
    municipality,
    desk,
    others: open.filter((one) => one.id !== id),
    colleagues: await colleaguesIn(tx, code),
    standing: desk ? await standingAt(tx, code, desk.id) : 0,
  }
}

function typedDesk(desk: PlacedDesk | null): Typed {
  if (!desk) return {}
  const { name, owner, deputy } = desk
  return { name, owner: owner ?? '', deputy: deputy ?? '', seen: seenDesk(desk) }
}

async function writing(
  c: Request<VisitEnv, string>,
  found: Found,
  keptMatters: KeptMatters,
): Promise<Response> {
  const visit = c.get('visit')
  const { municipality, desk } = found
  const form = await readForm(c.req, DeskForm)
  if (!form.ok) return formPage(visit, found, form, 422)
  const written = await writeDesk(
    visit,
    { municipality: municipality.code, desk: desk?.id ?? null },
    form.data,
  )
  if (written.ok) return c.redirect(`${hallHref(visit, municipality)}?${savedMark}`, 303)
  switch (written.refusal) {
    case 'not-allowed':
      return visit.refuse()
    case 'desk-unknown':
      return c.notFound()
    case 'changed-meanwhile': {
      const now = await inTransaction(visit, (tx) => deskAt(tx, c, keptMatters))
      if (!now?.desk) return c.notFound()
      const typed = { ...form.typed, seen: seenDesk(now.desk) }
      return formPage(visit, now, { typed, isConflict: true }, 409)
    }
    case 'name-taken':
    case 'owner-not-here':
    case 'deputy-not-here':
      return formPage(visit, found, { typed: form.typed, errors: errorOf(written.refusal) }, 422)
  }
}

async function closing(
  c: Request<VisitEnv, string>,
  found: Found,
  keptMatters: KeptMatters,
  desk: PlacedDesk,
): Promise<Response> {
  const visit = c.get('visit')
  const { municipality } = found
  const form = await readForm(c.req, CloseDeskForm)
  if (!form.ok) return formPage(visit, found, form, 422)
  // The reason is kept with the matters; the people of the network work in Swedish.
  const reason = textsIn('sv').desk.closedBecause
  const asked = { municipality: municipality.code, desk: desk.id, to: form.data.to }
  const closed = await closeDesk(visit, asked, { keptMatters, reason })
  if (closed.ok) return c.redirect(`${hallHref(visit, municipality)}?${closedMark}`, 303)
  if (closed.refusal === 'not-allowed') return visit.refuse()
  if (closed.refusal === 'desk-unknown') return c.notFound()
  const typed = { ...typedDesk(desk), to: form.typed['to'] ?? '' }
  return formPage(visit, found, { typed, errors: errorOf(closed.refusal) }, 422)
}

function hallHref({ locale }: Visit, { slug }: Municipality): string {
  return addressOf('desksOf', locale, { municipality: slug })
}

/** Each refusal stands at the field that is to be mended. */
function errorOf(
  refusal: Exclude<WriteDeskRefusal | CloseDeskRefusal, 'not-allowed' | 'desk-unknown' | 'changed-meanwhile'>,
): FieldErrors {
  const fields: Record<typeof refusal, string> = {
    'name-taken': 'name',
    'owner-not-here': 'owner',
    'deputy-not-here': 'deputy',
    'rules-name-it': 'close',
    'matters-stand-there': 'to',
    'to-unknown': 'to',
  }
  return { [fields[refusal]]: refusal }
}

interface Shown {
  readonly typed: Typed
  readonly errors?: FieldErrors
  readonly isConflict?: boolean
}

function formPage(
  visit: Visit,
  found: Found,
  { typed, errors = {}, isConflict = false }: Shown,
  status: 200 | 409 | 422,
): Response {
  const { desk: texts } = textsIn(visit.locale)
  const title = found.desk ? `${texts.edit}: ${found.desk.name}` : texts.add(found.municipality.name)
  return visit.page(
    { title, noindex: true },
    <DeskFormPage {...found} {...{ typed, errors, isConflict }} locale={visit.locale} />,
    status,
  )
}
