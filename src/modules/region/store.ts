import type { Database, Tx } from '#platform/database/connection.ts'
import { bySwedishName, type Bilingual } from '#platform/values/locale.ts'

/** A network: the municipalities that work together, and what they call themselves. */
export interface Network {
  readonly id: string
  readonly slug: string
  readonly name: Bilingual
  /** What the network is, in two sentences. */
  readonly about: Bilingual
  /** How it is reached. */
  readonly contact: Bilingual
  readonly hosts: readonly string[]
  /** Whether statuses and people in it are made up, which every page that shows them says. */
  readonly hasExampleData: boolean
}

/** A municipality of the network. */
export interface Municipality {
  /** The official code (kommunkod); a string, since others in the country begin with a zero. */
  readonly code: string
  /** Its part of an address: `ale`. */
  readonly slug: string
  readonly name: string
  readonly boundary: GeoJSON.Geometry | null
}

const networkColumns = ['id', 'slug', 'name', 'about', 'contact', 'hosts', 'hasExampleData'] as const

/**
 * The network that a host name stands for. One that lists the host wins; an installation with a single network
 * answers with it whatever the host; otherwise there is none.
 */
export async function networkForHost(db: Database, host: string): Promise<Network | null> {
  const networks = await db
    .selectFrom('network')
    .select(networkColumns)
    .orderBy('createdAt')
    .limit(1000)
    .execute()
  return (
    networks.find((network) => network.hosts.includes(host)) ??
    (networks.length === 1 ? (networks[0] ?? null) : null)
  )
}

/** Every network of the installation, as its operator knows them. */
export async function allNetworkIds(db: Database): Promise<readonly Pick<Network, 'id' | 'slug'>[]> {
  return db.selectFrom('network').select(['id', 'slug']).orderBy('createdAt').execute()
}

/** Whether the installation has any network yet. */
export async function hasAnyNetwork(db: Database): Promise<boolean> {
  return (await db.selectFrom('network').select('id').limit(1).executeTakeFirst()) !== undefined
}

/** The network's municipalities, sorted as a Swede sorts names. */
export async function municipalitiesOf(tx: Tx): Promise<readonly Municipality[]> {
  const rows = await tx.selectFrom('municipality').select(['code', 'slug', 'name', 'boundary']).execute()
  return rows.toSorted((a, b) => bySwedishName(a.name, b.name))
}
