import { z } from 'zod'
import { BreakRows, typedBreaks } from './break-rows.ts'
import { required, text, wholeNumber, wholeNumberOrNone } from './form-fields.ts'
import { directions, groupId, units, type Indicator, type RegionRule } from './indicator.ts'
import { countsPeople } from './joined.ts'

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
  fewest: wholeNumberOrNone(2, 100, 'fewest-invalid'),
  rule: z.enum(['sum', 'weighted-mean', 'median', 'group', 'none'], 'rule-missing'),
  weight: choice(),
  group: text(20),
  whySv: text(500),
  whyEn: text(500),
  headline: wholeNumberOrNone(1, 99, 'headline-invalid'),
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
  | 'fewest'
  | 'breaks'
  | 'regionRule'
  | 'headline'
  | 'nextPublication'
  | 'standIn'
>

/** The form that adds and edits an indicator, parsed to what the coordinator decides by it. */
export const IndicatorForm = z
  .intersection(fields, BreakRows)
  .superRefine((form, context) => {
    const lacks = (path: keyof Fields, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if (form.fewest !== null && !countsPeople(form.unit)) lacks('fewest', 'fewest-not-people')
    if (form.rule === 'weighted-mean' && form.weight === null) lacks('weight', 'weight-missing')
    if (form.rule === 'group' && !groupId.test(form.group)) lacks('group', 'group-invalid')
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
    fewest: form.fewest,
    breaks: form.breaks,
    regionRule: ruleOf(form),
    headline: form.headline,
    nextPublication: form.nextPublication,
    standIn: form.standIn,
  }))

function ruleOf(form: Fields): RegionRule {
  if (form.rule === 'weighted-mean') return { kind: 'weighted-mean', weight: form.weight ?? '' }
  if (form.rule === 'median') return { kind: 'median' }
  if (form.rule === 'group') return { kind: 'group', group: form.group }
  if (form.rule === 'none') return { kind: 'none', why: { sv: form.whySv, en: form.whyEn } }
  return { kind: 'sum' }
}

/** The part of an indicator that a coordinator decides. */
export function decidedIn(indicator: IndicatorDraft): IndicatorDraft {
  const { name, definition, method, howToRetrieve, unit, decimals, direction } = indicator
  const { fewest, breaks, regionRule, headline, nextPublication, standIn } = indicator
  const texts = { name, definition, method, howToRetrieve }
  const reading = { unit, decimals, direction, fewest, breaks }
  return { ...texts, ...reading, regionRule, headline, nextPublication, standIn }
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
    fewest: indicator.fewest === null ? '' : String(indicator.fewest),
    ...typedBreaks(indicator.breaks),
    rule: regionRule.kind,
    weight: regionRule.kind === 'weighted-mean' ? regionRule.weight : '',
    group: regionRule.kind === 'group' ? regionRule.group : '',
    whySv: regionRule.kind === 'none' ? regionRule.why.sv : '',
    whyEn: regionRule.kind === 'none' ? regionRule.why.en : '',
    headline: indicator.headline === null ? '' : String(indicator.headline),
    nextPublication: indicator.nextPublication ?? '',
    standIn: indicator.standIn ?? '',
  }
}
