import type { ComponentChildren } from 'preact'
import { ChartDrawing, ChartFigure, type ChartCaption } from './chart-figure.tsx'
import type { Drawing, Note } from './drawing.ts'
import { type Scales, scalesFor, tenth, textWidth } from './scales.ts'
import {
  layInRows,
  type Quartiles,
  quartilesOf,
  type Stacked,
  type StripPlace,
  stackPlaces,
} from './strip-places.ts'

export type { StripPlace } from './strip-places.ts'

/** Where one place lies among all, on a page or in a file of its own. */
export interface StripFigures {
  /** Every place that has a value. Those without belong in the sentence. */
  readonly places: readonly StripPlace[]
  readonly format: (value: number) => string
  /** Counted from the places when left out. */
  readonly quartiles?: Quartiles
  readonly quartileLabels: { readonly lower: string; readonly median: string; readonly upper: string }
  /** What the signs mean: "Municipalities like Ale", "The other 281 municipalities", "The half in the middle". */
  readonly words: { readonly peers: string; readonly others: string; readonly middle: string }
}

interface DistributionStripProps extends StripFigures, ChartCaption {
  /** Says in words what the strip shows: "Ale has 72.4 %; 61 of 289 municipalities have more". */
  readonly sentence: ComponentChildren
  /** Shown when no place has a value. */
  readonly empty: string
}

interface Size {
  readonly name: 'narrow' | 'wide'
  readonly width: number
  readonly text: number
  /** The width of a dot with the air around it. */
  readonly dot: number
  readonly xTicks: number
}

const narrow: Size = { name: 'narrow', width: 350, text: 12, dot: 4.6, xTicks: 4 }
const wide: Size = { name: 'wide', width: 800, text: 13, dot: 6, xTicks: 8 }

/** As high as the dots may be stacked. */
const most = 110

/** Where among all: every place as a dot on one axis, some named, peers marked, the quartiles written. */
export function DistributionStrip(props: DistributionStripProps) {
  const { places, sentence, empty, description } = props
  return (
    <ChartFigure {...props} kind="strip" notes={stripNotes(props)}>
      <p class="chart__sentence">{sentence}</p>
      {places.length === 0 ? (
        <p class="empty">{empty}</p>
      ) : (
        [narrow, wide].map((size) => (
          <ChartDrawing
            key={size.name}
            name={size.name}
            drawing={drawn(props, size)}
            description={description}
          />
        ))
      )}
    </ChartFigure>
  )
}

/** The drawing alone, for a file of its own. */
export function stripDrawing(figures: StripFigures): Drawing {
  return drawn(figures, wide)
}

/** What the signs in a strip mean; only those that are there. */
export function stripNotes({ places, words }: StripFigures): Note[] {
  const [hasPeers, hasOthers] = [
    places.some((place) => place.role === 'peer'),
    places.some((place) => !place.role),
  ]
  const notes: Note[] = []
  if (hasPeers)
    notes.push({ text: words.peers, glyph: <path class="place--peer" d="M10 2.5L15.5 8L10 13.5L4.5 8z" /> })
  if (hasOthers) notes.push({ text: words.others, glyph: <circle class="place" cx="10" cy="8" r="3.2" /> })
  if (places.length > 0)
    notes.push({ text: words.middle, glyph: <rect class="band" width="20" height="16" /> })
  return notes
}

function drawn(figures: StripFigures, size: Size): Drawing {
  const scales = scalesAlong(figures, size)
  const quartiles = figures.quartiles ?? quartilesOf(figures.places.map((place) => place.value))
  if (!scales || !quartiles) return { width: size.width, height: 0, text: size.text, marks: null }
  const stacked = stackPlaces(figures.places, scales.y, size.dot, most)
  const named = namesAbove(figures, stacked, size)
  const written = quartileTexts(figures, quartiles, scales.y, size)
  const row = size.text * 1.35
  const top = tenth(rowsIn(named) * row + 8)
  const base = tenth(top + Math.max(...stacked.map((one) => one.up)) + size.dot)
  const below = base + size.text + 10
  return {
    width: size.width,
    height: Math.ceil(below + 12 + rowsIn(written) * row),
    text: size.text,
    marks: (
      <>
        <MiddleHalf quartiles={quartiles} scales={scales} top={top - 4} base={base} />
        <Axis scales={scales} size={size} base={base} format={figures.format} />
        {stacked
          .filter(({ place }) => !isNamed(place))
          .toSorted((a, b) => Number(a.place.role === 'peer') - Number(b.place.role === 'peer'))
          .map(({ place, x, up }) => (
            <PlaceMark key={place.id} place={place} x={x} y={tenth(base - up)} dot={size.dot} />
          ))}
        {named.map(({ label, x, row: at }) => {
          const [level, foot] = [tenth((at + 1) * row - 4), tenth(base - label.up)]
          const look = looks[label.role]
          return (
            <g key={label.text}>
              <path class={look.stem} d={`M${label.at} ${level + 4}V${foot}`} />
              <circle class={look.place} cx={label.at} cy={foot} r={tenth(size.dot * 0.95)} />
              <text class={look.words} x={x} y={level} text-anchor="middle">
                {label.text}
              </text>
            </g>
          )
        })}
        {written.map(({ label, row: at }) => (
          <path
            key={label.text}
            class="leader"
            d={`M${label.at} ${below}V${tenth(below + 10 + (at + 0.6) * row - size.text)}`}
          />
        ))}
        {written.map(({ label, x, row: at }) => (
          <text
            key={label.text}
            class="tick"
            x={x}
            y={tenth(below + 10 + (at + 0.6) * row)}
            text-anchor="middle"
          >
            {label.text}
          </text>
        ))}
      </>
    ),
  }
}

