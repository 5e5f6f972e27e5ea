import { z } from 'zod'
import type { Tx } from '#platform/database/connection.ts'
import { addDays, dayOf } from '#platform/values/dates.ts'
import { companySizes } from './core/company.ts'
import { hearingBack } from './core/visit.ts'

const days = z.number().int()

/** The shape of `example-companies.json`: made-up companies and visits, their days counted from the day of planting. */
const CompaniesFile = z.object({
  companies: z.array(
    z.object({
      name: z.string(),
      municipality: z.string(),
      size: z.enum(companySizes),
      branch: z.string(),
      contacts: z.array(
        z.object({
          municipality: z.string(),
          name: z.string(),
          title: z.string(),
          email: z.string(),
          phone: z.string(),
          agreedDaysAgo: days.nullable(),
          isShared: z.boolean(),
        }),
      ),
    }),
  ),
  visits: z.array(
    z.object({
      company: z.string(),
      municipality: z.string(),
      by: z.string(),
      daysAgo: days,
      state: z.enum(['planned', 'done']),
      went: z.string(),
      said: z.string(),
      inside: z.string(),
      hearBack: z.enum(hearingBack),
      isShared: z.boolean(),
      promises: z.array(
        z.object({
          text: z.string(),
          dueInDays: days,
          outcome: z.enum(['kept', 'not-kept']).nullable(),
          because: z.string(),
        }),
      ),
    }),
  ),
})
type Example = z.infer<typeof CompaniesFile>

const dayLength = 86_400_000

interface Planter {
  readonly networkId: string
  readonly now: Date
  readonly people: ReadonlyMap<string, string>
}

/** Writes the example companies and the visits to them, as the database's owner. Answers the companies' ids by name. */
export async function plantCompanies(
  tx: Tx,
  networkId: string,
  file: unknown,
  now: Date,
  people: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const { companies, visits } = CompaniesFile.parse(file)
  const planter = { networkId, now, people }
  const ids = new Map<string, string>()
  for (const example of companies) ids.set(example.name, await plantCompany(tx, planter, example))
  for (const example of visits) await plantVisit(tx, planter, example, ids.get(example.company) ?? '')
  return ids
}

async function plantCompany(
  tx: Tx,
  { networkId, now }: Planter,
  { contacts, ...facts }: Example['companies'][number],
): Promise<string> {
  const { id: companyId } = await tx
    .insertInto('company')
    .values({
      ...facts,
      networkId,
      organisationNumber: null,
      soleTraderDigest: null,
      isExample: true,
      addedAt: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const { agreedDaysAgo, ...contact } of contacts) {
    const agreedAt = agreedDaysAgo === null ? null : daysBefore(now, agreedDaysAgo)
    await tx
      .insertInto('companyContact')
      .values({ ...contact, networkId, companyId, agreedAt, addedAt: now, addedBy: null, endedAt: null })
      .execute()
  }
  return companyId
}

async function plantVisit(
  tx: Tx,
  { networkId, now, people }: Planter,
  example: Example['visits'][number],
  companyId: string,
): Promise<void> {
  const { municipality, by, daysAgo, state, isShared, went, said, inside, hearBack, promises } = example
  const personId = people.get(by)
  if (personId === undefined)
    throw new Error(`The example visits name ${by}, who is not among the example people`)
  const at = daysBefore(now, Math.max(daysAgo, 0))
  const { id: visitId } = await tx
    .insertInto('companyVisit')
    .values({
      networkId,
      companyId,
      municipality,
      onDay: addDays(dayOf(now), -daysAgo),
      state,
      personId,
      addedAt: at,
      sharedAt: isShared ? at : null,
      isExample: true,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (state === 'planned') return
  await tx
    .insertInto('visitWord')
    .values({
      networkId,
      visitId,
      went,
      said,
      hearBack,
      contactId: null,
      finishedAt: at,
      finishedBy: personId,
    })
    .execute()
  if (inside !== '') await tx.insertInto('visitInside').values({ networkId, visitId, text: inside }).execute()
  for (const { text, dueInDays, outcome, because } of promises) {
    const dueOn = addDays(dayOf(now), dueInDays)
    const settled =
      outcome === null ? { settledAt: null, settledBy: null } : { settledAt: now, settledBy: personId }
    const place = { networkId, visitId, companyId, municipality }
    await tx
      .insertInto('promise')
      .values({ ...place, text, dueOn, ownerId: personId, madeAt: at, outcome, because, ...settled })
      .execute()
  }
}

function daysBefore(now: Date, count: number): Date {
  return new Date(now.getTime() - count * dayLength)
}
