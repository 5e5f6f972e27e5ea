import type { GeoGeometryObjects } from 'd3-geo'
import { classOf, colourStep } from './classes.ts'
import { mapShapes } from './map-shapes.ts'

/** One place on the map: its outline, and what is known about it. */
export interface Place {
  readonly id: string
  readonly name: string
  readonly href: string
  readonly outline: GeoGeometryObjects
  /** Null where nothing is known: the place is hatched, and its name says so. */
  readonly value: number | null
}

/** What a map shows, on a page or in a file of its own. */
export interface MapFigures {
  readonly places: readonly Place[]
  readonly format: (value: number) => string
  /** Limits between the classes; five classes of equal number when left out. */
  readonly missing: string
  readonly legendLabel: string
  /** "5.1 to 6.2", "5.1 and above", in the reader's language. */
  readonly range: (from: string, to: string) => string
}

/** A map as it is drawn: the places, their classes, and how large it is. */
export interface MapView {
  readonly id: string
  readonly places: readonly Place[]
  readonly format: (value: number) => string
  readonly missing: string
  readonly thresholds: readonly number[]
  readonly width: number
  readonly height: number
}

/** The ground of places without a value. */
export function Hatch({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern
        id={`${id}-hatch`}
        width="5"
        height="5"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect class="map__unknown" width="5" height="5" />
        <path class="map__hatch" d="M0 0v5" />
      </pattern>
    </defs>
  )
}

/** The places in their colours, each with its name and value, and on a page each a link. */
export function MapPlaces({
  view,
  isLinked = false,
}: {
  readonly view: MapView
  readonly isLinked?: boolean
}) {
  const { places, format, missing } = view
  const shapes = shapesOf(view)
  return (
    <>
      {places.map((place, index) => {
        const text = `${place.name}: ${place.value === null ? missing : format(place.value)}`
        const shape = <path d={shapes[index]?.path || undefined} {...filling(place, view)} />
        return isLinked ? (
          <a key={place.id} href={place.href} aria-label={text}>
            <title>{text}</title>
            {shape}
          </a>
        ) : (
          <g key={place.id}>
            <title>{text}</title>
            {shape}
          </g>
        )
      })}
    </>
  )
}

/** The names, above all places so that none covers them. */
export function MapNames({ view }: { readonly view: MapView }) {
  const shapes = shapesOf(view)
  return (
    <>
      {view.places.map((place, index) => (
        <text
          key={place.id}
          class={`map__name map__name--${stepOf(place, view.thresholds)}`}
          x={shapes[index]?.name[0]}
          y={(shapes[index]?.name[1] ?? 0) + 4}
          text-anchor="middle"
          aria-hidden="true"
        >
          {place.name}
        </text>
      ))}
    </>
  )
}

function shapesOf({ places, width, height }: MapView) {
  return mapShapes(
    places.map((place) => place.outline),
    width,
    height,
  )
}

function filling(place: Place, { thresholds, id }: MapView) {
  return place.value === null
    ? { class: 'map__place', fill: `url(#${id}-hatch)` }
    : { class: `map__place step-${stepOf(place, thresholds)}` }
}

function stepOf({ value }: Place, thresholds: readonly number[]): number {
  return value === null ? 0 : colourStep(classOf(value, thresholds), thresholds.length + 1)
}
