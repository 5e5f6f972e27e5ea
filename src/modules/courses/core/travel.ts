/** A municipality as far as travelling asks. */
export interface TravelPlace {
  readonly code: string
  readonly boundary: GeoJSON.Geometry | null
}

/** Minutes between two municipalities that somebody has said. */
export interface SaidMinutes {
  readonly fromCode: string
  readonly toCode: string
  readonly minutes: number
}

/** How many minutes it takes; null where nothing is known. */
export type MinutesBetween = (from: string, to: string) => number | null

/** Roads are longer than straight lines, by about this; and what one drives on them, in kilometres an hour. */
const roadFactor = 1.3
const speed = 60
const withinOne = 15

/**
 * Minutes between municipalities: as somebody has said, else a straight line between the middles of their areas, a
 * third longer as roads are, at 60 km/h. An estimate, and told as one.
 */
export function minutesBetween(places: readonly TravelPlace[], said: readonly SaidMinutes[]): MinutesBetween {
  const middles = new Map(places.map(({ code, boundary }) => [code, boundary && middleOf(boundary)]))
  const known = new Map(said.map(({ fromCode, toCode, minutes }) => [`${fromCode} ${toCode}`, minutes]))
  return (from, to) => {
    if (from === to) return withinOne
    const corrected = known.get(from < to ? `${from} ${to}` : `${to} ${from}`)
    if (corrected !== undefined) return corrected
    const [a, b] = [middles.get(from), middles.get(to)]
    return a && b ? Math.round(withinOne + (kilometres(a, b) * roadFactor * 60) / speed) : null
  }
}

type Point = readonly [longitude: number, latitude: number]

/** The middle of the largest piece of an area. */
function middleOf(area: GeoJSON.Geometry): Point | null {
  const pieces =
    area.type === 'Polygon' ? [area.coordinates] : area.type === 'MultiPolygon' ? area.coordinates : []
  const rings = pieces.flatMap(([outer]) => (outer ? [weighed(outer)] : []))
  const [largest] = rings.toSorted((a, b) => Math.abs(b.area) - Math.abs(a.area))
  return largest && largest.area !== 0 ? largest.middle : null
}

/** A ring's area and its centre of gravity, as if the earth were flat there. */
function weighed(ring: readonly GeoJSON.Position[]): { readonly area: number; readonly middle: Point } {
  let [area, x, y] = [0, 0, 0]
  for (const [index, position] of ring.entries()) {
    const [x1 = 0, y1 = 0] = position
    const [x2 = 0, y2 = 0] = ring[(index + 1) % ring.length] ?? position
    const cross = x1 * y2 - x2 * y1
    area += cross / 2
    x += ((x1 + x2) * cross) / 6
    y += ((y1 + y2) * cross) / 6
  }
  return { area, middle: [x / area, y / area] }
}

const earthRadius = 6371
const radians = Math.PI / 180

function kilometres([lon1, lat1]: Point, [lon2, lat2]: Point): number {
  const half = (degrees: number) => Math.sin((degrees * radians) / 2) ** 2
  const part = half(lat2 - lat1) + Math.cos(lat1 * radians) * Math.cos(lat2 * radians) * half(lon2 - lon1)
  return 2 * earthRadius * Math.asin(Math.sqrt(part))
}
