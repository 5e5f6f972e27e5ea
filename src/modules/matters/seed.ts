import { z } from 'zod'
import type { Tx } from '#platform/database/connection.ts'
import { addDays, dayOf } from '#platform/values/dates.ts'
import { noOwnDays } from '#platform/values/working-days.ts'
import { outcomes } from './core/outcome.ts'
import { planText } from './core/plan.ts'
import { promisedDays } from './core/clock.ts'
import { digestOf, keyOf } from './key.ts'
import { putTerms } from './similar-store.ts'

const days = z.number().int()
const sizes = z.enum(['0', '1-9', '10-49', '50-249', '250'])

/** The shape of `example-matters.json`: made-up matters at all stages, their days counted from the day of planting. */
const MattersFile = z.array(
  z.object({
    id: z.string(),
    topic: z.string(),
    subject: z.string(),
    places: z.array(z.string()),
    placeKind: z.enum(['places', 'unsure']),
    locality: z.string(),
    answers: z.record(z.string(), z.string()),
    company: z.object({ name: z.string(), seat: z.string().nullable(), size: sizes, branch: z.string() }),
    contact: z.string(),
    daysAgo: days,
    lead: z.string().nullable(),
    owner: z.string().nullable(),
    others: z.array(z.object({ municipality: z.string(), owner: z.string() })),
    triage: z.literal('place-unsure').nullable(),
    /** The id of a matter that stands earlier in the file. */
    joinedTo: z.string().nullable(),
    entries: z.array(
      z.object({
        /** The company, or the key of an officer. */
        by: z.string(),
        kind: z.enum(['message', 'plan', 'outcome', 'verdict']),
        text: z.string(),
        way: z.enum(['page', 'phone']).default('page'),
        daysAgo: days,
        steps: z.array(z.object({ inDays: days, text: z.string() })).optional(),
      }),
    ),
    notes: z.array(
      z.object({ by: z.string(), audience: z.enum(['own', 'parts']), text: z.string(), daysAgo: days }),
    ),
    state: z.enum(['open', 'waiting', 'closed']),
    waitingDaysAgo: days.nullable(),
    outcome: z.enum(outcomes).nullable(),
    verdict: z.enum(['solved', 'partly', 'not']).nullable(),
  }),
)
type Example = z.infer<typeof MattersFile>[number]

const dayLength = 86_400_000
/** What came today came two hours ago. */
const sinceToday = 7_200_000

interface Planter {
  readonly networkId: string
  readonly now: Date
  readonly secret: string
  readonly personOf: (key: string) => string
  /** The municipality that an officer of the examples is of. */
  readonly placeOf: ReadonlyMap<string, string>
  /** Those that the network has met already, by their names. */
  readonly companies: ReadonlyMap<string, string>
  /** By the example's id. */
  readonly planted: Map<string, string>
}

/** Writes the example matters, as the database's owner. */
export async function plantMatters(
  tx: Tx,
  { networkId, now, secret, companies }: Pick<Planter, 'networkId' | 'now' | 'secret' | 'companies'>,
  file: unknown,
  people: ReadonlyMap<string, string>,
): Promise<void> {
  const examples = MattersFile.parse(file)
  const officers = await tx
    .selectFrom('roleGrant')
    .select(['personId', 'municipality'])
    .where('networkId', '=', networkId)
    .where('role', '=', 'officer')
    .execute()
  const planter: Planter = {
    networkId,
    now,
    secret,
    companies,
    personOf: (key) => known(people, key),
    placeOf: new Map(officers.map(({ personId, municipality }) => [personId, municipality ?? ''])),
    planted: new Map(),
  }
  const byAge = examples.map((example, index) => ({ example, number: index + 1 }))
  for (const { example, number } of byAge) await plantOne(tx, planter, example, number)
  await tx
    .insertInto('matterCount')
    .values({ networkId, year: yearOf(now), last: examples.length })
    .execute()
}

function known(map: ReadonlyMap<string, string>, key: string): string {
  const value = map.get(key)
  if (value === undefined) throw new Error(`The examples speak of ${key}, whom nobody knows`)
  return value
}

function yearOf(at: Date): number {
  return Number(dayOf(at).slice(0, 4))
}

function ago({ now }: Planter, count: number): Date {
  return new Date(now.getTime() - (count === 0 ? sinceToday : count * dayLength))
}

async function plantOne(tx: Tx, planter: Planter, example: Example, number: number): Promise<void> {
  const { networkId, secret, planted } = planter
  const { id } = await tx
    .insertInto('matter')
    .values({ networkId, number, ...factsOf(planter, example) })
    .returning('id')
    .executeTakeFirstOrThrow()
  planted.set(example.id, id)
  const place = { networkId, matter: id }
  await tx
    .insertInto('matterKey')
    .values({
      networkId,
      matterId: id,
      digest: Buffer.from(digestOf(keyOf(secret, place)), 'hex'),
      madeAt: ago(planter, example.daysAgo),
    })
    .execute()
  await tx
    .insertInto('matterText')
    .values({ networkId, matterId: id, subject: example.subject, locality: example.locality })
    .execute()
  await plantSender(tx, planter, example, id)
  await plantParts(tx, planter, example, id)
  for (const entry of example.entries) await plantEntry(tx, planter, entry, id)
  for (const note of example.notes) await plantNote(tx, planter, note, id)
  await putTerms(tx, place, { subject: example.subject, text: example.entries[0]?.text ?? '' })
}

