import type { ComponentChildren } from 'preact'
import { ArrowIcon, type Direction } from './icons.tsx'

/** How a figure has moved: an arrow for the direction, words for what it means. */
export interface Change {
  readonly direction: Direction
  /** "Up 0.4 percentage points since 2023": whole words, so that the arrow can be left out when read aloud. */
  readonly text: string
  /** Whether the movement is wished for. Left out where nobody has decided what is good. */
  readonly tone?: 'good' | 'bad' | 'neutral'
}

interface FigureProps {
  readonly label: ComponentChildren
  /** Already formatted for the reader; null when there is no value, and then `missing` says why. */
  readonly value: string | null
  readonly unit?: string
  readonly period?: string
  readonly change?: Change | undefined
  /** What there is to say about the value, below it. */
  readonly words?: ComponentChildren
  readonly missing?: ComponentChildren
  readonly source?: ComponentChildren
  /** A sparkline. */
  readonly chart?: ComponentChildren
  readonly href?: string
  readonly labelLevel?: 2 | 3 | 4
  readonly tags?: ComponentChildren
}

/** A number one can trust: what it counts, when, which way it moves, where it comes from. */
export function Figure(props: FigureProps) {
  const { label, value, href, chart, source, tags, labelLevel = 3 } = props
  const Heading = `h${labelLevel}` as const
  return (
    <article class={href ? 'card card--link figure' : 'card figure'}>
      <Heading class="figure__label">{href ? <a href={href}>{label}</a> : label}</Heading>
      {tags && <div class="row">{tags}</div>}
      {value === null ? <p class="figure__missing">{props.missing}</p> : <Value {...props} value={value} />}
      {props.words && <div>{props.words}</div>}
      {chart && <div class="figure__chart">{chart}</div>}
      {source && <p class="source">{source}</p>}
    </article>
  )
}

function Value({ value, unit, period, change }: FigureProps & { readonly value: string }) {
  return (
    <>
      <p class="figure__value">
        <span class="figure__number">{value}</span>
        {unit && <span class="figure__unit"> {unit}</span>}
        {period && <span class="figure__period"> {period}</span>}
      </p>
      {change && <ChangeText {...change} />}
    </>
  )
}

/** The arrow and the words of a change, for cards and tables. */
export function ChangeText({ direction, text, tone = 'neutral' }: Change) {
  return (
    <p class={`change change--${tone}`}>
      <ArrowIcon direction={direction} />
      {text}
    </p>
  )
}
