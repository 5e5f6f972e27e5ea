import type { Locale } from '#platform/values/locale.ts'
import { Table } from '#ui/table.tsx'
import type { RoutingRule } from '../core/rule.ts'
import { textsIn } from './texts.ts'
import { conditionsInWords, type KnownTopics } from './words.ts'

/** What the ids in rules stand for, and the reader's language. */
export interface RuleWords {
  readonly topics: KnownTopics
  readonly desks: readonly { readonly id: string; readonly name: string; readonly closedAt: Date | null }[]
  readonly locale: Locale
}

/** The name of a desk; of one that is closed or gone, that it is. */
export function deskName(id: string, { desks, locale }: Pick<RuleWords, 'desks' | 'locale'>): string {
  const desk = desks.find((one) => one.id === id)
  return desk && desk.closedAt === null ? desk.name : textsIn(locale).rule.closedDesk(desk?.name ?? id)
}

/** Rules in words: what each asks, and where it leads. */
export function RulesTable({ rules, ...words }: RuleWords & { readonly rules: readonly RoutingRule[] }) {
  const { hall: texts } = textsIn(words.locale)
  return (
    <Table
      caption={texts.rules}
      captionHidden
      rows={rules.map((rule, at) => ({ rule, at }))}
      rowKey={({ at }) => String(at)}
      columns={[
        {
          label: texts.conditions,
          cell: ({ rule }) => conditionsInWords(rule, words.topics, words.locale),
        },
        { label: texts.to, cell: ({ rule }) => deskName(rule.desk, words) },
      ]}
    />
  )
}

/** Rules in words as a list, each with where it leads. */
export function RulesList({ rules, ...words }: RuleWords & { readonly rules: readonly RoutingRule[] }) {
  return (
    <ul>
      {rules.map((rule, at) => (
        <li key={at}>
          {conditionsInWords(rule, words.topics, words.locale)} → {deskName(rule.desk, words)}
        </li>
      ))}
    </ul>
  )
}
