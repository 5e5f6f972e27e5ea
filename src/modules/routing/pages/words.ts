import { branchesInWords, sizesInWords } from '#modules/companies'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import type { RuledBy } from '../core/route.ts'
import type { RoutingRule } from '../core/rule.ts'
import { questionsOf } from '../core/rules-form.ts'
import type { Topic } from '../core/topic.ts'
import { textsIn } from './texts.ts'

/** What the ids of rules stand for: all topics, those that are retired too. */
export type KnownTopics = readonly Pick<Topic, 'id' | 'name' | 'questions'>[]

/** Why a matter came to a municipality, as it is stored: by rules, or by somebody's hand. */
export type Because = RuledBy | { readonly by: 'person'; readonly reason: string }

/** What a matter must be for a rule to fit, in a line. */
export function conditionsInWords(rule: RoutingRule, topics: KnownTopics, locale: Locale): string {
  const { rule: texts } = textsIn(locale)
  const either = (names: readonly string[]) => names.join(` ${texts.or} `)
  const nameOf = (id: string) => {
    const known = topics.find((topic) => topic.id === id)
    return known ? inLocale(known.name, locale) : id
  }
  const questions = questionsOf(topics)
  const answers = Object.entries(rule.answers).map(([id, chosen]) => {
    const question = questions.find((one) => one.id === id)
    const names = chosen.map((choice) => {
      const known = question?.choices.find((one) => one.id === choice)
      return known ? inLocale(known.text, locale) : choice
    })
    return texts.answer(question ? inLocale(question.text, locale) : id, either(names))
  })
  const [branches, sizes] = [branchesInWords(locale), sizesInWords(locale)]
  const said = [
    rule.topics.length > 0 ? texts.topic(either(rule.topics.map(nameOf))) : '',
    ...answers,
    rule.localities.length > 0 ? texts.locality(either(rule.localities)) : '',
    rule.sizes.length > 0 ? texts.size(either(rule.sizes.map((size) => sizes[size]))) : '',
    rule.branches.length > 0
      ? texts.branch(either(rule.branches.map((letter) => branches[letter] ?? letter)))
      : '',
  ].filter((words) => words !== '')
  return said.length > 0 ? said.join('; ') : texts.everything
}

interface Around {
  readonly topics: KnownTopics
  /** The version of the municipality's rules that holds now; null where there is none. */
  readonly version: number | null
  /** The name of whose hand it was. */
  readonly by: string | null
}

/** Why a matter came to a municipality, in plain words, also when the rules have changed since. */
export function becauseInWords(because: Because, around: Around, locale: Locale): readonly string[] {
  const { because: texts } = textsIn(locale)
  if (because.by === 'person') return [texts.person(around.by ?? texts.someone, because.reason)]
  const { rule, version, undecided = false } = because
  if (rule === null || version === null) return [undecided ? texts.noDesk : texts.onlyDesk]
  const reason = undecided
    ? texts.several(version)
    : texts.rule(conditionsInWords(rule, around.topics, locale), version)
  const isChanged = around.version !== null && around.version !== version
  return [reason, ...(isChanged ? [texts.changed(around.version)] : [])]
}
