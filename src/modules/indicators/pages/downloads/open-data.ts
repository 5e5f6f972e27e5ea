import { z } from '@hono/zod-openapi'
import type { Municipality } from '#modules/region'
import { missingReasons } from '#modules/statistics'
import { BilingualText } from '#platform/values/bilingual.ts'
import { addressOf } from '#ui/addresses.ts'
import {
  directions,
  koladaIdOf,
  units,
  type IndicatorSeries,
  type Observation,
} from '../../core/indicator.ts'
import type { RegionValue } from '../../core/region-value.ts'
import type { IndicatorReading } from '../../reads.ts'

const Text = z
  .object(BilingualText.shape)
  .openapi('Text', { description: 'The wording in Swedish and in English.' })

/** What has a name in the description must be a choice beside null: `nullable` would be described as never null. */
const orNull = <Schema extends z.ZodType>(schema: Schema) => z.union([schema, z.null()])

const RegionRule = z
  .object({
    kind: z.enum(['sum', 'weighted-mean', 'median', 'group', 'none']),
    weight: z
      .string()
      .nullable()
      .openapi({ description: 'The indicator that weighs; for a weighted mean only.' }),
    group: z.string().nullable().openapi({
      description: 'The group whose own value in the source is the region’s; for `group` only.',
    }),
    why: orNull(Text).openapi({ description: 'Why no value is calculated; for `none` only.' }),
  })
  .openapi('RegionRule', { example: { kind: 'weighted-mean', weight: 'folkmangd', group: null, why: null } })

const Gap = z
  .object({
    kind: z.enum(['no-rule', 'values', 'weights', 'group']).openapi({ description: 'What is lacking.' }),
    there: z.number().int().nullable(),
    of: z.number().int().nullable(),
  })
  .openapi('Gap', { example: { kind: 'values', there: 8, of: 13 } })

const RegionYear = z
  .object({
    year: z.number().int(),
    value: z.number().nullable(),
    preliminary: z
      .boolean()
      .openapi({ description: 'The source of a part or a weight may still change it.' }),
    gap: orNull(Gap),
  })
  .openapi('RegionYear', {
    description: 'The region’s value of a year, or why there is none.',
    example: { year: 2024, value: 3.1, preliminary: false, gap: null },
  })

/** What is said of an indicator in a list and on its own. */
const about = {
  id: z.string().openapi({ example: 'folkmangd' }),
  koladaId: z.string().nullable().openapi({ example: 'N01951' }),
  headline: z
    .number()
    .int()
    .nullable()
    .openapi({ description: 'Its place among the headline indicators.', example: 1 }),
  name: Text,
  definition: Text,
  unit: z.enum(units),
  decimals: z.number().int().openapi({ description: 'How many decimals are shown.', example: 1 }),
  direction: z.enum(directions).openapi({ description: 'Which way is wished for.' }),
  regionRule: RegionRule,
  standIn: z.string().nullable().openapi({ description: 'Shown in its place while it has no values.' }),
  retired: z.boolean(),
  nextPublication: z.iso.date().nullable(),
}

export const IndicatorSummary = z
  .object({
    ...about,
    latestRegionValue: z.object({ year: z.number().int(), value: z.number() }).nullable(),
    href: z.string().openapi({ example: '/api/v1/indicators/folkmangd' }),
  })
  .openapi('IndicatorSummary')

const OpenSource = z
  .object({
    id: z.string(),
    publisher: z.string(),
    title: z.string(),
    url: z.string().nullable(),
    licence: z.string(),
    licenceUrl: z.string().nullable(),
    vintage: z.string(),
    retrievedOn: z
      .string()
      .nullable()
      .openapi({ description: 'A day, a month or a year.', example: '2025-10' }),
    note: Text,
  })
  .openapi('Source')

const OpenObservation = z
  .object({
    municipality: z.string().openapi({ description: 'The municipality code (kommunkod).' }),
    year: z.number().int(),
    value: z.number().nullable(),
    missing: z.enum(missingReasons).nullable().openapi({ description: 'Why there is no value.' }),
    preliminary: z.boolean().openapi({ description: 'The source may still change it.' }),
    source: z.string(),
    retrievedOn: z.string().nullable(),
    note: z.string().nullable(),
  })
  .openapi('Observation', {
    example: {
      municipality: '1440',
      year: 2024,
      value: 32876,
      missing: null,
      preliminary: false,
      source: 'kolada-folkmangd',
      retrievedOn: '2025-10',
      note: null,
    },
  })

const OpenTarget = z
  .object({
    municipality: z.string().nullable().openapi({ description: 'Null for the region.' }),
    year: z.number().int(),
    value: z.number(),
    decidedBy: z.string(),
    decidedOn: z.iso.date(),
  })
  .openapi('Target')

