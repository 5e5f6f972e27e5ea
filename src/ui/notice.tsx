import type { ComponentChildren } from 'preact'

export type NoticeTone = 'info' | 'success' | 'warning' | 'danger'

interface NoticeProps {
  readonly tone?: NoticeTone
  readonly title?: string
  readonly titleLevel?: 2 | 3 | 4
  /** Set on the answer to something the reader just did, so that it is read out. */
  readonly live?: boolean
  readonly children?: ComponentChildren
}

/** A message that stands out from the page: how something went, what to know before reading on. */
export function Notice({ tone = 'info', title, titleLevel = 2, live = false, children }: NoticeProps) {
  const Heading = `h${titleLevel}` as const
  const role = live ? (tone === 'danger' ? 'alert' : 'status') : undefined
  return (
    <div class="ds-alert" data-color={tone} role={role}>
      {title && <Heading class="ds-heading">{title}</Heading>}
      {children}
    </div>
  )
}

/** A small word beside something, such as "proposal" or "example data". Says itself what it means; colour only helps. */
export function Tag({
  tone = 'neutral',
  children,
}: {
  readonly tone?: NoticeTone | 'neutral' | 'accent'
  readonly children: ComponentChildren
}) {
  return (
    <span class="ds-tag" data-color={tone}>
      {children}
    </span>
  )
}

/** Marks what is not real or not decided: the one label that must look alike on every page. */
export function ExampleTag({
  children,
  explanation,
}: {
  readonly children: ComponentChildren
  readonly explanation?: string
}) {
  return (
    <span class="ds-tag example-tag" data-color="warning" title={explanation}>
      {children}
    </span>
  )
}
