import type { ComponentChildren } from 'preact'

interface PageTitleProps {
  readonly title: ComponentChildren
  /** A line above the title that says what kind of page this is. */
  readonly eyebrow?: ComponentChildren
  /** One or two sentences in larger type. */
  readonly lead?: ComponentChildren
  /** Labels or a status beside the title, buttons below the lead. */
  readonly tags?: ComponentChildren
  readonly actions?: ComponentChildren
}

/** The top of a page: its only `h1`, what it is, and what one can do. */
export function PageTitle({ title, eyebrow, lead, tags, actions }: PageTitleProps) {
  return (
    <div class="page-title">
      {eyebrow && <p class="eyebrow">{eyebrow}</p>}
      <h1>{title}</h1>
      {tags && <div class="row">{tags}</div>}
      {lead && <p class="lead">{lead}</p>}
      {actions && <div class="row page-title__actions">{actions}</div>}
    </div>
  )
}

interface SectionProps {
  readonly title: ComponentChildren
  readonly id: string
  readonly lead?: ComponentChildren
  readonly action?: ComponentChildren
  readonly level?: 2 | 3
  readonly children: ComponentChildren
}

/** A part of a page with a heading that can be linked to. */
export function Section({ title, id, lead, action, level = 2, children }: SectionProps) {
  const Heading = `h${level}` as const
  return (
    // Without a name of its own it is no landmark: a page of many parts would have too many, some named like their table.
    <section class="section">
      <div class="section__head">
        <Heading id={id}>{title}</Heading>
        {action}
      </div>
      {lead && <p class="section__lead">{lead}</p>}
      {children}
    </section>
  )
}

/** A column of running text, as wide as one reads with ease. */
export function Prose({ children }: { readonly children: ComponentChildren }) {
  return <div class="prose">{children}</div>
}

/** The page's content in the width and the vertical rhythm that all pages share. */
export function Page({
  children,
  width = 'wide',
}: {
  readonly children: ComponentChildren
  readonly width?: 'wide' | 'narrow'
}) {
  return <div class={`page ${width}`}>{children}</div>
}
