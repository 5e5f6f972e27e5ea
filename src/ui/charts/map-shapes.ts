import { type GeoGeometryObjects, geoMercator, geoPath, type GeoProjection } from 'd3-geo'
import { roomiestSpot, type Spot } from './label-place.ts'
import { tenth } from './scales.ts'

/** An outline as it is drawn: its path, and where its name stands. */
export interface Shape {
  readonly path: string
  readonly name: Spot
}

const drawn = new WeakMap<
  GeoGeometryObjects,
  { readonly outlines: readonly GeoGeometryObjects[]; readonly shapes: readonly Shape[] }
>()

/**
 * Outlines on a drawing of that size, in the order given. The same outlines come with every page and only the colours
 * change, so the last drawing is kept for as long as the outlines themselves are.
 */
export function mapShapes(
  outlines: readonly GeoGeometryObjects[],
  width: number,
  height: number,
): readonly Shape[] {
  const first = outlines[0]
  if (!first) return []
  const kept = drawn.get(first)
  const same =
    kept?.outlines.length === outlines.length &&
    kept.outlines.every((outline, index) => outline === outlines[index])
  if (kept && same) return kept.shapes
  const shapes = draw(outlines, width, height)
  drawn.set(first, { outlines: [...outlines], shapes })
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
