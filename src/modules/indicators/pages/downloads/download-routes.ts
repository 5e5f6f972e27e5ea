import { Hono, type Context as Request } from 'hono'
import { inTransaction, type Visit, type VisitEnv } from '#modules/accounts'
import { municipalitiesOf, type Municipality } from '#modules/region'
import { workbookType } from '#platform/http/workbook.ts'
import type { Locale } from '#platform/values/locale.ts'
import { bothAddresses, type PageName } from '#ui/addresses.ts'
import { allIndicatorReadings, indicatorReading, type IndicatorReading } from '../../reads.ts'
import { csvOf } from './csv.ts'
import { datasetOf } from './json-stat.ts'
import { openDataOf } from './open-data.ts'
import { indicatorWorkbook } from './xlsx.ts'

/** What a file is made of. */
interface Found {
  readonly readings: readonly IndicatorReading[]
  readonly municipalities: readonly Municipality[]
  readonly locale: Locale
  /** All indicators are in it, even if there is only one. */
  readonly isAll: boolean
}

type File = string | Uint8Array<ArrayBuffer>

interface FileKind {
  readonly one: PageName
  readonly all: PageName
  readonly ending: string
  readonly type: string
  /** Null where what there is cannot be said in this format. */
  readonly write: (found: Found) => File | null | Promise<File>
}

const kinds: readonly FileKind[] = [
  {
    one: 'indicatorCsv',
    all: 'allCsv',
    ending: 'csv',
    type: 'text/csv; charset=utf-8; header=present',
    write: ({ readings, municipalities }) =>
      csvOf(
        readings.map(({ series }) => series),
        municipalities,
      ),
  },
  {
    one: 'indicatorJson',
    all: 'allJson',
    ending: 'json',
    type: 'application/json; charset=utf-8',
    write: ({ readings, municipalities, isAll }) => {
      const all = readings.map((reading) => openDataOf(reading, municipalities))
      return inJson(isAll ? { indicators: all } : all[0])
    },
  },
  {
    one: 'indicatorXlsx',
    all: 'allXlsx',
    ending: 'xlsx',
    type: workbookType,
    write: async ({ readings, municipalities, locale }) =>
      indicatorWorkbook(readings, municipalities, locale),
  },
  {
    one: 'indicatorJsonStat',
    all: 'allJsonStat',
    ending: 'json-stat.json',
    type: 'application/json; charset=utf-8',
    write: ({ readings, municipalities, locale, isAll }) => {
      const all = readings.flatMap(({ series }) => datasetOf(series, municipalities, locale) ?? [])
      if (isAll) return inJson({ version: '2.0', class: 'collection', link: { item: all } })
      return all[0] ? inJson(all[0]) : null
    },
  },
]

function inJson(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`
}

/** The figures as files: of one indicator, or of all. */
export function downloadRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  for (const kind of kinds) {
    routes.on('GET', bothAddresses(kind.all), async (c) => answer(c, kind, await allOf(c.get('visit'))))
    routes.on('GET', bothAddresses(kind.one), async (c) =>
      answer(c, kind, await oneOf(c.get('visit'), c.req.param('indicator') ?? '')),
    )
  }
  return routes
}

async function answer(
  c: Request<VisitEnv, string>,
  { write, type, ending }: FileKind,
  found: Found | null,
): Promise<Response> {
  const file = found && (await write(found))
  if (!found || file === null) return c.notFound()
  const [first] = found.readings
  const name = found.isAll || !first ? c.get('visit').network.slug : first.series.indicator.id
  return c.body(file, 200, {
    'Content-Type': type,
    // The name is an indicator's own word, or the network's, which hold nothing but a–z, digits and hyphens.
    'Content-Disposition': `attachment; filename="${name}.${ending}"`,
  })
}

async function oneOf(visit: Visit, id: string): Promise<Found | null> {
  return inTransaction(visit, async (tx) => {
    const municipalities = await municipalitiesOf(tx)
    const reading = await indicatorReading(tx, municipalities, id)
    return reading && { readings: [reading], municipalities, locale: visit.locale, isAll: false }
  })
}

async function allOf(visit: Visit): Promise<Found> {
  return inTransaction(visit, async (tx) => {
    const municipalities = await municipalitiesOf(tx)
    const readings = await allIndicatorReadings(tx, municipalities)
    return { readings, municipalities, locale: visit.locale, isAll: true }
  })
}
