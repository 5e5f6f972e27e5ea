import type { ComponentChildren } from 'preact'
import { glyphBox, type Drawing, type Note } from './drawing.ts'

/** A way from a chart: its own picture, its file, its table. */
export interface ChartLink {
  readonly href: string
  readonly label: string
  /** The name under which a file is saved; left out where the link leads to something to look at. */
  readonly fileName?: string
}

/** What stands around every drawing. All words are the page's own. */
export interface ChartCaption {
  /** Unique on the page. */
  readonly id: string
  /** The finding, not the subject: "Unemployment has fallen in all but two". */
  readonly title: ComponentChildren
  /** What is counted, and in which unit. */
  readonly subtitle?: ComponentChildren
  /** What somebody who cannot see the chart needs to know. */
  readonly description: string
  /** Publisher, table, licence, when it was retrieved. */
  readonly source?: ComponentChildren
  /** To the chart enlarged (its own SVG), to SVG and PNG as files, to the table. */
  readonly links?: readonly ChartLink[]
  readonly titleLevel?: 2 | 3 | 4
}

interface ChartFigureProps extends ChartCaption {
  readonly kind?: string
  readonly notes?: readonly Note[]
  readonly children: ComponentChildren
}

/** A chart with its finding above, and below it what its signs mean, where it comes from and where it can be had. */
export function ChartFigure(props: ChartFigureProps) {
  const { id, title, subtitle, source, kind, notes = [], links = [], titleLevel = 3, children } = props
  const Heading = `h${titleLevel}` as const
  return (
    <figure class={kind ? `chart ${kind}` : 'chart'} aria-labelledby={`${id}-title`}>
      <figcaption>
        <Heading class="chart__title" id={`${id}-title`}>
          {title}
        </Heading>
        {subtitle && <p class="chart__subtitle">{subtitle}</p>}
      </figcaption>
      {children}
      {notes.map(({ glyph, text }) => (
        <p class="chart__note" key={text}>
          <svg class="chart__glyph" viewBox={`0 0 ${glyphBox.width} ${glyphBox.height}`} aria-hidden="true">
            {glyph}
          </svg>
          {text}
        </p>
      ))}
      {source && <p class="source">{source}</p>}
      <ChartLinks links={links} titleId={`${id}-title`} />
    </figure>
  )
}

/** The ways from a chart. `titleId` is the heading that says which chart they are of. */
export function ChartLinks({
  links,
  titleId,
}: {
  readonly links: readonly ChartLink[]
  readonly titleId: string
}) {
  if (links.length === 0) return null
  return (
    <ul class="chart__links" aria-labelledby={titleId}>
      {links.map(({ href, label, fileName }) => (
        <li key={label}>
          <a href={href} download={fileName} aria-describedby={titleId}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** A drawing on a page. Its letters must not shrink with it, so each chart is drawn twice and the style sheet chooses. */
export function ChartDrawing({
  drawing,
  name,
  description,
}: {
  readonly drawing: Drawing
  readonly name: 'narrow' | 'wide'
  readonly description: string
}) {
  return (
    <svg
      class={`chart__drawing chart__drawing--${name}`}
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      font-size={drawing.text}
      role="img"
      aria-label={description}
    >
      {drawing.marks}
    </svg>
  )
}