export const OpenMunicipality = z
  .object({ code: z.string(), slug: z.string(), name: z.string() })
  .openapi('Municipality', { example: { code: '1440', slug: 'ale', name: 'Ale' } })

const Weight = z
  .object({ municipality: z.string(), year: z.number().int(), weight: z.number() })
  .openapi('Weight', { example: { municipality: '1440', year: 2024, weight: 32876 } })

/** An indicator with all its values, and all that is needed to judge and recalculate them. */
export const OpenIndicator = z
  .object({
    ...about,
    method: Text,
    howToRetrieve: Text,
    breaks: z
      .array(z.object({ from: z.number().int(), text: Text }))
      .openapi({ description: 'From these years on the values are counted in another way.' }),
    municipalities: z.array(OpenMunicipality),
    sources: z.array(OpenSource),
    observations: z.array(OpenObservation),
    women: z.array(OpenObservation).openapi({
      description: 'The same of women, where the source tells women and men apart; else empty.',
    }),
    men: z.array(OpenObservation),
    targets: z.array(OpenTarget).openapi({ description: 'The targets in force.' }),
    region: z.array(RegionYear),
    regionWeights: z.array(Weight).openapi({
      description: 'The weights that the region’s values are made with; empty but for a weighted mean.',
    }),
    pages: BilingualText,
  })
  .openapi('Indicator')
export type OpenIndicator = z.infer<typeof OpenIndicator>

/** An indicator in a list of them. */
export function summaryOf(
  series: IndicatorSeries,
  region: readonly RegionValue[],
): z.infer<typeof IndicatorSummary> {
  const latest = region.findLast((one) => one.value !== null)
  return {
    ...aboutOf(series),
    latestRegionValue: latest && latest.value !== null ? { year: latest.year, value: latest.value } : null,
    href: `/api/v1/indicators/${series.indicator.id}`,
  }
}

function aboutOf({ indicator }: IndicatorSeries) {
  const { regionRule, retiredAt } = indicator
  return {
    id: indicator.id,
    koladaId: koladaIdOf(indicator),
    headline: indicator.headline,
    name: indicator.name,
    definition: indicator.definition,
    unit: indicator.unit,
    decimals: indicator.decimals,
    direction: indicator.direction,
    regionRule: {
      kind: regionRule.kind,
      weight: regionRule.kind === 'weighted-mean' ? regionRule.weight : null,
      group: regionRule.kind === 'group' ? regionRule.group : null,
      why: regionRule.kind === 'none' ? regionRule.why : null,
    },
    standIn: indicator.standIn,
    retired: retiredAt !== null,
    nextPublication: indicator.nextPublication,
  }
}

function openObservation({
  municipality,
  year,
  value,
  missing,
  isPreliminary,
  source,
  retrievedOn,
  note,
}: Observation): z.infer<typeof OpenObservation> {
  return { municipality, year, value, missing, preliminary: isPreliminary, source, retrievedOn, note }
}

/** The body of an indicator's data file and of its answer in the interface: one shape for both. */
export function openDataOf(
  reading: IndicatorReading,
  municipalities: readonly Municipality[],
): OpenIndicator {
  const { series, region } = reading
  const { indicator } = series
  const isMean = indicator.regionRule.kind === 'weighted-mean'
  return {
    ...aboutOf(series),
    method: indicator.method,
    howToRetrieve: indicator.howToRetrieve,
    breaks: [...indicator.breaks],
    municipalities: municipalities.map(({ code, slug, name }) => ({ code, slug, name })),
    sources: [...series.sources],
    observations: series.observations.map(openObservation),
    women: series.women.map(openObservation),
    men: series.men.map(openObservation),
    targets: series.targets.map(({ place, year, value, decidedBy, decidedOn }) => ({
      municipality: place,
      year,
      value,
      decidedBy,
      decidedOn,
    })),
    region: region.map(({ year, value, isPreliminary, gap }) => ({
      year,
      value,
      preliminary: isPreliminary === true,
      gap: gap && {
        kind: gap.kind,
        there: 'there' in gap ? gap.there : null,
        of: 'of' in gap ? gap.of : null,
      },
    })),
    regionWeights: region.flatMap(({ year, parts }) =>
      isMean
        ? parts.flatMap(({ municipality, weight }) =>
            weight === null ? [] : [{ municipality, year, weight }],
          )
        : [],
    ),
    pages: {
      sv: addressOf('indicator', 'sv', { indicator: indicator.id }),
      en: addressOf('indicator', 'en', { indicator: indicator.id }),
    },
  }
}
