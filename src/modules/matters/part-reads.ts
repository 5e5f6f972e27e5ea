import { namesOf, type Actor } from '#modules/accounts'
import { municipalitiesOf, type Municipality } from '#modules/region'
import { allTopicsOf, desksOf, townHallsOf, type PlacedDesk, type Topic } from '#modules/routing'
import type { Tx } from '#platform/database/connection.ts'
import type { Part } from './core/part.ts'
import { waitsFor } from './core/part-policy.ts'
import * as store from './part-store.ts'

/** Where a matter stands, with what its ids and codes stand for. */
export interface Standing {
  readonly matter: store.PlacedMatter
  readonly parts: readonly Part[]
  /** The newest first. */
  readonly moves: readonly store.MadeMove[]
  readonly municipalities: readonly Municipality[]
  readonly desks: readonly PlacedDesk[]
  readonly topics: readonly Topic[]
  /** Names by id. */
  readonly people: ReadonlyMap<string, string>
  /** The version of the rules that hold now, by municipality. */
  readonly versions: ReadonlyMap<string, number | null>
}

/** Where a matter stands, for who works on it; null where there is none that they may read. */
export async function standingOf(
  tx: Tx,
  name: { readonly year: number; readonly number: number },
): Promise<Standing | null> {
  const matter = await store.placedMatter(tx, name)
  if (!matter) return null
  const parts = (await store.partsOf(tx, [matter.id])).get(matter.id) ?? []
  const moves = await store.movesOf(tx, matter.id)
  const ids = [...parts.flatMap(({ owner, addedBy }) => [owner, addedBy]), ...moves.map(({ by }) => by)]
  const halls = await townHallsOf(
    tx,
    parts.map(({ municipality }) => municipality),
  )
  return {
    matter,
    parts,
    moves,
    municipalities: await municipalitiesOf(tx),
    desks: await desksOf(tx),
    topics: await allTopicsOf(tx),
    people: await namesOf(
      tx,
      ids.filter((id) => id !== null),
    ),
    versions: new Map(halls.map(({ municipality, version }) => [municipality, version])),
  }
}

/** A matter with its parts. */
export interface WaitingMatter {
  readonly matter: store.PlacedMatter
  readonly parts: readonly Part[]
}

/** What waits for somebody to say where it belongs, the oldest first. */
export async function waitingFor(tx: Tx, actor: Actor | null): Promise<readonly WaitingMatter[]> {
  const matters = await store.mattersInTriage(tx)
  const parts = await store.partsOf(
    tx,
    matters.map(({ id }) => id),
  )
  return matters
    .map((matter) => ({ matter, parts: parts.get(matter.id) ?? [] }))
    .filter((one) => waitsFor(actor, { ...one.matter, parts: one.parts }))
}
