import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { plantActivities } from '#modules/activities'
import { plantPeople } from '#modules/accounts'
import { plantAdoptions } from '#modules/adoptions'
import { plantAsks } from '#modules/asking'
import { plantCommitments } from '#modules/commitments'
import { plantCompanies } from '#modules/companies'
import { plantCourses } from '#modules/courses'
import { plantNeeds } from '#modules/needs'
import { plantSupports } from '#modules/competence'
import { plantIndicators } from '#modules/indicators'
import { plantMatters } from '#modules/matters'
import { plantPatterns } from '#modules/patterns'
import { plantProgramme } from '#modules/programme'
import { plantNetwork } from '#modules/region'
import { plantEvent } from '#modules/roundtable'
import { plantRouting } from '#modules/routing'
import { plantSeats } from '#modules/seat-plan'
import type { Database } from '#platform/database/connection.ts'

/**
 * Loads the first network, the Göteborg Region, into an installation that has none. All or nothing, and once however
 * many processes start together. `ownerDb` speaks as the database's owner; from `secret` the
 * private addresses of the example matters are derived.
 */
export async function plantFirstNetwork(
  ownerDb: Database,
  dataFolder: string,
  now: Date,
  secret: string,
): Promise<void> {
  const read = async (file: string) => readFile(join(dataFolder, 'gothenburg-region', file), 'utf8')
  const json = async (file: string): Promise<unknown> => JSON.parse(await read(file))

  await ownerDb.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('samsyn plants the first network'))`.execute(tx)
    if (await tx.selectFrom('network').select('id').limit(1).executeTakeFirst()) return

    const networkId = await plantNetwork(tx, {
      network: await json('network.json'),
      topology: await json('municipalities.topo.json'),
    })
    const people = await plantPeople(tx, networkId, await json('example-people.json'), now)
    await plantIndicators(
      tx,
      networkId,
      {
        indicators: await json('indicators.json'),
        sources: await json('sources.json'),
        observations: await read('observations.csv'),
      },
      now,
    )
    const programme = {
      programme: await json('programme.json'),
      cells: await json('example-cells.json'),
    }
    await plantProgramme(tx, networkId, programme, now, people)
    const adoptions = {
      known: await json('adoptions.json'),
      examples: await json('example-adoptions.json'),
    }
    await plantAdoptions(tx, networkId, adoptions, now)
    await plantActivities(tx, networkId, await json('example-activities.json'), now, people)
    await plantRouting(tx, networkId, await json('routing.json'), people)
    const companies = await plantCompanies(tx, networkId, await json('example-companies.json'), now, people)
    await plantAsks(tx, networkId, await json('example-asks.json'), now, { people, companies })
    const needs = await json('example-needs.json')
    const real = await readFile(join(dataFolder, 'courses/sundsvall-2022-2025.csv'), 'utf8')
    await plantCourses(tx, networkId, { examples: needs, real }, now)
    await plantNeeds(tx, { networkId, now, secret }, needs, companies)
    await plantSupports(tx, networkId, await supportFiles(join(dataFolder, 'supports')), now)
    await plantEvent(tx, { networkId, now, secret }, await json('example-event.json'), { people, companies })
    const held = await json('example-held-event.json')
    await plantCommitments(tx, { networkId, now, secret }, held, { people, companies })
    await plantSeats(tx, networkId, now)
    const matters = await json('example-matters.json')
    await plantMatters(tx, { networkId, now, secret, companies }, matters, people)
    const coordinator = people.get('coordinator')
    if (coordinator !== undefined) await plantPatterns(tx, networkId, now, coordinator)
  })
}

/** A file for each support. */
async function supportFiles(folder: string): Promise<readonly unknown[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted()
  const files: unknown[] = []
  for (const name of names) files.push(JSON.parse(await readFile(join(folder, name), 'utf8')))
  return files
}
