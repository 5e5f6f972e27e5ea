import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '#platform/database/connection.ts'
import { addDays, dayOf } from '#platform/values/dates.ts'
import { tellDemandIn } from './actions/tell-demand.ts'
import { daysStanding, dayWithin, holdings, levels, ways } from './core/need.ts'
import { digestOf, keyOf } from './key.ts'

/** The shape of `example-needs.json`, as far as needs go: made up, their days counted from the day of planting. */
const NeedsFile = z.object({
  needs: z.array(
    z.object({
      company: z.string(),
      skill: z.string(),
      concept: z.string().nullable(),
      field: z.string(),
      people: z.number().int(),
      withinMonths: z.number().int(),
      level: z.enum(levels),
      places: z.array(z.string()),
      holdsBack: z.enum(holdings),
      way: z.enum(ways),
      saidDaysAgo: z.number().int(),
    }),
  ),
})

const dayLength = 86_400_000

/** Writes the example needs and the snapshot that they give, as the database's owner; `companies` are their ids by name. */
export async function plantNeeds(
  tx: Tx,
  { networkId, now, secret }: { readonly networkId: string; readonly now: Date; readonly secret: string },
  file: unknown,
  companies: ReadonlyMap<string, string>,
): Promise<void> {
  const today = dayOf(now)
  for (const { company, skill, withinMonths, saidDaysAgo, ...need } of NeedsFile.parse(file).needs) {
    const id = randomUUID()
    await tx
      .insertInto('skillNeed')
      .values({
        ...need,
        networkId,
        id,
        companyId: companies.get(company) ?? '',
        companyName: company,
        words: skill,
        neededBy: dayWithin(today, withinMonths),
        email: need.way === 'door' ? 'foretag@example.org' : '',
        digest: Buffer.from(digestOf(keyOf(secret, { networkId, kind: 'need', id })), 'hex'),
        saidAt: new Date(now.getTime() - saidDaysAgo * dayLength),
        saidBy: null,
        standsUntil: addDays(today, daysStanding - saidDaysAgo),
        askedOn: null,
        withdrawnAt: null,
        confirmedAt: now,
        isExample: true,
      })
      .execute()
  }
  await tellDemandIn(tx, networkId, today)
}