/** The values lie along the axis that time has in other charts; the numbers at its ends have room inside the drawing. */
function scalesAlong({ places, format }: StripFigures, size: Size): Scales | null {
  const points = places.map((place) => ({ x: 0, y: place.value }))
  const along = (side: number) =>
    scalesFor(
      [{ name: '', points }],
      { left: 0, right: 1, top: size.width - side, bottom: side },
      { yTicks: size.xTicks },
    )
  const widths = along(0)?.yTicks.map((tick) => textWidth(format(tick), size.text)) ?? []
  return along(Math.ceil(Math.max(0, ...widths) / 2))
}

function rowsIn(laid: readonly { readonly row: number }[]): number {
  return Math.max(-1, ...laid.map((one) => one.row)) + 1
}

const looks = {
  own: { stem: 'stem', place: 'place--own', words: 'series-label series-label--front' },
  beside: { stem: 'stem stem--beside', place: 'place--beside', words: 'series-label' },
}

function isNamed(place: StripPlace): boolean {
  return place.role === 'own' || place.role === 'beside'
}

function namesAbove({ format }: StripFigures, stacked: readonly Stacked[], size: Size) {
  const wanted = stacked
    .filter(({ place }) => isNamed(place))
    .map(({ place, x, up }) => {
      const text = `${place.name} ${format(place.value)}`
      const role = place.role === 'own' ? ('own' as const) : ('beside' as const)
      return { label: { text, role, at: x, up }, x, width: textWidth(text, size.text) }
    })
  return layInRows(wanted, 0, size.width)
}

/** The lower quartile's words stand to the left of it and the upper one's to the right, away from the median's. */
function quartileTexts(
  { quartileLabels, format }: StripFigures,
  quartiles: Quartiles,
  xOf: (value: number) => number,
  size: Size,
) {
  const wanted = (
    [
      ['lower', -0.5],
      ['median', 0],
      ['upper', 0.5],
    ] as const
  ).map(([name, aside]) => {
    const text = `${quartileLabels[name]} ${format(quartiles[name])}`
    const [at, width] = [xOf(quartiles[name]), textWidth(text, size.text)]
    return { label: { text, at }, x: at + aside * width, width }
  })
  return layInRows(wanted, 0, size.width)
}

function MiddleHalf({
  quartiles,
  scales,
  top,
  base,
}: {
  readonly quartiles: Quartiles
  readonly scales: Scales
  readonly top: number
  readonly base: number
}) {
  const [from, middle, to] = [quartiles.lower, quartiles.median, quartiles.upper].map(scales.y)
  return (
    <>
      <rect class="band" x={from} y={top} width={tenth((to ?? 0) - (from ?? 0))} height={tenth(base - top)} />
      <path class="centre" d={`M${middle} ${top}V${base}`} />
    </>
  )
}

function Axis({
  scales,
  size,
  base,
  format,
}: {
  readonly scales: Scales
  readonly size: Size
  readonly base: number
  readonly format: (value: number) => string
}) {
  return (
    <>
      <path class="axis" d={`M0 ${base}H${size.width}`} />
      {scales.yTicks.map((tick) => (
        <g key={tick}>
          <path class="axis" d={`M${scales.y(tick)} ${base}v5`} />
          <text class="tick" x={scales.y(tick)} y={tenth(base + size.text + 6)} text-anchor="middle">
            {format(tick)}
          </text>
        </g>
      ))}
    </>
  )
}

function PlaceMark({
  place,
  x,
  y,
  dot,
}: {
  readonly place: StripPlace
  readonly x: number
  readonly y: number
  readonly dot: number
}) {
  if (place.role !== 'peer') return <circle class="place" cx={x} cy={y} r={tenth(dot * 0.44)} />
  const arm = tenth(dot * 0.8)
  return (
    <path class="place--peer" d={`M${x} ${tenth(y - arm)}l${arm} ${arm}l${-arm} ${arm}l${-arm} ${-arm}z`} />
  )
}
