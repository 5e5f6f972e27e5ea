import { z } from 'zod'
import type { Tx } from '#platform/database/connection.ts'
import { Role } from './core/actor.ts'

const PlantedOrganisation = z.object({ id: z.string(), name: z.string() })
type PlantedOrganisation = z.infer<typeof PlantedOrganisation>

/** The shape of `example-people.json`: people by role, never by name. */
const PeopleFile = z.array(
  z.object({
    key: z.string(),
    name: z.string(),
    email: z.email(),
    roles: z.array(
      z.object({
        role: Role,
        municipality: z.string().nullable(),
        organisation: PlantedOrganisation.optional(),
      }),
    ),
  }),
)

/** Writes organisations that are not there yet, as the database's owner. */
export async function plantOrganisations(
  tx: Tx,
  networkId: string,
  organisations: readonly PlantedOrganisation[],
): Promise<void> {
  if (organisations.length === 0) return
  await tx
    .insertInto('organisation')
    .values(organisations.map((one) => ({ networkId, ...one })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Writes the example people and their roles, as the database's owner; gives their ids by key. */
export async function plantPeople(
  tx: Tx,
  networkId: string,
  file: unknown,
  now: Date,
): Promise<ReadonlyMap<string, string>> {
  const people = PeopleFile.parse(file)
  const organisations = people.flatMap(({ roles }) => roles.flatMap(({ organisation }) => organisation ?? []))
  await plantOrganisations(tx, networkId, organisations)
  const added = await tx
    .insertInto('person')
    .values(people.map(({ name, email }) => ({ name, email })))
    .returning(['id', 'email'])
    .execute()
  const idOf = new Map(added.map(({ id, email }) => [email, id]))
  await tx
    .insertInto('roleGrant')
    .values(
      people.flatMap((person) =>
        person.roles.map(({ role, municipality, organisation }) => ({
          networkId,
          personId: idOf.get(person.email) ?? '',
          role,
          municipality,
          organisation: organisation?.id ?? null,
          grantedAt: now,
          grantedBy: null,
          revokedAt: null,
          revokedBy: null,
        })),
      ),
    )
    .execute()
  return new Map(people.map(({ key, email }) => [key, idOf.get(email) ?? '']))
}
