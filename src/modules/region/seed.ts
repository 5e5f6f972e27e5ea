import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { z } from 'zod'
import type { Tx } from '#platform/database/connection.ts'
import { BilingualText } from '#platform/values/bilingual.ts'

/** The shape of `network.json`. */
const NetworkFile = z.object({
  id: z.string(),
  name: BilingualText,
  about: BilingualText,
  contact: BilingualText,
  municipalities: z.array(z.object({ code: z.string(), slug: z.string(), name: z.string() })).min(1),
})

/** Writes a network and its municipalities with their outlines, as the database's owner; gives the network's id. */
export async function plantNetwork(tx: Tx, files: { network: unknown; topology: unknown }): Promise<string> {
  const network = NetworkFile.parse(files.network)
  const outlines = outlinesOf(files.topology as Topology)
  const { id } = await tx
    .insertInto('network')
    .values({
      slug: network.id,
      name: JSON.stringify(network.name),
      about: JSON.stringify(network.about),
      contact: JSON.stringify(network.contact),
      hasExampleData: true,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('municipality')
    .values(
      network.municipalities.map(({ code, slug, name }) => {
        const boundary = outlines.get(code)
        return {
          networkId: id,
          code,
          slug,
          name,
          county: null,
          boundary: boundary ? JSON.stringify(boundary) : null,
        }
      }),
    )
    .execute()
  return id
}

/** The outlines of a TopoJSON file by municipality code. */
function outlinesOf(topology: Topology): ReadonlyMap<string, GeoJSON.Geometry> {
  const [first] = Object.values(topology.objects)
  if (!first) return new Map()
  const { features } = feature(topology, first as GeometryCollection<{ code?: string }>)
  return new Map(
    features.flatMap(({ id, properties, geometry }) => {
      const code = properties.code ?? (id === undefined ? undefined : String(id))
      return code === undefined ? [] : [[code, geometry] as const]
    }),
  )
}
