import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import type { ServiceFigure, ServiceRating } from './core/service-factors.ts'
import type { MatterPlace } from './key.ts'

/** The matter that the transaction's key opens, as far as rating it goes. */
export async function matterToRate(tx: Tx) {
  return tx
    .selectFrom('matter')
    .innerJoin('matterPart', (join) =>
      join
        .onRef('matterPart.networkId', '=', 'matter.networkId')
        .onRef('matterPart.matterId', '=', 'matter.id')
        .on('matterPart.role', '=', 'lead')
        .on('matterPart.leftAt', 'is', null),
    )
    .innerJoin('municipality', (join) =>
      join
        .onRef('municipality.networkId', '=', 'matterPart.networkId')
        .onRef('municipality.code', '=', 'matterPart.municipality'),
    )
    .select([
      'matter.id',
      'matter.year',
      'matter.number',
      'matter.state',
      'municipality.code as municipality',
      'municipality.name as municipalityName',
    ])
    .executeTakeFirst()
}

/** What the company has pressed; a later answer stands instead of an earlier one. */
export async function putRating(
  tx: Tx,
  { networkId, matter: matterId }: MatterPlace,
  { municipality, rating, at }: { municipality: string; rating: ServiceRating; at: Date },
): Promise<void> {
  const said = {
    information: rating.information ?? null,
    availability: rating.availability ?? null,
    treatment: rating.treatment ?? null,
    competence: rating.competence ?? null,
    legalCertainty: rating['legal-certainty'] ?? null,
    efficiency: rating.efficiency ?? null,
    answeredAt: at,
  }
  await tx
    .insertInto('serviceRating')
    .values({ networkId, matterId, municipality, ...said })
    .onConflict((conflict) => conflict.columns(['networkId', 'matterId']).doUpdateSet(said))
    .execute()
}

/** How the service of one's own municipalities was found. */
export async function serviceFigures(tx: Tx): Promise<readonly ServiceFigure[]> {
  const { rows } = await sql<ServiceFigure>`select * from service_figures()`.execute(tx)
  return rows
}
