import { z } from 'zod'
import { directions, units, type Indicator, type RegionRule } from './indicator.ts'

/** Text that may be left out; a field that was not sent counts as empty. */
function text(longest: number) {
  return z.string().trim().default('').pipe(z.string().max(longest, 'text-too-long'))
}

function required(longest: number, problem: string) {
  return text(longest).pipe(z.string().min(1, problem))
}

function wholeNumber(lowest: number, highest: number, problem: string) {
  return text(6)
    .pipe(z.string().regex(/^\d+$/, problem))
    .transform(Number)
    .pipe(z.number().min(lowest, problem).max(highest, problem))
}

/** An empty choice means none. */
function choice() {
  return z
    .string()
    .trim()
    .default('')
    .transform((chosen) => chosen || null)
}

// The database takes fewer days than the calendar of the form, and no value is published outside these.
const day = z.iso.date('day-invalid').regex(/^(20\d\d|2100)-/, 'day-invalid')

const fields = z.object({
  nameSv: required(120, 'name-missing'),
  nameEn: required(120, 'name-missing'),
  definitionSv: required(1000, 'definition-missing'),
  definitionEn: required(1000, 'definition-missing'),
  methodSv: text(3000),
  methodEn: text(3000),
  howToRetrieveSv: text(3000),
  howToRetrieveEn: text(3000),
  unit: z.enum(units, 'unit-missing'),
  decimals: wholeNumber(0, 4, 'decimals-invalid'),
  direction: z.enum(directions, 'direction-missing'),
  rule: z.enum(['sum', 'weighted-mean', 'none'], 'rule-missing'),
  weight: choice(),
  whySv: text(500),
  whyEn: text(500),
  headline: z
    .union([z.literal('').transform(() => null), wholeNumber(1, 99, 'headline-invalid')], 'headline-invalid')
    .default(null),
  nextPublication: z.union([z.literal('').transform(() => null), day], 'day-invalid').default(null),
  standIn: choice(),
})
type Fields = z.infer<typeof fields>

/** What a coordinator decides about an indicator. */
export type IndicatorDraft = Pick<
  Indicator,
  | 'name'
  | 'definition'
  | 'method'
  | 'howToRetrieve'
  | 'unit'
  | 'decimals'
  | 'direction'
  | 'regionRule'
  | 'headline'
  | 'nextPublication'
  | 'standIn'
>

/** The form that adds and edits an indicator, parsed to what the coordinator decides by it. */
export const IndicatorForm = fields
  .superRefine((form, context) => {
    const lacks = (path: keyof Fields, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if (form.rule === 'weighted-mean' && form.weight === null) lacks('weight', 'weight-missing')
    // A region without a value owes the reader a reason.
    if (form.rule === 'none' && form.whySv === '') lacks('whySv', 'why-missing')
    if (form.rule === 'none' && form.whyEn === '') lacks('whyEn', 'why-missing')
  })
  .transform((form): IndicatorDraft => ({
    name: { sv: form.nameSv, en: form.nameEn },
    definition: { sv: form.definitionSv, en: form.definitionEn },
    method: { sv: form.methodSv, en: form.methodEn },
    howToRetrieve: { sv: form.howToRetrieveSv, en: form.howToRetrieveEn },
    unit: form.unit,
    decimals: form.decimals,
    direction: form.direction,
    regionRule: ruleOf(form),
    headline: form.headline,
    nextPublication: form.nextPublication,
    standIn: form.standIn,
  }))

function ruleOf(form: Fields): RegionRule {
  if (form.rule === 'weighted-mean') return { kind: 'weighted-mean', weight: form.weight ?? '' }
  if (form.rule === 'none') return { kind: 'none', why: { sv: form.whySv, en: form.whyEn } }
  return { kind: 'sum' }
}

/** The part of an indicator that a coordinator decides. */
export function decidedIn(indicator: IndicatorDraft): IndicatorDraft {
  const { name, definition, method, howToRetrieve, unit, decimals, direction } = indicator
  const { regionRule, headline, nextPublication, standIn } = indicator
  const texts = { name, definition, method, howToRetrieve }
  return { ...texts, unit, decimals, direction, regionRule, headline, nextPublication, standIn }
}

/** What stands in the form's fields for an indicator as it is. */
export function typedOf(indicator: IndicatorDraft): Readonly<Record<string, string>> {
  const { regionRule } = indicator
  return {
    nameSv: indicator.name.sv,
    nameEn: indicator.name.en,
    definitionSv: indicator.definition.sv,
    definitionEn: indicator.definition.en,
    methodSv: indicator.method.sv,
    methodEn: indicator.method.en,
    howToRetrieveSv: indicator.howToRetrieve.sv,
    howToRetrieveEn: indicator.howToRetrieve.en,
    unit: indicator.unit,
    decimals: String(indicator.decimals),
    direction: indicator.direction,
    rule: regionRule.kind,
    weight: regionRule.kind === 'weighted-mean' ? regionRule.weight : '',
    whySv: regionRule.kind === 'none' ? regionRule.why.sv : '',
    whyEn: regionRule.kind === 'none' ? regionRule.why.en : '',
    headline: indicator.headline === null ? '' : String(indicator.headline),
    nextPublication: indicator.nextPublication ?? '',
    standIn: indicator.standIn ?? '',
  }
}
