import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { z } from 'zod'
import type { SwedishMunicipality } from './core/municipalities.ts'

/** The municipalities that can be picked, and their outlines for the map. */
export interface Sweden {
  readonly municipalities: readonly SwedishMunicipality[]
  readonly boundaryOf: (code: string) => GeoJSON.Geometry | null
}

const Row = z.object({
  code: z.string().regex(/^\d{4}$/),
  name: z.string().min(1),
  county: z.string().min(1),
})

/** Reads the folder `data/sweden`. The outlines are worked out when they are asked for, so that a start stays quick. */
export function readSweden(dataFolder: string | URL): Sweden {
  const folder = dataFolder instanceof URL ? fileURLToPath(dataFolder) : dataFolder
  const table = readFileSync(join(folder, 'municipalities.csv'), 'utf8')
  const topology = JSON.parse(readFileSync(join(folder, 'municipalities.topo.json'), 'utf8')) as Topology<{
    municipalities: GeometryCollection
  }>
  const outlines = new Map(
    topology.objects.municipalities.geometries.map((outline) => [String(outline.id), outline]),
  )
  return {
    municipalities: z.array(Row).parse(parse(table, { columns: true, bom: true })),
    boundaryOf: (code) => {
      const outline = outlines.get(code)
      const drawn = outline && feature(topology, outline)
      return drawn?.type === 'Feature' ? drawn.geometry : null
    },
  }
}
