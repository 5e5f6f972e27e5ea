import type { GeoGeometryObjects } from 'd3-geo'
import type { ComponentChildren } from 'preact'
import { classOf, colourStep, quantileThresholds } from './classes.ts'
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

interface ChoroplethProps {
  readonly id: string
  readonly title: ComponentChildren
  readonly description: string
  readonly places: readonly Place[]
  readonly format: (value: number) => string
  /** Limits between the classes; five classes of equal number when left out. */
  readonly thresholds?: readonly number[]
  readonly missing: string
  readonly legendLabel: string
  /** "5.1 to 6.2", "5.1 and above", in the reader's language. */
  readonly range: (from: string, to: string) => string
  readonly source?: ComponentChildren
  readonly titleLevel?: 2 | 3 | 4
}

const width = 360
const height = 400

/** A map whose places are coloured by a value and lead to a page each. */
export function Choropleth(props: ChoroplethProps) {
  const { id, title, description, places, source, titleLevel = 3 } = props
  const Heading = `h${titleLevel}` as const
  const values = places.flatMap((place) => (place.value === null ? [] : [place.value]))
  const thresholds = props.thresholds ?? quantileThresholds(values)
  return (
    <figure class="chart map" aria-labelledby={`${id}-title`}>
      <figcaption>
        <Heading class="chart__title" id={`${id}-title`}>
          {title}
        </Heading>
      </figcaption>
      <div class="map__row">
        <svg
          class="map__drawing"
          viewBox={`0 0 ${width} ${height}`}
          font-size="11"
          role="group"
          aria-label={description}
        >
          <Hatch id={id} />
          <Places {...props} thresholds={thresholds} />
        </svg>
        <Legend {...props} values={values} thresholds={thresholds} />
      </div>
      {source && <p class="source">{source}</p>}
    </figure>
  )
}

function Hatch({ id }: { readonly id: string }) {
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

function Places(props: ChoroplethProps & { readonly thresholds: readonly number[] }) {
  const { places, format, missing, id, thresholds } = props
  const shapes = mapShapes(
    places.map((place) => place.outline),
    width,
    height,
  )
  return (
    <>
      {places.map((place, index) => {
        const text = `${place.name}: ${place.value === null ? missing : format(place.value)}`
        return (
          <a key={place.id} href={place.href} aria-label={text}>
            <title>{text}</title>
            <path d={shapes[index]?.path} {...filling(place, thresholds, id)} />
          </a>
        )
      })}
      {places.map((place, index) => (
        <text
          key={place.id}
          class={`map__name map__name--${stepOf(place, thresholds)}`}
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

function filling(place: Place, thresholds: readonly number[], id: string) {
  return place.value === null ? { fill: `url(#${id}-hatch)` } : { class: `step-${stepOf(place, thresholds)}` }
}

function stepOf({ value }: Place, thresholds: readonly number[]): number {
  return value === null ? 0 : colourStep(classOf(value, thresholds), thresholds.length + 1)
}

interface LegendProps extends ChoroplethProps {
  readonly values: readonly number[]
  readonly thresholds: readonly number[]
}

function Legend({ values, thresholds, format, range, legendLabel, places, missing, id }: LegendProps) {
  const limits = [Math.min(...values), ...thresholds, Math.max(...values)]
  return (
    <div class="map__legend">
      <p>{legendLabel}</p>
      <ul>
        {values.length > 0 &&
          limits.slice(0, -1).map((from, index) => (
            <li key={from}>
              <svg class="swatch" viewBox="0 0 20 14" aria-hidden="true">
                <rect
                  class={`step-${colourStep(index, thresholds.length + 1)}`}
                  width="20"
                  height="14"
                  rx="2"
                />
              </svg>
              {range(format(from), format(limits[index + 1] ?? from))}
            </li>
          ))}
        {places.some((place) => place.value === null) && (
          <li>
            <svg class="swatch" viewBox="0 0 20 14" aria-hidden="true">
              <rect fill={`url(#${id}-hatch)`} width="20" height="14" rx="2" />
            </svg>
            {missing}
          </li>
        )}
      </ul>
    </div>
  )
}
