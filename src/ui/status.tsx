import type { ComponentChildren } from 'preact'

/**
 * What a status means to the reader. The word is the caller's; shape and colour follow the tone: neutral is not begun,
 * good goes as meant, warning is late, bad is stuck, done is finished, ended was broken off, muted says nothing.
 */
export const statusTones = ['neutral', 'good', 'warning', 'bad', 'done', 'ended', 'muted'] as const
export type StatusTone = (typeof statusTones)[number]

// Each tone has an outline of its own, so that the thirteenth row of a matrix reads in one colour, in print and by the colour-blind.
const shapes: Record<StatusTone, ComponentChildren> = {
  neutral: (
    <>
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="2" />
      <path
        d="M8 4.5V8l2.5 1.5"
        fill="none"
        stroke="currentColor"
        stroke-width="1.6"
        stroke-linecap="round"
      />
    </>
  ),
  good: (
    <>
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="2" />
      <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
    </>
  ),
  warning: (
    <>
      <path
        d="M8 1.6L15 14H1z"
        fill="currentColor"
        stroke="currentColor"
        stroke-width="1.4"
        stroke-linejoin="round"
      />
      <path class="knockout" d="M8 6v3.6M8 11.8v.1" fill="none" stroke-width="1.7" stroke-linecap="round" />
    </>
  ),
  bad: (
    <>
      <rect x="1.5" y="1.5" width="13" height="13" rx="2.5" fill="currentColor" />
      <path
        class="knockout"
        d="M5.3 5.3l5.4 5.4M10.7 5.3l-5.4 5.4"
        fill="none"
        stroke-width="1.8"
        stroke-linecap="round"
      />
    </>
  ),
  done: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path
        class="knockout"
        d="M4.8 8.2l2.3 2.3 4.2-4.6"
        fill="none"
        stroke-width="1.8"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </>
  ),
  ended: (
    <>
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="2" />
      <path d="M4 12l8-8" fill="none" stroke="currentColor" stroke-width="2" />
    </>
  ),
  muted: <path d="M4 8h8" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" />,
}

/** The shapes, drawn once per page by the page itself; every glyph only points at one. */
export function StatusSymbols() {
  return (
    <svg class="symbols" width="0" height="0" aria-hidden="true" focusable="false">
      {statusTones.map((tone) => (
        <symbol key={tone} id={`s-${tone}`} viewBox="0 0 16 16">
          {shapes[tone]}
        </symbol>
      ))}
    </svg>
  )
}

/** The shape alone, for a matrix. The label is read out and shown on hover; the page must also explain the shapes. */
export function StatusGlyph({ tone, label }: { readonly tone: StatusTone; readonly label: string }) {
  return (
    <svg class={`glyph glyph--${tone}`} role="img" aria-label={label}>
      <use href={`#s-${tone}`} />
    </svg>
  )
}

/** Shape and word. */
export function Status({ tone, label }: { readonly tone: StatusTone; readonly label: ComponentChildren }) {
  return (
    <span class={`status status--${tone}`}>
      <svg class={`glyph glyph--${tone}`} aria-hidden="true">
        <use href={`#s-${tone}`} />
      </svg>
      {label}
    </span>
  )
}

/** What the shapes mean, beside a matrix. */
export function StatusLegend({
  label,
  statuses,
}: {
  readonly label: string
  readonly statuses: readonly { readonly tone: StatusTone; readonly label: string; readonly count?: string }[]
}) {
  return (
    <ul class="legend" aria-label={label}>
      {statuses.map((status) => (
        <li key={status.label}>
          <Status tone={status.tone} label={status.label} />
          {status.count !== undefined && <span class="legend__count"> {status.count}</span>}
        </li>
      ))}
    </ul>
  )
}
