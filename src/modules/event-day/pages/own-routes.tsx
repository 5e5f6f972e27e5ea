import { Hono } from 'hono'
import { z } from 'zod'
import { asKeyHolder, inTransaction, type VisitEnv } from '#modules/accounts'
import { doorAddress } from '#modules/roundtable'
import { readForm } from '#platform/http/form.ts'
import { addressOf, bothAddresses, savedMark } from '#ui/addresses.ts'
import { sayAtTable } from '../actions/say-attendance.ts'
import { seatsOf } from '../core/my-seat.ts'
import { standing } from '../core/timetable.ts'
import { ownDay } from '../reads.ts'
import { HostPage } from './host-page.tsx'
import { SeatPage } from './seat-page.tsx'
import { textsIn } from './texts.ts'
import { keyIn, type DaySetting } from './words.ts'

const AtTable = z.object({ participant: z.uuid(), is: z.enum(['here', 'absent']) })

/** What a participant's key opens on the day: their own seat, and the table that they are host of. */
export function ownRoutes(setting: DaySetting): Hono<VisitEnv> {
  return new Hono<VisitEnv>().route('/', seatRoutes(setting)).route('/', hostRoutes(setting))
}

function seatRoutes({ origin }: DaySetting): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('mySeat'), async (c) => {
    const visit = c.get('visit')
    const key = keyIn(c)
    const own = await inTransaction(asKeyHolder(visit, key), ownDay)
    if (!own) return c.notFound()
    const { day, self, code } = own
    const { locale, now } = visit
    return visit.page(
      { title: textsIn(locale).seat.title, noindex: true },
      <SeatPage
        day={day}
        self={self}
        seats={day.hall && seatsOf(self.id, day.hall)}
        code={code}
        checkIn={doorAddress(origin, day.event.id, code)}
        ownKey={key}
        now={now}
        locale={locale}
      />,
    )
  })

  return routes
}

function hostRoutes({ hostNotes }: DaySetting): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('hostTable'), async (c) => {
    const visit = c.get('visit')
    const { locale, now } = visit
    const key = keyIn(c)
    const holder = asKeyHolder(visit, key)
    const own = await inTransaction(holder, ownDay)
    if (!own) return c.notFound()
    const { day, self } = own
    const table = day.tables.find(({ hostId }) => hostId === self.id)?.id ?? null
    const { current, next } = standing(day.times, now)
    const shown = current ?? next
    const round = (shown ?? day.times.at(-1))?.round
    const notes =
      hostNotes && table !== null && round !== undefined
        ? await hostNotes(holder, day.event, table, round)
        : null
    return visit.page(
      { title: textsIn(locale).host.title(table ?? ''), noindex: true },
      <HostPage
        day={day}
        self={self}
        table={table}
        shown={shown}
        notes={notes}
        ownKey={key}
        isSaved={c.req.query(savedMark) !== undefined}
        now={now}
        locale={locale}
      />,
    )
  })

  routes.on('POST', bothAddresses('hostTable'), async (c) => {
    const visit = c.get('visit')
    const key = keyIn(c)
    const form = await readForm(c.req, AtTable)
    const page = addressOf('hostTable', visit.locale, { key })
    // A press that names nobody, or somebody who has been moved since, shows who sits there now.
    if (!form.ok) return c.redirect(page, 303)
    const { participant, is } = form.data
    const outcome = await sayAtTable(visit, key, { participant, isHere: is === 'here' })
    if (!outcome.ok && outcome.refusal === 'key-unknown') return c.notFound()
    return c.redirect(outcome.ok ? `${page}?${savedMark}` : page, 303)
  })

  return routes
}
