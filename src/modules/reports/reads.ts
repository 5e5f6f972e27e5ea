import { inTransaction, type Context } from '#modules/accounts'
import { closedRounds, frozenRound } from '#modules/follow-up'
import { toldIndicators } from '#modules/indicators'
import { cellGrid, changesBetween, frameworkOf, gapsOf, treeOf } from '#modules/programme'
import { municipalitiesOf, type Municipality } from '#modules/region'
import { dayOf, type IsoDay } from '#platform/values/dates.ts'
import type { Tx } from '#platform/database/connection.ts'
import type { Bilingual } from '#platform/values/locale.ts'
import { reportOf, type Occasion, type Report } from './core/report.ts'

interface Wanted {
  /** The municipality's word in addresses; null for the region. */
  readonly slug: string | null
  readonly occasion: Occasion
  readonly since: { readonly day: IsoDay; readonly at: Date } | null
}

/** The frozen rounds as what a report can be of, the latest first. */
export async function roundOccasions(tx: Tx): Promise<readonly Occasion[]> {
  return (await closedRounds(tx)).map(({ id, name, frozenAt }) => ({
    word: id,
    title: name,
    day: dayOf(frozenAt),
    at: frozenAt,
  }))
}

/** A report, and the municipalities that its charts stand in. */
export interface ReadReport {
  readonly report: Report
  readonly municipalities: readonly Municipality[]
}

/**
 * Reads a report in transactions that speak for nobody, one of the day and one of the day it is compared with: a report holds what is public, whoever asks for it, and no
 * name. Null for a municipality that the network does not have.
 */
export async function readReport(
  { db, networkId }: Pick<Context, 'db' | 'networkId'>,
  network: Bilingual,
  { slug, occasion, since }: Wanted,
): Promise<ReadReport | null> {
  const nobody = { db, networkId, actor: null }
  const part = slug === null ? {} : { municipalitySlug: slug }
  const then = since && (await inTransaction({ ...nobody, asOf: since.at }, async (tx) => cellGrid(tx, part)))
  return inTransaction({ ...nobody, asOf: occasion.at ?? undefined }, async (tx) => {
    const municipalities = await municipalitiesOf(tx)
    const place = municipalities.find((one) => one.slug === slug) ?? null
    if (slug !== null && place === null) return null
    const grid = await cellGrid(tx, part)
    const framework = await frameworkOf(tx)
    const report = reportOf({
      network,
      municipality: place && { code: place.code, slug: place.slug, name: place.name },
      occasion,
      programme: framework.programme,
      vocabulary: framework.statuses,
      tree: treeOf(framework),
      grid,
      gaps: gapsOf(grid, occasion.day),
      round: occasion.title ? await frozenRound(tx, occasion.word) : null,
      changes:
        then && since
          ? {
              since: since.day,
              cells: changesBetween(then, grid).flatMap(({ changes }) => changes),
            }
          : null,
      indicators: await toldIndicators(tx, municipalities, place),
    })
    return { report, municipalities }
  })
}