/** What the entries say of the matter stands in its facts too. */
function factsOf(planter: Planter, example: Example) {
  const receivedAt = ago(planter, example.daysAgo)
  const said = (kind: Example['entries'][number]['kind'] | null) => {
    const entry = example.entries.find(
      ({ by, kind: own }) => (kind === null || own === kind) && (kind !== null || by !== 'company'),
    )
    return entry ? ago(planter, entry.daysAgo) : null
  }
  const steps = example.entries.flatMap((entry) => entry.steps ?? [])
  const [step] = steps
  return {
    year: yearOf(planter.now),
    topicId: example.topic,
    placeKind: example.placeKind,
    places: example.places,
    answers: JSON.stringify(example.answers),
    senderKind: 'company',
    size: example.company.size,
    branch: example.company.branch,
    way: 'page',
    entrance: null,
    locale: 'sv',
    isExample: true,
    receivedAt,
    state: example.state,
    triage: example.triage,
    ...promisedDays(receivedAt, { firstWordDays: 1, planDays: 5, own: noOwnDays }),
    firstWordAt: said(null),
    plannedAt: said('plan'),
    stepBy: step ? addDays(dayOf(planter.now), step.inDays) : null,
    waitingSince: example.waitingDaysAgo === null ? null : ago(planter, example.waitingDaysAgo),
    closedAt: said('outcome'),
    outcome: example.outcome,
    verdict: example.verdict,
    verdictAt: said('verdict'),
    joinedTo: example.joinedTo === null ? null : known(planter.planted, example.joinedTo),
  } as const
}

async function plantSender(tx: Tx, planter: Planter, example: Example, matterId: string): Promise<void> {
  const companyId = planter.companies.get(example.company.name) ?? (await plantCompany(tx, planter, example))
  await tx
    .insertInto('matterSender')
    .values({
      networkId: planter.networkId,
      matterId,
      companyId,
      contactName: example.contact,
      email: `${example.id}@example.org`,
      nameFor: 'all',
    })
    .execute()
}

async function plantCompany(tx: Tx, planter: Planter, example: Example): Promise<string> {
  const { name, seat, size, branch } = example.company
  const { id } = await tx
    .insertInto('company')
    .values({
      networkId: planter.networkId,
      name,
      municipality: seat,
      size,
      branch,
      isExample: true,
      addedAt: ago(planter, example.daysAgo),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function plantParts(tx: Tx, planter: Planter, example: Example, matterId: string): Promise<void> {
  const { networkId, personOf } = planter
  const parts = [
    ...(example.lead !== null && example.owner !== null
      ? [{ municipality: example.lead, owner: example.owner, role: 'lead' as const }]
      : []),
    ...example.others.map((part) => ({ ...part, role: 'contributor' as const })),
  ]
  if (parts.length === 0) return
  const desks = await tx
    .selectFrom('desk')
    .select(['municipality', 'id'])
    .where('networkId', '=', networkId)
    .execute()
  await tx
    .insertInto('matterPart')
    .values(
      parts.map(({ municipality, owner, role }) => ({
        networkId,
        matterId,
        municipality,
        role,
        deskId: desks.find((desk) => desk.municipality === municipality)?.id ?? null,
        ownerId: personOf(owner),
        because: JSON.stringify({ by: 'rule', version: null, rule: null }),
        addedAt: ago(planter, example.daysAgo),
      })),
    )
    .execute()
}

async function plantEntry(
  tx: Tx,
  planter: Planter,
  { by, kind, text, way, daysAgo, steps }: Example['entries'][number],
  matterId: string,
): Promise<void> {
  const { networkId, now, personOf, placeOf } = planter
  const at = ago(planter, daysAgo)
  const personId = by === 'company' ? null : personOf(by)
  const dated = steps?.map((step) => ({ on: addDays(dayOf(now), step.inDays), text: step.text }))
  await tx
    .insertInto('matterEntry')
    .values({
      networkId,
      matterId,
      side: personId === null ? 'company' : 'town-hall',
      kind,
      municipality: personId === null ? null : (placeOf.get(personId) ?? null),
      personId,
      text: dated ? planText(text, dated, 'sv') : text,
      way,
      state: 'sent',
      writtenAt: at,
      finishedAt: at,
      sentAt: at,
      steps: dated ? JSON.stringify(dated) : null,
    })
    .execute()
}

async function plantNote(
  tx: Tx,
  planter: Planter,
  { by, audience, text, daysAgo }: Example['notes'][number],
  matterId: string,
): Promise<void> {
  const writtenBy = planter.personOf(by)
  await tx
    .insertInto('matterNote')
    .values({
      networkId: planter.networkId,
      matterId,
      municipality: planter.placeOf.get(writtenBy) ?? null,
      audience,
      text,
      writtenAt: ago(planter, daysAgo),
      writtenBy,
    })
    .execute()
}
