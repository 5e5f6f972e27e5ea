import type { ComponentChildren } from 'preact'

/** One who speaks, once. */
export interface Turn {
  readonly id: string
  readonly who: ComponentChildren
  /** What kind of word it is, where it is more than a message. */
  readonly kind?: string | undefined
  readonly when: string
  /** For machines, ISO 8601. */
  readonly at: string
  /** Whether the reader's own side speaks. */
  readonly isOwn: boolean
  readonly text: string
  /** What was sent along. */
  readonly besides?: ComponentChildren
}

/** What was said, the oldest first. The texts are strangers': each stands by itself, whatever direction its letters run. */
export function Conversation({ label, turns }: { readonly label: string; readonly turns: readonly Turn[] }) {
  return (
    <ol class="conversation" aria-label={label}>
      {turns.map((turn) => (
        <li key={turn.id} data-own={turn.isOwn ? '' : undefined}>
          <p class="conversation__who">
            <bdi>{turn.who}</bdi>
            {turn.kind && <span class="conversation__kind"> {turn.kind}</span>}
          </p>
          <p class="source">
            <time dateTime={turn.at}>{turn.when}</time>
          </p>
          {turn.text && (
            <p class="as-written" dir="auto">
              {turn.text}
            </p>
          )}
          {turn.besides}
        </li>
      ))}
    </ol>
  )
}
