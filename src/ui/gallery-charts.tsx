import { Choropleth, type Place } from './charts/choropleth.tsx'
import { LineChart } from './charts/line-chart.tsx'
import type { Series } from './charts/series.ts'
import { SmallMultiples } from './charts/small-multiples.tsx'
import { Section } from './heading.tsx'

const format = (value: number) =>
  `${value.toLocaleString('sv-SE', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} %`
const names = [
  'Ale',
  'Alingsås',
  'Göteborg',
  'Härryda',
  'Kungsbacka',
  'Kungälv',
  'Lerum',
  'Lilla Edet',
  'Mölndal',
  'Partille',
  'Stenungsund',
  'Tjörn',
  'Öckerö',
]

// A made-up course that looks like one: the same for everybody who opens the page.
const series: Series[] = names.map((name, row) => ({
  name,
  href: '#charts',
  points: Array.from({ length: 15 }, (_none, year) => ({
    x: 2010 + year,
    y:
      row === 3 && year > 5 && year < 9
        ? null
        : 4 + (row % 5) + Math.sin(year / 2 + row) + (row === 2 ? 2 : 0),
  })),
}))
const region: Series = {
  name: 'The region',
  emphasis: true,
  points: Array.from({ length: 15 }, (_none, year) => ({
    x: 2010 + year,
    y: 6.4 + Math.sin(year / 2) * 0.8,
  })),
}
const places: Place[] = names.map((name, index) => {
  const [x, y] = [11.5 + (index % 4) * 0.3, 57.5 + Math.floor(index / 4) * 0.16]
  return {
    id: name,
    name,
    href: '#charts',
    value: index === 5 ? null : 4 + (index % 6) * 0.7,
    outline: {
      type: 'Polygon',
      coordinates: [
        [
          [x, y],
          [x, y + 0.15],
          [x + 0.28, y + 0.15],
          [x + 0.28, y],
          [x, y],
        ],
      ],
    },
  }
})

/** The charts, on made-up figures. */
export function GalleryCharts() {
  return (
    <Section id="charts" title="Charts">
      <LineChart
        id="lines"
        title="The region has been near six per cent for fifteen years"
        subtitle="Per cent of the labour force, 2010–2024"
        description="Line chart, 2010 to 2024. The region stays between 5.6 and 7.2 per cent; the thirteen municipalities lie between 3 and 11."
        series={[...series, region]}
        format={format}
        breaks={[
          {
            x: 2020,
            label: 'New count',
            explanation:
              'Counted from another register since 2020. Values before and after cannot be compared.',
          },
        ]}
        othersLabel="The thirteen municipalities"
        source="Source: made up"
        empty="No values yet."
      />
      <LineChart
        id="none"
        title="Nothing is known yet"
        description="Empty"
        series={[]}
        format={format}
        empty="No values have been retrieved."
      />
      <SmallMultiples
        label="Each municipality against the region"
        series={[...series.slice(0, 12), { name: 'Öckerö', points: [] }]}
        reference={region}
        format={format}
        missing="No value"
        describe={(one) => `${one.name} from 2010 to 2024`}
      />
      <Choropleth
        id="map"
        title="Highest in the middle"
        description="Map of thirteen places, coloured by value"
        places={places}
        format={format}
        missing="No value"
        legendLabel="Per cent, 2024"
        range={(from, to) => `${from} – ${to}`}
        source="Source: made up"
      />
    </Section>
  )
}
