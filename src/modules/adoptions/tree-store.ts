import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import type { AdoptionPlace } from './core/adoption.ts'
import type { Mapping, MappingChoice } from './core/mapping.ts'
import { emptyTree, type Tree, type TreeNode } from './core/tree.ts'
import type { MappedTree } from './core/tree-diff.ts'
import { asKnown, type Writing } from './store.ts'

/** The key of a version among others. */
export function placeKey({ municipality, version }: AdoptionPlace): string {
  return `${municipality}/${version}`
}

/** The trees of versions as they were last drawn, and what was last said of their nodes, by `placeKey`. */
export async function treesOf(
  tx: Tx,
  places: readonly AdoptionPlace[],
): Promise<ReadonlyMap<string, MappedTree>> {
  if (places.length === 0) return new Map()
  const trees = await latestTrees(tx, places)
  const nodes = await nodesOf(tx, trees)
  const mappings = await mappingsOf(tx, places)
  return new Map(
    places.map((place) => {
      const key = placeKey(place)
      const drawn = trees.find((tree) => placeKey(tree) === key)
      const tree: Tree = drawn
        ? { tree: drawn.tree, levels: drawn.levels, nodes: nodes.get(key) ?? [] }
        : emptyTree
      return [key, { tree, mappings: mappings.get(key) ?? new Map<number, Mapping>() }]
    }),
  )
}

/** One version's tree and mappings. */
export async function treeIn(tx: Tx, place: AdoptionPlace): Promise<MappedTree> {
  const trees = await treesOf(tx, [place])
  return trees.get(placeKey(place)) ?? { tree: emptyTree, mappings: new Map() }
}

type DrawnTree = AdoptionPlace & Pick<Tree, 'tree' | 'levels'>

async function latestTrees(tx: Tx, places: readonly AdoptionPlace[]): Promise<readonly DrawnTree[]> {
  return tx
    .selectFrom('adoptedTree')
    .distinctOn(['municipality', 'version'])
    .select(['municipality', 'version', 'tree', 'levels'])
    .where(among(places))
    .where(asKnown('made_at'))
    .orderBy('municipality')
    .orderBy('version')
    .orderBy('tree', 'desc')
    .execute()
}

async function nodesOf(
  tx: Tx,
  trees: readonly DrawnTree[],
): Promise<ReadonlyMap<string, readonly TreeNode[]>> {
  if (trees.length === 0) return new Map()
  const rows = await tx
    .selectFrom('adoptedNode')
    .select(['municipality', 'version', 'node', 'depth', 'mark', 'text'])
    .where((eb) =>
      eb(
        eb.refTuple('municipality', 'version', 'tree'),
        'in',
        trees.map(({ municipality, version, tree }) => eb.tuple(municipality, version, tree)),
      ),
    )
    .orderBy('position')
    .execute()
  const byPlace = Map.groupBy(rows, placeKey)
  return new Map(
    [...byPlace].map(([key, of]) => [
      key,
      of.map(({ node, depth, mark, text }): TreeNode => ({ node, depth, mark, text })),
    ]),
  )
}

async function mappingsOf(
  tx: Tx,
  places: readonly AdoptionPlace[],
): Promise<ReadonlyMap<string, ReadonlyMap<number, Mapping>>> {
  const rows = await tx
    .selectFrom('nodeMapping')
    .distinctOn(['municipality', 'version', 'node'])
    .select(['municipality', 'version', 'node', 'said', 'fit', 'interventionId', 'comment'])
    .where(among(places))
    .where(asKnown('said_at'))
    .orderBy('municipality')
    .orderBy('version')
    .orderBy('node')
    .orderBy('said', 'desc')
    .execute()
  return new Map(
    [...Map.groupBy(rows, placeKey)].map(([key, of]) => [
      key,
      new Map(
        of.map(({ node, said, fit, interventionId, comment }): [number, Mapping] => [
          node,
          { said, fit, intervention: interventionId, comment },
        ]),
      ),
    ]),
  )
}

function among(places: readonly AdoptionPlace[]) {
  const pairs = places.map(({ municipality, version }) => sql`(${municipality}, ${version}::int)`)
  return sql<boolean>`(municipality, version) in (${sql.join(pairs)})`
}

/** The highest number that a node of a version has ever had. */
export async function highestNode(tx: Tx, { municipality, version }: AdoptionPlace): Promise<number> {
  const { highest } = await tx
    .selectFrom('adoptedNode')
    .select((eb) => eb.fn.max('node').as('highest'))
    .where('municipality', '=', municipality)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return highest ?? 0
}

/** Draws a version's tree, whole. */
export async function addTree(
  tx: Tx,
  { networkId, by, at }: Writing,
  { municipality, version }: AdoptionPlace,
  { tree, levels, nodes }: Tree,
): Promise<void> {
  await tx
    .insertInto('adoptedTree')
    .values({ networkId, municipality, version, tree, levels: [...levels], madeAt: at, madeBy: by })
    .execute()
  const rows = nodes.map((node, position) => ({
    networkId,
    municipality,
    version,
    tree,
    position,
    ...node,
  }))
  await tx.insertInto('adoptedNode').values(rows).execute()
}

/** What is said of a node, after what was said of it before. */
export interface NodeSaying extends MappingChoice {
  readonly node: number
  readonly said: number
  readonly comment: string | null
}

/** Says how nodes answer to the shared interventions. */
export async function addMappings(
  tx: Tx,
  { networkId, by, at }: Writing,
  place: AdoptionPlace,
  sayings: readonly NodeSaying[],
): Promise<void> {
  await tx
    .insertInto('nodeMapping')
    .values(
      sayings.map(({ intervention, ...saying }) => ({
        networkId,
        municipality: place.municipality,
        version: place.version,
        ...saying,
        interventionId: intervention,
        saidAt: at,
        saidBy: by,
      })),
    )
    .execute()
}
