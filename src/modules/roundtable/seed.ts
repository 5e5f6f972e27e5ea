import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '#platform/database/connection.ts'
import { addDays, dayOf } from '#platform/values/dates.ts'
import { addWorkingDays } from '#platform/values/working-days.ts'
import { kinds } from './core/event.ts'
import { digestOf, keyOf } from './key.ts'

const Size = z.enum(['0', '1-9', '10-49', '50-249', '250'])

/** The shape of `example-event.json`: a made-up event with its list. */
const EventFile = z.object({
  title: z.string(),
  theme: z.string(),
  welcome: z.string(),
  place: z.string(),
  inDays: z.number().int(),
  answerInDays: z.number().int(),
  opensAt: z.string(),
  endsAt: z.string(),
  seats: z.number().int(),
  /** Which interventions and indicators it serves. */
  links: z.array(z.object({ kind: z.enum(['intervention', 'indicator']), ref: z.string() })),
  items: z.array(z.object({ at: z.string(), text: z.string() })),
  rounds: z.array(z.object({ startsAt: z.string(), minutes: z.number().int() })),
  criteria: z.array(
    z.object({ id: z.string(), text: z.string(), kind: z.enum(kinds), seats: z.number().int() }),
  ),
  tables: z.array(z.object({ id: z.string(), min: z.number().int(), max: z.number().int() })),
  /** One of each round. */
  questions: z.array(z.string()),
  participants: z.array(
    z.object({
      kind: z.enum(kinds),
      criterion: z.string(),
      name: z.string(),
      title: z.string(),
      organisation: z.string(),
      municipality: z.string().nullable().default(null),
      size: Size.nullable().default(null),
      branch: z.string().nullable().default(null),
      /** The key of an example person. */
      person: z.string().optional(),
      /** The table that they are host of. */
      hosts: z.string().optional(),
      state: z.enum(['listed', 'invited', 'yes', 'no']),
    }),
  ),
})

type Example = z.infer<typeof EventFile>

interface Planter {
  readonly networkId: string
  readonly now: Date
  readonly secret: string
}

interface Met {
  readonly people: ReadonlyMap<string, string>
  readonly companies: ReadonlyMap<string, string>
}

/** Writes the example event, as the database's owner; `people` are example people by key, `companies` by name. */
export async function plantEvent(tx: Tx, planter: Planter, file: unknown, met: Met): Promise<void> {
  const example = EventFile.parse(file)
  const eventId = await plantFrame(tx, planter, example)
  for (const one of example.participants) await plantParticipant(tx, { ...planter, eventId }, one, met)
}

async function plantFrame(tx: Tx, { networkId, now }: Planter, example: Example): Promise<string> {
  const { title, theme, welcome, place, opensAt, endsAt, seats } = example
  // The working day then, or the next one.
  const day = (inDays: number) => addWorkingDays(addDays(dayOf(now), inDays - 1), 1)
  const { id: eventId } = await tx
    .insertInto('event')
    .values({
      networkId,
      title,
      theme,
      welcome,
      place,
      opensAt,
      endsAt,
      seats,
      onDay: day(example.inDays),
      answerBy: day(example.answerInDays),
      publishedAt: now,
      cancelledAt: null,
      cancelledBecause: null,
      heldAt: null,
      isExample: true,
      addedAt: now,
      addedBy: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const of = { networkId, eventId }
  await tx
    .insertInto('eventItem')
    .values(example.items.map((item) => ({ ...of, ...item })))
    .execute()
  await tx
    .insertInto('eventRound')
    .values(example.rounds.map((round, number) => ({ ...of, number, ...round })))
    .execute()
  await tx
    .insertInto('eventCriterion')
    .values(example.criteria.map((criterion, position) => ({ ...of, ...criterion, position })))
    .execute()
  await tx
    .insertInto('eventTable')
    .values(example.tables.map((table, position) => ({ ...of, ...table, position, hostId: null })))
    .execute()
  await tx
    .insertInto('eventQuestion')
    .values(example.questions.map((text, round) => ({ ...of, text, round, position: round, tableId: null })))
    .execute()
  if (example.links.length > 0)
    await tx
      .insertInto('eventLink')
      .values(example.links.map((link) => ({ ...of, ...link })))
      .execute()
  return eventId
}

async function plantParticipant(
  tx: Tx,
  { networkId, eventId, now, secret }: Planter & { readonly eventId: string },
  one: Example['participants'][number],
  { people, companies }: Met,
): Promise<void> {
  const id = randomUUID()
  const { kind, criterion, name, title, organisation, municipality, size, branch, state } = one
  await tx
    .insertInto('participant')
    .values({
      networkId,
      eventId,
      id,
      kind,
      name,
      title,
      organisation,
      municipality,
      size,
      branch,
      state,
      criterionId: criterion,
      companyId: companies.get(organisation) ?? null,
      personId: people.get(one.person ?? '') ?? null,
      insteadOf: null,
      fromRound: null,
      untilRound: null,
      openedAt: null,
      answeredAt: ['yes', 'no'].includes(state) ? now : null,
      isExample: true,
      addedAt: now,
      addedBy: null,
    })
    .execute()
  await tx
    .insertInto('participantContact')
    .values({ networkId, participantId: id, email: `deltagare.${shortOf(name)}@example.org` })
    .execute()
  const digest = Buffer.from(digestOf(keyOf(secret, { networkId, participant: id })), 'hex')
  await tx
    .insertInto('participantKey')
    .values({ networkId, digest, participantId: id, madeAt: now })
    .execute()
  if (state !== 'listed')
    await tx
      .insertInto('participantLetter')
      .values({ networkId, participantId: id, occasion: 'invitation', sentAt: now, sentBy: null })
      .execute()
  if (one.hosts !== undefined)
    await tx
      .updateTable('eventTable')
      .set({ hostId: id })
      .where('eventId', '=', eventId)
      .where('id', '=', one.hosts)
      .execute()
}

/** A few letters that are the same for the same name and no two share in practice. */
function shortOf(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 8)
}
