import { type GeoGeometryObjects, geoMercator, geoPath, type GeoProjection } from 'd3-geo'
import { roomiestSpot, type Spot } from './label-place.ts'
import { tenth } from './scales.ts'

/** An outline as it is drawn: its path, and where its name stands. */
export interface Shape {
  readonly path: string
  readonly name: Spot
}

/** How many drawings are kept: an installation shows few maps, each in one or two sizes. */
const capacity = 16
const drawn = new Map<string, readonly Shape[]>()

/**
 * Outlines on a drawing of that size, in the order given. The same outlines come with every page and only the colours
 * change, so drawings are kept by what they are of: finding room for the names takes longer than the rest of a page.
 */
export function mapShapes(
  outlines: readonly GeoGeometryObjects[],
  width: number,
  height: number,
): readonly Shape[] {
  if (outlines.length === 0) return []
  const key = `${width} ${height} ${JSON.stringify(outlines)}`
  const kept = drawn.get(key)
  if (kept) return kept
  const shapes = draw(outlines, width, height)
  const [oldest] = drawn.keys()
  if (drawn.size >= capacity && oldest !== undefined) drawn.delete(oldest)
  drawn.set(key, shapes)
  return shapes
}

function draw(outlines: readonly GeoGeometryObjects[], width: number, height: number): Shape[] {
  const margin = 6
  const corners: [Spot, Spot] = [
    [margin, margin],
    [width - margin, height - margin],
  ]
  const projection = geoMercator().fitExtent(corners as [[number, number], [number, number]], {
    type: 'GeometryCollection',
    geometries: [...outlines],
  })
  const path = geoPath(projection).digits(1)
  return outlines.map((outline) => ({
    path: path(outline) ?? '',
    name: rounded(roomiestSpot(projected(outline, projection)) ?? path.centroid(outline)),
  }))
}

function projected(outline: GeoGeometryObjects, projection: GeoProjection): number[][][][] {
  const polygons =
    outline.type === 'Polygon'
      ? [outline.coordinates]
      : outline.type === 'MultiPolygon'
        ? outline.coordinates
        : []
  return polygons.map((rings) =>
    rings.map((ring) => ring.map((point) => projection([point[0] ?? 0, point[1] ?? 0]) ?? [0, 0])),
  )
}

function rounded([x, y]: Spot): Spot {
  return [tenth(x), tenth(y)]
}
