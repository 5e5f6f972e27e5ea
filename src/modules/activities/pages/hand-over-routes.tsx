import { Hono, type Context as Request } from 'hono'
import { z } from 'zod'
import {
  colleaguesIn,
  inTransaction,
  namesOf,
  type Actor,
  type Colleague,
  type VisitEnv,
} from '#modules/accounts'
import { readerOf, type Reader } from '#modules/programme'
import type { Tx } from '#platform/database/connection.ts'
import { readForm, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { inLocale } from '#platform/values/locale.ts'
import { addressOf, bothAddresses, savedMark } from '#ui/addresses.ts'
import { handedOverBy, handOver } from '../actions/hand-over.ts'
import { maySeeHandOver } from '../core/policy.ts'
import { handoversFrom } from '../handover-store.ts'
import { pictureOf, type Picture } from '../reads.ts'
import { HandOverNote, type HandedOver } from './hand-over-note.tsx'
import { HandOverPage, type HeldShown } from './hand-over-page.tsx'
import { textsIn } from './texts.ts'
import { waitingIn } from './waiting.ts'

const AnyForm = z.object({}).catchall(z.string())

/** All that is somebody's, passed on in one form; and the note of it to print. */
export function handOverRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('handOver'), async (c) => shownPage(c, {}))

  routes.on('POST', bothAddresses('handOver'), async (c) => {
    const visit = c.get('visit')
    const form = await readForm(c.req, AnyForm)
    const person = personIn(c)
    if (person === null) return c.notFound()
    const handed = await handOver(visit, person, form.typed)
    if (handed.ok) {
      const back = addressOf('handOver', visit.locale, { person })
      return c.redirect(`${back}?${savedMark}=${handed.value}`, 303)
    }
    if (handed.refusal === 'not-allowed') return visit.refuse()
    if (handed.refusal === 'changed-meanwhile')
      return shownPage(c, { typed: form.typed, isOvertaken: true, status: 409 })
    return shownPage(c, { typed: form.typed, errors: handed.refusal.errors, status: 422 })
  })

  routes.on('GET', bothAddresses('handOverNote'), async (c) => {
    const visit = c.get('visit')
    const found = await asked(c)
    if (found instanceof Response) return found
    const { person, held, onlySeen, handedOver, reader } = found
    return visit.page(
      { title: textsIn(visit.locale).note.title(person.name), noindex: true },
      <HandOverNote
        person={person}
        handedOver={handedOver}
        remaining={[...held, ...onlySeen]}
        reader={reader}
      />,
    )
  })

  return routes
}

type Asking = Request<VisitEnv>

function personIn(c: Asking): string | null {
  const id = z.uuid().safeParse(c.req.param('person'))
  return id.success ? id.data : null
}

interface Sent {
  readonly typed?: Typed
  readonly errors?: FieldErrors
  readonly isOvertaken?: boolean
  readonly status?: 409 | 422
}

async function shownPage(c: Asking, { typed = {}, errors = {}, isOvertaken = false, status }: Sent) {
  const visit = c.get('visit')
  const found = await asked(c)
  if (found instanceof Response) return found
  const saved = /^\d{1,4}$/.exec(c.req.query(savedMark) ?? '')?.[0]
  const { person, held, onlySeen, takers, reader } = found
  return visit.page(
    { title: textsIn(visit.locale).handOver.title(person.name), noindex: true },
    <HandOverPage
      {...{ person, held, onlySeen, takers, typed, errors, isOvertaken, reader }}
      saved={saved === undefined ? null : Number(saved)}
    />,
    status ?? 200,
  )
}

/** What the pages of one person's hand-over show, or the answer to who may not see it. */
async function asked(c: Asking) {
  const visit = c.get('visit')
  const { actor } = visit
  const person = personIn(c)
  if (person === null) return c.notFound()
  if (!actor || !maySeeHandOver(actor, person)) return visit.refuse()
  const reader = await readerOf(visit)
  const found = await inTransaction(visit, (tx) => foundOf(tx, actor, person, reader))
  return found ? { ...found, reader } : c.notFound()
}

async function foundOf(tx: Tx, actor: Actor, id: string, reader: Reader) {
  const name = (await namesOf(tx, [id])).get(id)
  if (name === undefined) return null
  const picture = await pictureOf(tx, reader.today)
  const { held, onlySeen } = await handedOverBy(tx, actor, id)
  const takers = new Map<string, readonly Colleague[]>()
  for (const code of new Set(held.map(({ municipality }) => municipality.code))) {
    const colleagues = await colleaguesIn(tx, code)
    takers.set(
      code,
      colleagues.filter((one) => one.id !== id),
    )
  }
  const shown = (one: (typeof held)[number]): HeldShown => ({
    held: one,
    waiting: waitingIn(one, picture, reader),
  })
  return {
    person: { id, name },
    held: held.map(shown),
    onlySeen: onlySeen.map(shown),
    takers,
    handedOver: (await handoversFrom(tx, id)).map((handover) => handedOverOf(handover, picture, reader)),
  }
}

function handedOverOf(handover: HandedOver['handover'], picture: Picture, reader: Reader): HandedOver {
  const { grid, activities } = picture
  const municipality = grid.municipalities.find(({ code }) => code === handover.municipality)
  const intervention = grid.interventions.find(({ id }) => id === handover.thing)
  const name =
    handover.kind === 'activity'
      ? activities.find(({ id }) => id === handover.thing)?.title
      : intervention && inLocale(intervention.name, reader.locale)
  return {
    handover,
    name: name ?? handover.thing,
    municipality: municipality?.name ?? handover.municipality,
    waiting: municipality ? waitingIn({ ...handover, municipality }, picture, reader) : [],
  }
}
