import { ChartFigure, type ChartCaption } from './chart-figure.tsx'
import { quantileThresholds } from './classes.ts'
import type { Drawing } from './drawing.ts'
import { Hatch, type MapFigures, MapNames, MapPlaces, type MapView } from './map-places.tsx'
import { legendEntries, LegendSwatch } from './map-legend.tsx'
import { tenth } from './scales.ts'
import { textLines } from './text-lines.ts'

export type { MapFigures, Place } from './map-places.tsx'

interface ChoroplethProps extends MapFigures, ChartCaption {}

const [width, height] = [360, 400]

/** A map whose places are coloured by a value and lead to a page each. */
export function Choropleth(props: ChoroplethProps) {
  const { id, description, legendLabel } = props
  const view = viewOf(props, id, width, height)
  return (
    <ChartFigure {...props} kind="map">
      <div class="map__row">
        <svg
          class="map__drawing"
          viewBox={`0 0 ${width} ${height}`}
          font-size="11"
          role="group"
          aria-label={description}
        >
          <Hatch id={id} />
          <MapPlaces view={view} isLinked />
          <MapNames view={view} />
        </svg>
        <div class="map__legend">
          <p>{legendLabel}</p>
          <ul>
            {legendEntries(props, view.thresholds).map((entry) => (
              <li key={entry.text}>
                <svg class="swatch" viewBox="0 0 20 14" aria-hidden="true">
                  <LegendSwatch entry={entry} id={id} />
                </svg>
                {entry.text}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </ChartFigure>
  )
}

/** The map with its legend beside it, for a file of its own. */
export function mapDrawing(figures: MapFigures): Drawing {
  const [id, mapWidth, mapHeight, column] = ['map', 480, 520, 530]
  const view = viewOf(figures, id, mapWidth, mapHeight)
  const label = textLines(figures.legendLabel, 800 - column, 14)
  const entries = legendEntries(figures, view.thresholds)
  const top = mapHeight - (label.length + entries.length) * 24
  return {
    width: 800,
    height: mapHeight,
    text: 12,
    marks: (
      <>
        <Hatch id={id} />
        <MapPlaces view={view} />
        <MapNames view={view} />
        <g font-size="14" transform={`translate(${column} ${tenth(top)})`}>
          {label.map((line, index) => (
            <text key={line} class="words words--strong" y={index * 20}>
              {line}
            </text>
          ))}
          {entries.map((entry, index) => (
            <g key={entry.text} transform={`translate(0 ${label.length * 20 + index * 24 - 6})`}>
              <LegendSwatch entry={entry} id={id} />
              <text class="words" x="30" y="12">
                {entry.text}
              </text>
            </g>
          ))}
        </g>
      </>
    ),
  }
}

function viewOf(figures: MapFigures, id: string, wide: number, high: number): MapView {
  const { places, format, missing } = figures
  const values = places.flatMap((place) => (place.value === null ? [] : [place.value]))
  return { id, places, format, missing, thresholds: quantileThresholds(values), width: wide, height: high }
}
