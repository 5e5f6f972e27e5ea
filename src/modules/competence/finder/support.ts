import { z } from 'zod'
import {
  compile,
  faultsIn,
  Formula,
  formulaFault,
  regionsOf,
  Rule,
  type Compiled,
  type Fault,
  type FormulaFault,
  type Setting,
  type Truth,
  type Waiting,
} from '#modules/rules'
import type { IsoDay } from '#platform/values/dates.ts'
import { SupportShape, type Example } from '../core/support.ts'
import { placeTextsEn } from './place-texts.en.ts'
import { placeTextsSv } from './place-texts.sv.ts'

/** What a support says, its rule and its amounts read. */
export const Support = SupportShape.extend({
  rule: Rule,
  amounts: z.array(SupportShape.shape.amounts.element.extend({ formula: Formula })).max(6),
}).superRefine(({ opens, closes }, context) => {
  if (opens !== null && closes !== null && closes < opens)
    context.addIssue({ code: 'custom', path: ['closes'], message: 'closes-before-opening' })
})
export type Support = z.infer<typeof Support>

/** A support as it stands in the catalogue. */
export interface Listed {
  readonly id: string
  readonly giver: { readonly id: string; readonly name: string }
  readonly content: Support
  /** When the version that holds was confirmed; null for what was planted. */
  readonly since: Date | null
  /** When somebody last found it right at its source. */
  readonly checkedOn: IsoDay | null
  /** Whether that was one of those who give it; else it was the network's coordinator. */
  readonly isCheckedByGiver: boolean
  /** Whether its own page answered; null where nobody has asked it. */
  readonly isReached: boolean | null
}

/** A support made ready to be asked. */
export interface Asked extends Waiting {
  readonly support: Listed
}

/** The whole rule of a support: its track, where it is given, and its own conditions. */
export function wholeRule(
  { tracks: own, places, rule }: Pick<Support, 'tracks' | 'places' | 'rule'>,
  setting: Setting,
): Rule {
  const [track, ...others] = own
  const onTrack: Rule[] =
    track === undefined || others.length > 0
      ? []
      : [
          {
            fact: 'purpose',
            is: track,
            because: { sv: placeTextsSv.track[track], en: placeTextsEn.track[track] },
          },
        ]
  const inPlace = places.length === 0 ? [] : [placeRule(places, setting)]
  return { all: [...onTrack, ...inPlace, ...('all' in rule ? rule.all : [rule])] }
}

function placeRule(places: readonly string[], { facts }: Setting): Rule {
  const fact = facts['municipality']
  const all = fact?.kind === 'choice' ? fact.values : []
  const inside = all.filter((code) => places.some((place) => code.startsWith(place)))
  const because = {
    sv: placeTextsSv.place(places.map((place) => placeTextsSv.counties[place] ?? place)),
    en: placeTextsEn.place(places.map((place) => placeTextsEn.counties[place] ?? place)),
  }
  return { fact: 'municipality', in: inside.length === 0 ? ['none'] : inside, because }
}

/** Makes a support ready. */
export function asked(support: Listed, setting: Setting): Asked {
  const rule = wholeRule(support.content, setting)
  return { support, compiled: compile(rule, setting), regions: regionsOf(rule, setting) }
}

/** What is wrong with a support's rule and amounts, by path: `rule.all.2`, `amounts.0`. */
export function supportFaults(
  { rule, amounts }: Pick<Support, 'rule' | 'amounts'>,
  setting: Setting,
): readonly { readonly path: string; readonly fault: Fault['fault'] | FormulaFault }[] {
  const ofRule = faultsIn(rule, setting).map(({ path, fault }) => ({
    path: path === '' ? 'rule' : `rule.${path}`,
    fault,
  }))
  const ofAmounts = amounts.flatMap(({ formula }, at) => {
    const fault = formulaFault(formula, setting)
    return fault === null ? [] : [{ path: `amounts.${at}`, fault }]
  })
  return [...ofRule, ...ofAmounts]
}

/** An example, and what the rule says of it. */
export interface Tried {
  readonly example: Example
  readonly answer: Truth
}

/** What a support's rule says of its own examples. */
export function triedExamples(compiled: Compiled, examples: readonly Example[]): readonly Tried[] {
  return examples.map((example) => ({ example, answer: compiled.answer(example.answers) }))
}
