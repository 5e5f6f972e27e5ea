import { Hono } from 'hono'
import { inTransaction, type VisitEnv } from '#modules/accounts'
import { figureOf } from '#modules/disclosure'
import { municipalitiesOf } from '#modules/region'
import { conceptVersion } from '#modules/skills'
import { attachmentHeaders } from '#platform/http/attachment.ts'
import { csvText } from '#platform/values/csv.ts'
import { dayOf } from '#platform/values/dates.ts'
import { addressOf, bothAddresses, savedMark } from '#ui/addresses.ts'
import { demandLines } from '../core/demand.ts'
import { oneEach } from '../core/one-each.ts'
import { mayPool, maySeeNeeds } from '../core/policy.ts'
import { latestSnapshot, shownBatches } from '../demand-store.ts'
import { standingNeeds } from '../store.ts'
import { DemandPage } from './demand-page.tsx'
import { InsidePage } from './inside-page.tsx'
import type { NeedSetting } from './setting.ts'
import { textsIn } from './texts.ts'
import { fieldInWords, placeInWords, skillNames } from './words.ts'

/** The demand, for everybody; and the needs, for those who work with the companies. */
export function demandRoutes({ concepts }: NeedSetting): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('needs'), async (c) => {
    const visit = c.get('visit')
    const { locale, actor, page } = visit
    const { snapshot, batches, municipalities } = await inTransaction(visit, async (tx) => ({
      snapshot: await latestSnapshot(tx),
      batches: await shownBatches(tx),
      municipalities: await municipalitiesOf(tx),
    }))
    const choice = { field: c.req.query('field') ?? '', place: c.req.query('place') ?? '' }
    const lines = demandLines(batches, choice, figureOf)
    const names = await skillNames(
      concepts,
      lines.flatMap(({ skill }) => skill ?? []),
    )
    const { title, description } = textsIn(locale).demand
    return page(
      { title, description },
      <DemandPage
        {...{ snapshot, lines, choice, names }}
        inside={maySeeNeeds(actor) ? addressOf('needsInside', locale) : null}
        reader={{ locale, municipalities, fields: await concepts.fields() }}
      />,
    )
  })

  routes.on('GET', bothAddresses('demandCsv'), async (c) => {
    const visit = c.get('visit')
    const { snapshot, batches, municipalities } = await inTransaction(visit, async (tx) => ({
      snapshot: await latestSnapshot(tx),
      batches: await shownBatches(tx),
      municipalities: await municipalitiesOf(tx),
    }))
    const reader = { locale: visit.locale, municipalities, fields: await concepts.fields() }
    const names = await skillNames(
      concepts,
      batches.flatMap(({ told }) => told[0]?.[1] ?? []),
    )
    const rows = batches.map(({ told: [skill = [], place = [], time = []], ...told }) => [
      skill[0] === undefined ? '' : fieldInWords(skill[0], reader),
      skill[1] ?? '',
      skill[1] === undefined ? '' : (names.get(skill[1]) ?? ''),
      place[0] ?? '',
      place[0] === undefined ? '' : placeInWords(place[0], reader),
      time[0] ?? '',
      told.givers,
      told.people,
      told.holdsBack ? 'yes' : '',
      told.begunOn,
      snapshot?.onDay ?? '',
      conceptVersion,
    ])
    return c.body(csvText([csvHeadings, ...rows]), 200, attachmentHeaders('kompetensbehov.csv', 'text/csv'))
  })

  routes.on('GET', bothAddresses('needsInside'), async (c) => {
    const visit = c.get('visit')
    const { locale, actor, page, refuse, now } = visit
    if (!maySeeNeeds(actor)) return refuse()
    const { statements, municipalities } = await inTransaction(visit, async (tx) => ({
      statements: await standingNeeds(tx, dayOf(now)),
      municipalities: await municipalitiesOf(tx),
    }))
    return page(
      { title: textsIn(locale).inside.title, noindex: true },
      <InsidePage
        needs={oneEach(statements)}
        mayPool={mayPool(actor)}
        isSaved={c.req.query(savedMark) !== undefined}
        reader={{ locale, municipalities, fields: await concepts.fields() }}
      />,
    )
  })
  return routes
}

const csvHeadings = [
  'field',
  'concept',
  'skill',
  'municipality',
  'municipality name',
  'half-year',
  'companies',
  'people, to the nearest five',
  'most are held back',
  'shown since',
  'snapshot',
  'taxonomy',
]
