import { inTransaction, type Visit } from '#modules/accounts'
import { closedDaysOf, ownDaysOf } from '#modules/matters'
import { municipalitiesOf } from '#modules/region'
import { allTopicsOf } from '#modules/routing'
import { inLocale } from '#platform/values/locale.ts'
import { workingDaysBetween } from '#platform/values/working-days.ts'
import { figuresOf, type YearFigures } from '../../core/figures.ts'
import { countsOf, daysOf, yearsOf } from '../../figure-store.ts'
import { sentencesOf } from '../../sentence-store.ts'
import { figureTextsIn } from './texts.ts'

/** The public figures of a period, with the names of what stands in them. */
export interface ReadFigures extends YearFigures {
  readonly years: readonly number[]
  readonly year: number
  readonly quarter: number | null
  readonly isExample: boolean
  readonly sentences: readonly string[]
  readonly topicName: (id: string) => string
  readonly municipalityName: (code: string) => string
}

/** How an address asks for a period, in each language. */
export const periodNames = {
  sv: { year: 'ar', quarter: 'kvartal' },
  en: { year: 'year', quarter: 'quarter' },
} as const

/** Reads the period that is asked for, else the latest year; what is no period asks nothing. */
export async function readFigures(
  visit: Visit,
  query: (name: string) => string | undefined,
): Promise<ReadFigures> {
  const { locale } = visit
  const { sv, en } = periodNames
  const said = (part: 'year' | 'quarter') => Number(query(sv[part]) ?? query(en[part]))
  return inTransaction(visit, async (tx) => {
    const known = await yearsOf(tx)
    const years = known.map(({ year }) => year)
    const year = years.find((one) => one === said('year')) ?? years[0] ?? visit.now.getUTCFullYear()
    const quarter = [1, 2, 3, 4].find((one) => one === said('quarter')) ?? null
    const closed = await closedDaysOf(tx, visit.networkId)
    const days = await daysOf(tx, year, (from, to, municipality) =>
      workingDaysBetween(from, to, ownDaysOf(closed, municipality)),
    )
    const topics = await allTopicsOf(tx)
    const municipalities = await municipalitiesOf(tx)
    return {
      ...figuresOf(await countsOf(tx, year), days, quarter),
      years,
      year,
      quarter,
      isExample: known.some(({ isExample }) => isExample),
      sentences: (await sentencesOf(tx)).map(({ text }) => text),
      topicName: (id) => {
        const topic = topics.find((one) => one.id === id)
        return topic ? inLocale(topic.name, locale) : id
      },
      municipalityName: (code) =>
        code === ''
          ? figureTextsIn(locale).municipalities.nobody
          : (municipalities.find((one) => one.code === code)?.name ?? code),
    }
  })
}
