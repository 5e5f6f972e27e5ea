import type { ComponentChildren } from 'preact'

interface CardProps {
  readonly title?: ComponentChildren
  /** Makes the whole card lead there; the title is the link that is read out. */
  readonly href?: string
  readonly titleLevel?: 2 | 3 | 4
  readonly tags?: ComponentChildren
  readonly children?: ComponentChildren
  readonly footer?: ComponentChildren
}

/** One thing among others of its kind. */
export function Card({ title, href, titleLevel = 3, tags, children, footer }: CardProps) {
  const Heading = `h${titleLevel}` as const
  return (
    <article class={href ? 'card card--link' : 'card'}>
      {tags && <div class="row">{tags}</div>}
      {title && <Heading class="card__title">{href ? <a href={href}>{title}</a> : title}</Heading>}
      {children}
      {footer && <div class="card__footer">{footer}</div>}
    </article>
  )
}

/** Cards side by side, as many as fit. `columns` is the most there will be in a row. */
export function CardGrid({
  columns = 4,
  children,
}: {
  readonly columns?: 2 | 3 | 4 | 5
  readonly children: ComponentChildren
}) {
  return <div class={`card-grid card-grid--${columns}`}>{children}</div>
}
