import { z } from 'zod'
import { mixes, type Demand, type SeatRule } from './demand.ts'

export const ruleKinds = [
  'together',
  'apart',
  'meet',
  'own',
  'count',
  'different',
  'colleagues-apart',
  'wish',
] as const satisfies readonly Demand['rule'][]

/** How many people a rule of several may name in the form. */
export const personNumbers = [1, 2, 3, 4, 5, 6, 7, 8] as const
export const longest = { reason: 300, owner: 100 } as const

const kindNames = ['leadership', 'company', 'guest', 'host'] as const
type Typed = Readonly<Record<string, string>>
type Say = (field: string, message: string) => void

/** A rule as a form says it; the messages are names of reasons. */
export const RuleForm = z
  .object({ rule: z.enum(ruleKinds) })
  .catchall(z.string())
  .transform((form, context): Omit<SeatRule, 'key'> => {
    const typed = form as Typed
    const say: Say = (field, message) =>
      context.issues.push({ code: 'custom', path: [field], message, input: typed[field] })
    const demand = demandIn(form.rule, typed, say)
    const weight = weightIn(form.rule, typed, say)
    const reason = textIn(typed, 'reason', longest.reason, say)
    const owner = textIn(typed, 'owner', longest.owner, say)
    return { demand: demand ?? { rule: 'colleagues-apart' }, weight, reason, owner }
  })

function demandIn(rule: Demand['rule'], typed: Typed, say: Say): Demand | undefined {
  switch (rule) {
    case 'meet':
      return pairIn(typed, say)
    case 'apart':
    case 'together':
      return severalIn(rule, typed, say)
    case 'colleagues-apart':
      return { rule }
    case 'own':
      return ownIn(typed, say)
    case 'count': {
      const kind = kindNames.find((one) => one === typed['kind']) ?? 'leadership'
      return { rule, kind, times: rangeIn(typed, say) }
    }
    case 'different':
      return {
        rule,
        by: mixes.find((one) => one === typed['by']) ?? 'municipality',
        times: rangeIn(typed, say),
      }
    case 'wish':
      return wishIn(typed, say)
  }
}

function pairIn(typed: Typed, say: Say): Demand | undefined {
  const one = said(typed, 'person-1')
  const other = said(typed, 'person-2')
  if (one === '') say('person-1', 'person-missing')
  if (other === '') say('person-2', 'person-missing')
  if (one !== '' && one === other) say('person-2', 'same-person')
  return { rule: 'meet', people: [one, other] }
}

function severalIn(rule: 'apart' | 'together', typed: Typed, say: Say): Demand | undefined {
  const people = personNumbers.map((number) => said(typed, `person-${number}`)).filter(Boolean)
  const all = [...new Set(people)]
  if (all.length < 2) say('person-1', 'people-too-few')
  return { rule, people: all }
}

function ownIn(typed: Typed, say: Say): Demand | undefined {
  const times = wholeIn(typed, 'times', say)
  if (times === undefined) {
    if (said(typed, 'times') === '') say('times', 'number-wrong')
    return undefined
  }
  const mode = typed['mode']
  return {
    rule: 'own',
    times: {
      ...(mode !== 'most' && { atLeast: times }),
      ...(mode !== 'least' && { atMost: times }),
    },
  }
}

function rangeIn(typed: Typed, say: Say): { readonly atLeast?: number; readonly atMost?: number } {
  const atLeast = wholeIn(typed, 'atLeast', say)
  const atMost = wholeIn(typed, 'atMost', say)
  if (said(typed, 'atLeast') === '' && said(typed, 'atMost') === '') say('atLeast', 'range-missing')
  if (atLeast !== undefined && atMost !== undefined && atLeast > atMost) say('atMost', 'range-empty')
  return { ...(atLeast !== undefined && { atLeast }), ...(atMost !== undefined && { atMost }) }
}

function wishIn(typed: Typed, say: Say): Demand | undefined {
  const person = said(typed, 'person-1')
  const theme = said(typed, 'theme')
  if (person === '') say('person-1', 'person-missing')
  if (theme === '') say('theme', 'theme-missing')
  return { rule: 'wish', person, theme }
}

function weightIn(rule: Demand['rule'], typed: Typed, say: Say): number | null {
  if (rule !== 'wish' && typed['strength'] !== 'weighs') return null
  const text = said(typed, 'weight').replace(',', '.')
  const weight = text === '' && rule === 'wish' ? 1 : Number(text)
  if (text !== '' && weight >= 0.1 && weight <= 1000) return weight
  if (text === '' && rule === 'wish') return 1
  say('weight', 'weight-wrong')
  return null
}

function wholeIn(typed: Typed, field: string, say: Say): number | undefined {
  const text = said(typed, field)
  if (text === '') return undefined
  if (/^\d{1,4}$/.test(text) && Number(text) <= 1000) return Number(text)
  say(field, 'number-wrong')
  return undefined
}

function textIn(typed: Typed, field: string, limit: number, say: Say): string {
  const text = said(typed, field)
  if ([...text].length > limit) say(field, 'text-too-long')
  return text
}

function said(typed: Typed, field: string): string {
  return (typed[field] ?? '').trim()
}

/** A rule as the form shows it, to be changed. */
export function typedRule({ demand, weight, reason, owner }: SeatRule): Typed {
  return {
    rule: demand.rule,
    reason,
    owner,
    strength: weight === null ? 'must' : 'weighs',
    weight: weight === null ? '' : String(weight),
    ...demandTyped(demand),
  }
}

function demandTyped(demand: Demand): Typed {
  switch (demand.rule) {
    case 'meet':
    case 'apart':
    case 'together':
      return Object.fromEntries(demand.people.map((person, at) => [`person-${at + 1}`, person]))
    case 'colleagues-apart':
      return {}
    case 'own': {
      const { atLeast, atMost } = demand.times
      const mode = atLeast === undefined ? 'most' : atMost === undefined ? 'least' : 'exactly'
      return { mode, times: String(atMost ?? atLeast ?? '') }
    }
    case 'count':
      return { kind: demand.kind, ...rangeTyped(demand.times) }
    case 'different':
      return { by: demand.by, ...rangeTyped(demand.times) }
    case 'wish':
      return { 'person-1': demand.person, theme: demand.theme }
  }
}

function rangeTyped({
  atLeast,
  atMost,
}: {
  readonly atLeast?: number | undefined
  readonly atMost?: number | undefined
}): Typed {
  return { atLeast: String(atLeast ?? ''), atMost: String(atMost ?? '') }
}
