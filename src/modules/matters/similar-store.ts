import { sql } from 'kysely'
import { ranked, termsOf, type Found, type Terms } from '#modules/search'
import type { Tx } from '#platform/database/connection.ts'
import type { MatterPlace } from './key.ts'

/** The one line says more than the text. */
const weightOfSubject = 3
/** What a term that is in few matters has for its share. */
const rare = 0.0005
/** So many matters are looked up by their terms, and so many of those that one reads are compared. */
const [mostLookedUp, mostCompared] = [12_000, 2_000]
/** What has less than this part of what the likest has is not alike. */
const leastAlike = 0.3

/** Keeps what the words of a matter come down to. */
export async function putTerms(
  tx: Tx,
  { networkId, matter: matterId }: MatterPlace,
  words: { readonly subject: string; readonly text: string },
): Promise<void> {
  const terms = await termsOfMatter(words)
  await tx
    .insertInto('matterTerm')
    .values({ networkId, matterId, terms: [...terms.keys()], weights: [...terms.values()] })
    .execute()
}

async function termsOfMatter({ subject, text }: { subject: string; text: string }): Promise<Terms> {
  const terms = new Map(await termsOf(text))
  for (const [term, weight] of await termsOf(subject))
    terms.set(term, (terms.get(term) ?? 0) + weight * weightOfSubject)
  return terms
}

/** The ids of the matters that are most like those words, among those whose words the reader may read. */
export async function mattersLike(
  tx: Tx,
  words: { readonly subject: string; readonly text: string },
  most: number,
): Promise<readonly string[]> {
  return likest(tx, await termsOfMatter(words), most)
}

/** The matters of companies with that in their name, and those that are most like the words. */
export async function findMatters(tx: Tx, words: string, most: number): Promise<readonly string[]> {
  const byName = await sql<{ id: string }>`
    select sender.matter_id as id from company
    join matter_sender as sender on sender.network_id = company.network_id and sender.company_id = company.id
    where company.name ilike ${`%${words.replace(/[\\%_]/g, '\\$&')}%`} limit ${most}`.execute(tx)
  const alike = await likest(tx, await termsOf(words), most)
  return [...new Set([...byName.rows.map(({ id }) => id), ...alike])].slice(0, most)
}

async function likest(tx: Tx, wanted: Terms, most: number): Promise<readonly string[]> {
  const shares = await sharesOf(tx, [...wanted.keys()])
  const asked = rarestOf(wanted, shares.of, shares.count)
  if (asked.length === 0) return []
  const { rows } = await sql<Found>`
    select matter_id as id, terms, weights from matters_with(${asked}::text[], ${mostCompared})`.execute(tx)
  const found = ranked(wanted, rows, (term) => Math.log(1 / (shares.of.get(term) ?? rare)))
  const least = (found[0]?.score ?? 0) * leastAlike
  return found
    .filter(({ score }) => score >= least)
    .slice(0, most)
    .map(({ id }) => id)
}

/** How great a share of the matters has each term, and how many matters there are, as the planner knows it. */
async function sharesOf(tx: Tx, terms: readonly string[]) {
  const { rows } = await sql<{ term: string; share: number }>`
    select term, share from term_shares(${[...terms]}::text[])`.execute(tx)
  const counted = await sql<{ count: number }>`
    select greatest(reltuples, 0)::int as count from pg_class where relname = 'matter_term'`.execute(tx)
  return {
    of: new Map(rows.map(({ term, share }) => [term, share])),
    count: counted.rows[0]?.count ?? 0,
  }
}

/** The rarest terms, as many as lead to no more matters than are looked up. */
function rarestOf(wanted: Terms, shares: ReadonlyMap<string, number>, count: number): readonly string[] {
  const byRarity = [...wanted.keys()].toSorted((a, b) => (shares.get(a) ?? rare) - (shares.get(b) ?? rare))
  let matters = 0
  return byRarity.filter((term, index) => {
    matters += (shares.get(term) ?? rare) * count
    return index === 0 || matters <= mostLookedUp
  })
}
