import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { comparisonOf, type Answers, type Predicate, type Rule } from '../../src/modules/rules/index.ts'
import { setting } from './thousand.ts'

/** A published rule engine that was told the same rules, and asked of the same employer. */
export interface Peer {
  readonly name: string
  /** What it says when it does not know. */
  readonly unknown: string
  /** Tells it the rules; answers how it is asked of all of them. */
  readonly load: (rules: readonly Rule[]) => (answers: Answers) => Promise<readonly boolean[]>
}

/** Reads a package from where the engines lie: they are none of ours, and are not installed here. */
type Reads = (name: string) => unknown

/** The engines that lie in a folder's node_modules, outside this repository. */
export function peersIn(folder: string): readonly Peer[] {
  const require = createRequire(join(folder, 'package.json'))
  return [jsonLogic, jsonRulesEngine, publicodes]
    .filter(({ name }) => existsSync(join(folder, 'node_modules', name)))
    .map((make) => make.peer((name): unknown => require(name)))
}

const jsonLogic = {
  name: 'json-logic-js',
  peer: (read: Reads): Peer => ({
    name: 'json-logic-js',
    unknown: 'no',
    load: (rules) => {
      const { apply } = read('json-logic-js') as { apply: (logic: unknown, data: unknown) => unknown }
      const logics = rules.map(logicOf)
      return async (answers) => logics.map((logic) => apply(logic, answers) === true)
    },
  }),
}

function logicOf(rule: Rule): unknown {
  if ('all' in rule) return rule.all.length === 0 ? true : { and: rule.all.map(logicOf) }
  if ('any' in rule) return { or: rule.any.map(logicOf) }
  if ('not' in rule) return { '!': logicOf(rule.not) }
  const compared = comparisonOf(rule)
  if (!compared) return false
  const known = { var: compared.fact }
  const signs = { is: '===', in: 'in', atLeast: '>=', atMost: '<=', above: '>', below: '<' } as const
  return { [signs[compared.by]]: [known, compared.to] }
}

const jsonRulesEngine = {
  name: 'json-rules-engine',
  peer: (read: Reads): Peer => ({
    name: 'json-rules-engine',
    unknown: 'no',
    load: (rules) => {
      const { Engine } = read('json-rules-engine') as {
        Engine: new (
          rules: readonly unknown[],
          options: unknown,
        ) => { run: (facts: unknown) => Promise<{ events: { params: { at: number } }[] }> }
      }
      const told = rules.map((rule, at) => ({
        conditions: { all: [conditionOf(rule)] },
        event: { type: 'fits', params: { at } },
      }))
      const engine = new Engine(told, { allowUndefinedFacts: true })
      return async (answers) => {
        const { events } = await engine.run(answers)
        const fitting = new Set(events.map(({ params }) => params.at))
        return rules.map((_, at) => fitting.has(at))
      }
    },
  }),
}

function conditionOf(rule: Rule): unknown {
  if ('all' in rule) return { all: rule.all.map(conditionOf) }
  if ('any' in rule) return { any: rule.any.map(conditionOf) }
  if ('not' in rule) return { not: conditionOf(rule.not) }
  const compared = comparisonOf(rule)
  if (!compared) return { fact: 'judged', operator: 'equal', value: true }
  const operators = {
    is: 'equal',
    in: 'in',
    atLeast: 'greaterThanInclusive',
    atMost: 'lessThanInclusive',
    above: 'greaterThan',
    below: 'lessThan',
  } as const
  return { fact: compared.fact, operator: operators[compared.by], value: compared.to }
}

interface PublicodesEngine {
  setSituation: (situation: Readonly<Record<string, string>>) => void
  evaluate: (rule: string) => { readonly nodeValue: unknown }
}

const publicodes = {
  name: 'publicodes',
  peer: (read: Reads): Peer => ({
    name: 'publicodes',
    unknown: 'unknown',
    load: (rules) => {
      const { default: Engine } = read('publicodes') as {
        default: new (rules: unknown, options: unknown) => PublicodesEngine
      }
      const quiet = { log: () => undefined, warn: () => undefined, error: () => undefined }
      const facts = Object.fromEntries(
        [...Object.keys(setting.facts), 'judged'].map((name) => [plain(name), { question: name }]),
      )
      const told = Object.fromEntries(rules.map((rule, at) => [`support ${letters(at)}`, codesOf(rule)]))
      const engine = new Engine({ ...facts, ...told }, { logger: quiet })
      return async (answers) => {
        engine.setSituation(situationOf(answers))
        return rules.map((_, at) => engine.evaluate(`support ${letters(at)}`).nodeValue === true)
      }
    },
  }),
}

/** Its names are of small letters alone. */
const plain = (name: string) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
const letters = (at: number) => String(at).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '')

function codesOf(rule: Rule): unknown {
  if ('all' in rule)
    return { 'toutes ces conditions': rule.all.length === 0 ? ['oui'] : rule.all.map(codesOf) }
  if ('any' in rule) return { 'une de ces conditions': rule.any.map(codesOf) }
  if ('not' in rule) throw new Error('No support needs it')
  return codeOf(rule)
}

function codeOf(predicate: Predicate): unknown {
  const compared = comparisonOf(predicate)
  if (!compared) return 'judged = oui'
  const { fact, by, to } = compared
  if (by === 'in')
    return { 'une de ces conditions': (to as readonly string[]).map((one) => `${plain(fact)} = '${one}'`) }
  const signs = { is: '=', atLeast: '>=', atMost: '<=', above: '>', below: '<' } as const
  return `${plain(fact)} ${signs[by]} ${typeof to === 'string' ? `'${to}'` : saidOf(to)}`
}

function saidOf(value: unknown): string {
  return value === true ? 'oui' : value === false ? 'non' : String(value)
}

function situationOf(answers: Answers): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(answers).map(([name, value]) => [
      plain(name),
      typeof value === 'string' ? `'${value}'` : saidOf(value),
    ]),
  )
}
