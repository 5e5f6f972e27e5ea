import { sql } from 'kysely'
import type { Database, Tx } from '#platform/database/connection.ts'
import type { Bilingual } from '#platform/values/locale.ts'
import type { ChosenMunicipality } from './core/municipalities.ts'
import type { NetworkForm } from './core/network-form.ts'

/** A municipality with its outline, where that is known. */
export interface FoundingMunicipality extends ChosenMunicipality {
  readonly boundary: GeoJSON.Geometry | null
}

/** What the programme says before anything is entered. */
export interface EmptyFramework {
  readonly name: Bilingual
  readonly vision: Bilingual
  readonly note: Bilingual
}

/** When the installation's first network was founded; null before there is one. */
export async function foundedAt(db: Database): Promise<Date | null> {
  const first = await db
    .selectFrom('network')
    .select('createdAt')
    .orderBy('createdAt')
    .limit(1)
    .executeTakeFirst()
  return first?.createdAt ?? null
}

/** An id for the network to be: the transaction speaks for it before the row is there. */
export async function newNetworkId(db: Database): Promise<string> {
  const { rows } = await sql<{ id: string }>`select gen_random_uuid() as id`.execute(db)
  return rows[0]?.id ?? ''
}

/**
 * Whether no network exists. Whoever asks holds the answer until the transaction ends: another one that would add a
 * network waits, while readers do not.
 */
export async function isUnfounded(tx: Tx): Promise<boolean> {
  await sql`lock table network in share row exclusive mode`.execute(tx)
  const { rows } = await sql<{ unfounded: boolean }>`select is_unfounded() as unfounded`.execute(tx)
  return rows[0]?.unfounded ?? false
}

/** Adds the network. */
export async function addNetwork(
  tx: Tx,
  network: { id: string; slug: string; form: NetworkForm; at: Date },
): Promise<void> {
  const { id, slug, form, at } = network
  await tx
    .insertInto('network')
    .values({
      id,
      slug,
      name: JSON.stringify(form.name),
      about: JSON.stringify(form.about),
      contact: JSON.stringify(form.contact),
      createdAt: at,
    })
    .execute()
}

/** Adds the network's municipalities. */
export async function addMunicipalities(
  tx: Tx,
  networkId: string,
  municipalities: readonly FoundingMunicipality[],
): Promise<void> {
  const rows = municipalities.map(({ code, slug, name, county, boundary }) => ({
    networkId,
    code,
    slug,
    name,
    county,
    boundary: boundary && JSON.stringify(boundary),
  }))
  await tx.insertInto('municipality').values(rows).execute()
}

/** Adds the programme that has no goals yet. */
export async function addEmptyFramework(tx: Tx, networkId: string, framework: EmptyFramework): Promise<void> {
  await tx
    .insertInto('programme')
    .values({
      networkId,
      name: JSON.stringify(framework.name),
      vision: JSON.stringify(framework.vision),
      isProposal: true,
      proposalNote: JSON.stringify(framework.note),
    })
    .execute()
}
