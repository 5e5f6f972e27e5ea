import { z } from 'zod'
import type { CompanySize } from '#modules/companies'
import type { RoutingRule } from './rule.ts'
import type { Topic } from './topic.ts'

export const longest = { reason: 300, locality: 60 } as const
const most = { rules: 100, localities: 40 } as const

/** What the rules of a municipality can be made of. */
export interface RuleChoices {
  readonly topics: readonly Pick<Topic, 'id' | 'questions'>[]
  readonly sizes: readonly CompanySize[]
  readonly branches: readonly string[]
  /** The ids of the open desks. */
  readonly desks: readonly string[]
}

type Form = Readonly<Record<string, string>>

/** The rows of a form, in their order; a row keeps its number while it is written in. */
export function rowsOf(form: Form): readonly number[] {
  return Object.keys(form)
    .flatMap((name) => /^row-(\d{1,4})$/.exec(name)?.[1] ?? [])
    .map(Number)
    .toSorted((a, b) => a - b)
}

/** Each question of any topic, once, with all choices that it has in one of them. */
export function questionsOf(topics: RuleChoices['topics']): Topic['questions'] {
  const byId = Map.groupBy(
    topics.flatMap(({ questions }) => questions),
    ({ id }) => id,
  )
  return [...byId.values()].flatMap(([first, ...others]) => {
    if (!first) return []
    const choices = [first, ...others].flatMap((question) => question.choices)
    return { ...first, choices: [...new Map(choices.map((choice) => [choice.id, choice])).values()] }
  })
}

/** The names of a row's boxes to tick. */
export const boxes = {
  topic: (row: number, topic: string) => `topic-${row}.${topic}`,
  size: (row: number, size: string) => `size-${row}.${size}`,
  branch: (row: number, branch: string) => `branch-${row}.${branch}`,
  answer: (row: number, question: string, choice: string) => `answer-${row}.${question}.${choice}`,
} as const

/** The rules as a form has them before anybody has typed. */
export function typedRules(rules: readonly RoutingRule[]): Form {
  return Object.fromEntries(
    rules.flatMap((rule, at): readonly (readonly [string, string])[] => {
      const row = at + 1
      return [
        [`row-${row}`, ''],
        [`localities-${row}`, rule.localities.join(', ')],
        [`desk-${row}`, rule.desk],
        ...allTicked(rule.topics.map((topic) => boxes.topic(row, topic))),
        ...allTicked(rule.sizes.map((size) => boxes.size(row, size))),
        ...allTicked(rule.branches.map((branch) => boxes.branch(row, branch))),
        ...allTicked(
          Object.entries(rule.answers).flatMap(([question, choices]) =>
            choices.map((choice) => boxes.answer(row, question, choice)),
          ),
        ),
      ]
    }),
  )
}

function allTicked(names: readonly string[]): readonly (readonly [string, string])[] {
  return names.map((name) => [name, 'on'])
}

/** What stands in a row: a rule, perhaps without a desk yet. */
export function ruleIn(form: Form, row: number, { topics, sizes, branches }: RuleChoices): RoutingRule {
  const isTicked = (name: string) => form[name] !== undefined
  const answers = questionsOf(topics).flatMap(({ id, choices }) => {
    const ticked = choices.filter((choice) => isTicked(boxes.answer(row, id, choice.id)))
    return ticked.length > 0 ? [[id, ticked.map((choice) => choice.id)] as const] : []
  })
  return {
    topics: topics.flatMap(({ id }) => (isTicked(boxes.topic(row, id)) ? [id] : [])),
    localities: localitiesIn(form[`localities-${row}`] ?? ''),
    sizes: sizes.filter((size) => isTicked(boxes.size(row, size))),
    branches: branches.filter((branch) => isTicked(boxes.branch(row, branch))),
    answers: Object.fromEntries(answers),
    desk: (form[`desk-${row}`] ?? '').trim(),
  }
}

/** A form without the rows that somebody has ticked to be removed, and without those that nobody wrote in. */
function keptRows(form: Form, choices: RuleChoices): readonly number[] {
  return rowsOf(form).filter(
    (row) => form[`remove-${row}`] === undefined && !isEmpty(ruleIn(form, row, choices)),
  )
}

function isEmpty({ topics, localities, sizes, branches, answers, desk }: RoutingRule): boolean {
  const asked = [topics, localities, sizes, branches, Object.keys(answers)]
  return desk === '' && asked.every((list) => list.length === 0)
}

/** The schema of the form in which a municipality's rules are written: row by row, whatever is ticked and written. */
export function rulesForm(choices: RuleChoices) {
  return z.record(z.string(), z.string()).transform((form, context) => {
    const rows = keptRows(form, choices)
    const rules = rows.map((row) => ruleIn(form, row, choices))
    const problems = rows.flatMap((row, at) => problemsOf(row, rules[at], choices))
    const why = (form['why'] ?? '').trim()
    if (rows.length > most.rules) problems.push(['form', 'too-many-rules'])
    if ([...why].length > longest.reason) problems.push(['why', 'text-too-long'])
    for (const [field, message] of problems) context.addIssue({ code: 'custom', path: [field], message })
    return {
      rules,
      why,
      /** The version that the form was filled in against; one that is broken is none. */
      version: Number(/^\d{1,9}$/.exec(form['version'] ?? '')?.[0] ?? 0),
      /** The rules that were tried last, as `triedMark` has them. */
      tried: form['tried'] ?? '',
    }
  })
}
export type RulesForm = z.infer<ReturnType<typeof rulesForm>>

/** What a form carries along to show that just these rules have been tried, against just that version. */
export function triedMark({ version, rules }: Pick<RulesForm, 'version' | 'rules'>): string {
  return JSON.stringify([version, rules])
}

function problemsOf(row: number, rule: RoutingRule | undefined, { desks }: RuleChoices): [string, string][] {
  if (!rule) return []
  const { desk, localities } = rule
  const problems: [string, string][] = []
  if (desk === '') problems.push([`desk-${row}`, 'desk-missing'])
  else if (!desks.includes(desk)) problems.push([`desk-${row}`, 'desk-closed'])
  const field = `localities-${row}`
  if (localities.length > most.localities) problems.push([field, 'too-many-localities'])
  else if (localities.some((word) => [...word].length > longest.locality))
    problems.push([field, 'locality-too-long'])
  else if (localities.some((word) => !/[\p{L}\p{N}]/u.test(word)))
    problems.push([field, 'locality-without-letters'])
  return problems
}

function localitiesIn(text: string): readonly string[] {
  const words = text.split(/[,;\n]/).map((word) => word.replace(/\s+/g, ' ').trim())
  return [...new Set(words.filter((word) => word !== ''))]
}
