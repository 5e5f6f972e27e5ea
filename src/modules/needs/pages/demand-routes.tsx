import { Hono } from 'hono'
import { inTransaction, type VisitEnv } from '#modules/accounts'
import { figureOf } from '#modules/disclosure'
import { municipalitiesOf } from '#modules/region'
import { conceptVersion, type Concepts } from '#modules/skills'
import { attachmentHeaders } from '#platform/http/attachment.ts'
import { csvText, type CsvRow } from '#platform/values/csv.ts'
import { dayOf } from '#platform/values/dates.ts'
import { addressOf, bothAddresses, savedMark } from '#ui/addresses.ts'
import { demandLines, type DemandBatch } from '../core/demand.ts'
import { isConfirmed, withSeveralSenders } from '../core/need.ts'
import { oneEach } from '../core/one-each.ts'
import { mayPool, maySeeNeeds } from '../core/policy.ts'
import { latestSnapshot, shownBatches } from '../demand-store.ts'
import { standingNeeds } from '../store.ts'
import { DemandPage } from './demand-page.tsx'
import { InsidePage } from './inside-page.tsx'
import type { Asking, NeedSetting } from './setting.ts'
import { textsIn } from './texts.ts'
import { fieldInWords, placeInWords, skillNames, type Reader } from './words.ts'

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
    const groups = await concepts.groups()
    const lines = demandLines(batches, choice, (skill) => groups.get(skill), figureOf)
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

  routes.on('GET', bothAddresses('demandCsv'), async (c) => demandFile(c, concepts))

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
        confirmed={new Set(oneEach(statements.filter(isConfirmed)).map(({ unit }) => unit))}
        doubted={withSeveralSenders(statements)}
        mayPool={mayPool(actor)}
        isSaved={c.req.query(savedMark) !== undefined}
        reader={{ locale, municipalities, fields: await concepts.fields() }}
      />,
    )
  })
  return routes
}

/** All batches as they are told, one a row. */
async function demandFile(c: Asking, concepts: Concepts): Promise<Response> {
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
  const rows = batches.map((batch) => rowOf(batch, { reader, names, onDay: snapshot?.onDay ?? '' }))
  return c.body(csvText([csvHeadings, ...rows]), 200, attachmentHeaders('kompetensbehov.csv', 'text/csv'))
}

interface Naming {
  readonly reader: Reader
  readonly names: ReadonlyMap<string, string>
  readonly onDay: string
}

function rowOf(batch: DemandBatch, { reader, names, onDay }: Naming): CsvRow {
  const [told = [], [place = ''] = [], [halfYear = ''] = []] = batch.told
  const [field = '', skill = ''] = told
  return [
    field && fieldInWords(field, reader),
    skill,
    names.get(skill) ?? '',
    place,
    place && placeInWords(place, reader),
    halfYear,
    batch.givers,
    batch.people,
    batch.holdsBack ? 'yes' : '',
    batch.begunOn,
    onDay,
    conceptVersion,
  ]
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
