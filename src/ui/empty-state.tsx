import type { ComponentChildren } from 'preact'

interface EmptyStateProps {
  readonly title: string
  readonly titleLevel?: 1 | 2 | 3
  readonly children?: ComponentChildren
  /** The way on, where there is one. */
  readonly action?: ComponentChildren
}

/** Nothing here, why, and what one can do about it. */
export function EmptyState({ title, titleLevel = 2, children, action }: EmptyStateProps) {
  const Heading = `h${titleLevel}` as const
  return (
    <div class="empty-state">
      <Heading>{title}</Heading>
      {children}
      {action && <div class="row">{action}</div>}
    </div>
  )
}
