import { indicatorReadings, numberText, type HeadlineReading } from '#modules/indicators'
import { frameworkOf, type GoalBranch, numbered, type Programme, treeOf } from '#modules/programme'
import { municipalitiesOf } from '#modules/region'
import { inTransaction, type Context } from '#modules/accounts'
import { inLocale, type Locale } from '#platform/values/locale.ts'

/** The programme as a tree, in the reader's language. */
export interface ToldTree {
  readonly name: string
  readonly vision: string
  /** What to know before believing it; null where it is decided. */
  readonly proposal: string | null
  readonly goals: readonly {
    readonly id: string
    readonly name: string
    readonly areas: readonly {
      readonly id: string
      readonly name: string
      readonly interventions: readonly {
        readonly id: string
        readonly name: string
        /** Each with the region's latest value where there is one. */
        readonly indicators: readonly string[]
      }[]
    }[]
  }[]
}

/** Reads the tree; null where the network has no programme. */
export async function readTree(
  context: Pick<Context, 'db' | 'networkId' | 'asOf'>,
  locale: Locale,
): Promise<ToldTree | null> {
  return inTransaction({ ...context, actor: null }, async (tx) => {
    const framework = await frameworkOf(tx)
    const { programme } = framework
    if (!programme) return null
    const tree = treeOf(framework)
    const ids = tree.flatMap(({ areas }) =>
      areas.flatMap(({ interventions }) => interventions.flatMap(({ indicators }) => indicators)),
    )
    const readings = await indicatorReadings(tx, await municipalitiesOf(tx), [...new Set(ids)])
    return toldTree(programme, tree, readings, locale)
  })
}

function toldTree(
  programme: Programme,
  tree: readonly GoalBranch[],
  readings: readonly HeadlineReading[],
  locale: Locale,
): ToldTree {
  const told = new Map(readings.map((one) => [one.indicator.id, indicatorText(one, locale)]))
  return {
    name: inLocale(programme.name, locale),
    vision: inLocale(programme.vision, locale),
    proposal: programme.isProposal ? inLocale(programme.proposalNote, locale) : null,
    goals: tree.map(({ goal, areas }) => ({
      id: goal.id,
      name: inLocale(goal.name, locale),
      areas: areas.map(({ area, interventions }) => ({
        id: area.id,
        name: inLocale(area.name, locale),
        interventions: interventions.map((one) => ({
          id: one.id,
          name: numbered(one, locale),
          indicators: one.indicators.flatMap((id) => told.get(id) ?? []),
        })),
      })),
    })),
  }
}

/** `Sysselsatta 20–64 år: 81,7 % (2023)`. A stand-in's value never stands under another's name. */
function indicatorText({ indicator, shown, reading }: HeadlineReading, locale: Locale): string {
  const name = inLocale(indicator.name, locale)
  return reading.kind === 'value' && shown.id === indicator.id
    ? `${name}: ${numberText(reading.value, indicator, locale)} (${reading.year})`
    : name
}
