import type { Actor, Colleague } from '#modules/accounts'
import type { Database, Tx } from '#platform/database/connection.ts'
import type { IsoDay } from '#platform/values/dates.ts'
import { bySwedishName } from '#platform/values/locale.ts'
import { officerIn, type Absence, type Staff } from './core/ladder.ts'

/** Who works in a network and is away on or after a day. */
export async function staffOf(db: Database | Tx, networkId: string, from: IsoDay): Promise<Staff> {
  const grants = await db
    .selectFrom('roleGrant')
    .select(['personId', 'role', 'municipality'])
    .where('networkId', '=', networkId)
    .where('role', 'in', ['officer', 'coordinator'])
    .where('revokedAt', 'is', null)
    .orderBy('personId')
    .execute()
  const absences = await db
    .selectFrom('absence')
    .select(['personId', 'fromDay', 'untilDay', 'deputyId'])
    .where('networkId', '=', networkId)
    .where('untilDay', '>=', from)
    .where('withdrawnAt', 'is', null)
    .execute()
  return {
    officers: new Set(
      grants.flatMap(({ role, municipality, personId }) =>
        role === 'officer' && municipality !== null ? [officerIn(municipality, personId)] : [],
      ),
    ),
    coordinators: grants.filter(({ role }) => role === 'coordinator').map(({ personId }) => personId),
    absences,
  }
}

/** Somebody's absence as colleagues read it. */
export interface AbsenceLine extends Absence {
  readonly id: string
}

/** The absences of today and to come, those that begin first first. */
export async function absencesFrom(tx: Tx, today: IsoDay): Promise<readonly AbsenceLine[]> {
  return tx
    .selectFrom('absence')
    .select(['id', 'personId', 'fromDay', 'untilDay', 'deputyId'])
    .where('untilDay', '>=', today)
    .where('withdrawnAt', 'is', null)
    .orderBy('fromDay')
    .orderBy('id')
    .execute()
}

export async function addAbsence(
  tx: Tx,
  networkId: string,
  absence: Absence,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<void> {
  await tx
    .insertInto('absence')
    .values({ networkId, ...absence, saidAt: at, saidBy: by, withdrawnAt: null })
    .execute()
}

/** Takes an absence back; answers whose it was, if it was one that the one who asks may take back. */
export async function withdrawAbsence(tx: Tx, id: string, at: Date): Promise<string | undefined> {
  const row = await tx
    .updateTable('absence')
    .set({ withdrawnAt: at })
    .where('id', '=', id)
    .where('withdrawnAt', 'is', null)
    .returning('personId')
    .executeTakeFirst()
  return row?.personId
}

/** Oneself and those who can answer in one's place: the officers of one's municipalities, coordinators for each other. */
export async function peopleBeside(tx: Tx, actor: Actor): Promise<readonly Colleague[]> {
  const own = actor.grants.filter(({ role }) => role === 'officer' || role === 'coordinator')
  const rows = await tx
    .selectFrom('roleGrant')
    .innerJoin('person', 'person.id', 'roleGrant.personId')
    .select(['person.id', 'person.name'])
    .distinct()
    .where('revokedAt', 'is', null)
    .where((eb) =>
      eb.or([
        eb('person.id', '=', actor.personId),
        ...own.map(({ role, municipality }) =>
          eb.and([eb('role', '=', role), eb('municipality', 'is not distinct from', municipality)]),
        ),
      ]),
    )
    .execute()
  return rows.toSorted((a, b) => bySwedishName(a.name, b.name))
}
