import { inTransaction, type Visit } from '#modules/accounts'
import { municipalitiesOf } from '#modules/region'
import { allTopicsOf } from '#modules/routing'
import { inLocale } from '#platform/values/locale.ts'
import { releases, type Release } from '../../figure-store.ts'
import { sentencesOf } from '../../sentence-store.ts'
import { figureTextsIn } from './texts.ts'

/** What has been told of the matters, with the names of what stands in it. */
export interface ReadFigures {
  /** The latest first. */
  readonly releases: readonly Release[]
  /** The one that is read; null while nothing has been told. */
  readonly release: Release | null
  readonly sentences: readonly string[]
  readonly topicName: (id: string) => string
  readonly municipalityName: (code: string) => string
}

/** How an address asks for a period, by its first day, in each language. */
export const periodName = { sv: 'fran', en: 'from' } as const

/** Reads the period that is asked for, else the latest; what is no period asks nothing. */
export async function readFigures(
  visit: Visit,
  query: (name: string) => string | undefined,
): Promise<ReadFigures> {
  const { locale } = visit
  const asked = query(periodName.sv) ?? query(periodName.en)
  return inTransaction(visit, async (tx) => {
    const all = await releases(tx)
    const topics = await allTopicsOf(tx)
    const municipalities = await municipalitiesOf(tx)
    return {
      releases: all,
      release: all.find(({ from }) => from === asked) ?? all[0] ?? null,
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
