import type { ComponentChildren } from 'preact'
import { formatDay } from '#platform/values/dates.ts'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Card } from '#ui/card.tsx'
import { Tag } from '#ui/notice.tsx'
import { helps, isStale, opensNext, type State } from '../core/support.ts'
import type { Listed } from '../finder/support.ts'
import { textsIn } from './texts.ts'

interface SupportCardProps {
  readonly support: Listed
  readonly state: State
  readonly today: string
  /** The answers that its page is to know of. */
  readonly query?: string
  readonly level?: 2 | 3
  readonly locale: Locale
  readonly children?: ComponentChildren
}

/** A support among others: its name, who gives it, how it stands, and what the page has to say of it. */
export function SupportCard({
  support,
  state,
  today,
  query = '',
  level = 3,
  locale,
  children,
}: SupportCardProps) {
  const texts = textsIn(locale)
  const { id, content, giver } = support
  const next = state === 'not-yet' ? opensNext(content, today) : null
  return (
    <Card
      title={inLocale(content.name, locale)}
      href={`${addressOf('support', locale, { support: id })}${query}`}
      titleLevel={level}
      tags={
        <>
          {state !== 'open' && (
            <Tag tone="warning">
              {next === null ? texts.states[state] : texts.support.opensAgain(formatDay(next, locale))}
            </Tag>
          )}
          {helps
            .filter((help) => content.helps.includes(help))
            .map((help) => (
              <Tag key={help}>{texts.helps[help]}</Tag>
            ))}
        </>
      }
      footer={
        <>
          <span lang="sv">{giver.name}</span>
          {isStale(support, today) && (
            <p class="source">
              {content.asOf === null ? texts.find.stale : texts.find.old(formatDay(content.asOf, locale))}
            </p>
          )}
        </>
      }
    >
      {children}
    </Card>
  )
}
