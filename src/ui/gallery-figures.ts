import type { StripFigures, StripPlace } from './charts/distribution-strip.tsx'
import type { GapFigures } from './charts/gap-chart.tsx'
import type { LineFigures } from './charts/line-chart.tsx'
import type { Comparison, Point, Series } from './charts/series.ts'

// Made up, and the same for everybody who opens the page.

const decimals = (count: number) => ({ minimumFractionDigits: count, maximumFractionDigits: count })
const percent = (value: number) => `${value.toLocaleString('sv-SE', decimals(1))} %`
const whole = (value: number) => value.toLocaleString('sv-SE', decimals(0))
const signed = (value: number) =>
  value.toLocaleString('sv-SE', { ...decimals(2), signDisplay: 'exceptZero' }).replace('-', '−')
const preliminary = 'Ihålig punkt: preliminärt värde, källan kan ändra det.'

function course(from: number, values: readonly (number | null)[]): Point[] {
  const last = values.length - 1
  return values.map((y, index) => ({
    x: from + index,
    y,
    ...(index === last ? { isPreliminary: true } : {}),
  }))
}

const own = course(2012, [61.2, 61.9, 62.4, 62.1, 63.4, 64.8, 65.1, 65.9, 65.2, 66.8, 68.1, 68.4, 68.9])
const courses: readonly (readonly [string, Comparison, number, number])[] = [
  ['Regionen', 1, 64.5, 0.42],
  ['Medel liknande kommuner', 2, 62.7, 0.61],
  ['Median riket', 3, 60.2, 0.55],
  ['Lerum', 4, 70.4, 0.3],
  ['Lilla Edet', 5, 55.1, 0.72],
  ['Stenungsund', 6, 66.6, 0.2],
]
const lines: Series[] = [
  { name: 'Ale', emphasis: true, points: own },
  ...courses.map(([name, comparison, start, slope]) => ({
    name,
    comparison,
    points: course(
      2012,
      Array.from({ length: 13 }, (_none, year) =>
        comparison === 6 && year > 3 && year < 6
          ? null
          : start + slope * year + Math.sin(year + comparison) * 0.5,
      ),
    ),
  })),
]

const monthly = [7.1, 6.8, 7.4, 7.0, 6.6, 7.2, 6.9, 8.9, 5.6, 5.9, 5.4, 5.8, 5.5, 5.7, 5.3, 5.6]
const varying: Series = { name: 'Regionen', emphasis: true, points: course(2009, monthly) }

/** 290 places whose values gather in the middle: the same for everybody who opens the page. */
const places: StripPlace[] = Array.from({ length: 290 }, (_none, index) => {
  const share = (index + 0.5) / 290
  const value = 62 + 5.2 * Math.log(share / (1 - share)) * 0.62 + Math.sin(index * 7.3) * 1.1
  return { id: String(index), name: index === 236 ? 'Ale' : `Kommun ${index}`, value, ...roleOf(index) }
})

function roleOf(index: number): Pick<StripPlace, 'role'> {
  if (index === 236) return { role: 'own' }
  return [88, 131, 150, 174, 201, 243, 262].includes(index) ? { role: 'peer' } : {}
}

const shares: readonly (readonly [string, number | null])[] = [
  ['Ale', -0.08],
  ['Alingsås', 0.05],
  ['Göteborg', -1.92],
  ['Härryda', 0.21],
  ['Kungsbacka', 0.44],
  ['Kungälv', 0.12],
  ['Lerum', 0.19],
  ['Lilla Edet', -0.11],
  ['Mölndal', 0.07],
  ['Partille', -0.04],
  ['Stenungsund', 0.02],
  ['Tjörn', null],
  ['Öckerö', 0],
]

/** A municipality on its way to a target, beside those it is compared with. */
export const compared: LineFigures = {
  series: lines,
  format: percent,
  targets: [{ x: 2030, y: 75, label: 'Mål 2030: 75 %' }],
  preliminary,
}

/** A series with the natural limits of two levels, and the points that rules name. */
export const limited: LineFigures = {
  series: [varying],
  format: percent,
  limits: {
    stretches: [
      { from: 2009, to: 2016, centre: 7, lower: 5.8, upper: 8.2 },
      { from: 2017, to: 2024, centre: 5.6, lower: 4.9, upper: 6.3 },
    ],
    labels: { upper: 'Övre gräns 6,3 %', centre: 'Medel 5,6 %', lower: 'Undre gräns 4,9 %' },
  },
  signals: [
    { sign: '1', explanation: 'Regel 1, en punkt utanför gränserna: 2016.', points: [{ x: 2016, y: 8.9 }] },
    {
      sign: '2',
      explanation: 'Regel 2, två av tre punkter nära en gräns: 2010 och 2013.',
      points: [
        { x: 2010, y: 6.8 },
        { x: 2013, y: 6.6 },
      ],
    },
  ],
  targets: [{ x: 2024, y: 5, label: 'Mål 2024: 5 %' }],
  breaks: [{ x: 2017, label: 'Ny nivå 2017', explanation: 'Gränserna räknas för sig före och efter 2017.' }],
  preliminary,
}

function sinceBase(points: readonly Point[], base: number): Point[] {
  const start = points.find(({ x }) => x === base)?.y ?? 100
  return points.map((point) => ({ ...point, y: point.y === null ? null : (100 * point.y) / start }))
}

/** The same lines by how they have moved since one year. */
export const indexed: LineFigures = {
  series: lines.slice(0, 6).map((one) => ({ ...one, points: sinceBase(one.points, 2015) })),
  format: whole,
  level: { y: 100, label: '2015 = 100' },
  preliminary,
}

/** One municipality among 290. */
export const among: StripFigures = {
  places,
  format: percent,
  quartileLabels: { lower: 'Undre kvartil', median: 'Median', upper: 'Övre kvartil' },
  words: {
    peers: 'Sju kommuner som liknar Ale',
    others: 'De övriga 282 kommunerna',
    middle: 'Hälften av kommunerna ligger inom fältet',
  },
}

/** What each municipality adds to a difference. */
export const gap: GapFigures = {
  parts: shares.map(([name, value]) => ({ id: name, name, value })),
  format: signed,
  missing: 'inget värde',
  sumLabels: { plus: 'Över målet tillsammans', minus: 'Under målet tillsammans', total: 'Hela avståndet' },
}
