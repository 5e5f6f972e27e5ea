import type { ComponentChildren } from 'preact'
import { Section } from './heading.tsx'

/** One change of a thing: who made it where the reader may know, when, what it was before and what it became. */
export interface TimelineEvent {
  readonly id: string
  readonly who?: string
  readonly when: string
  /** For machines, ISO 8601. */
  readonly at: string
  readonly what: ComponentChildren
  readonly changes?: readonly {
    readonly field: string
    readonly before: string | null
    readonly after: string | null
  }[]
}

interface TimelineProps {
  readonly label: string
  readonly events: readonly TimelineEvent[]
  readonly texts: { readonly from: string; readonly to: string; readonly nothing: string }
}

/** The history of a thing, the newest first as given. */
export function Timeline({ label, events, texts }: TimelineProps) {
  return (
    <ol class="timeline" aria-label={label}>
      {events.map((event) => (
        <li key={event.id}>
          <p class="timeline__what">{event.what}</p>
          <p class="source">
            {event.who && `${event.who} · `}
            <time dateTime={event.at}>{event.when}</time>
          </p>
          {event.changes && event.changes.length > 0 && (
            <dl class="changes">
              {event.changes.map((change) => (
                <div key={change.field}>
                  <dt>{change.field}</dt>
                  <dd>
                    <span class="ds-sr-only">{texts.from} </span>
                    <del>{change.before ?? texts.nothing}</del>
                    <span aria-hidden="true"> → </span>
                    <span class="ds-sr-only"> {texts.to} </span>
                    <ins>{change.after ?? texts.nothing}</ins>
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ol>
  )
}

interface HistoryProps {
  readonly events: readonly TimelineEvent[]
  readonly texts: TimelineProps['texts'] & {
    readonly title: string
    readonly lead: string
    /** Where nothing has happened. */
    readonly none: string
  }
}

/** The part of a page that tells what has happened to its thing. */
export function History({ events, texts }: HistoryProps) {
  return (
    <Section id="historik" title={texts.title} lead={texts.lead}>
      {events.length === 0 ? (
        <p class="empty">{texts.none}</p>
      ) : (
        <Timeline label={texts.title} events={events} texts={texts} />
      )}
    </Section>
  )
}
