import { randomUUID } from 'node:crypto'
import { asKeyHolder } from '#modules/accounts'
import type { Hono } from 'hono'
import type { Context, VisitEnv } from '#modules/accounts'
import { inScope, type Tx } from '#platform/database/connection.ts'
import type { TestDatabase } from '../../../tests/database.ts'
import {
  addTestNetwork,
  addTestPeople,
  contextOf,
  testNow,
  type TestNetwork,
  type TestRole,
} from '../../../tests/people.ts'
import { asked } from '../../../tests/visits.ts'
import type { Kind } from './core/event.ts'
import type { ParticipantState } from './core/participant.ts'
import { digestOf, keyOf } from './key.ts'

export const secret = 'a secret that only tests use, long enough'
export const origin = 'http://samsyn.example.org'

export type Who = TestRole | 'visitor'

interface NewParticipant {
  readonly name: string
  readonly kind: Kind
  readonly municipality?: string | null
  readonly state?: ParticipantState
  readonly organisation?: string
}

export interface PlantedEvent {
  readonly network: TestNetwork
  readonly event: string
  /** The ids of the participants by their names: `host 1`–`host 3`, `leader 1`–`leader 2`, `company 1`–`company 5`, `guest 1`–`guest 2`. */
  readonly participants: ReadonlyMap<string, string>
  readonly idOf: (name: string) => string
  readonly key: (name: string) => string
  readonly context: (who: Who, now?: Date) => Context
  /** The context of whoever comes with the participant's key. */
  readonly contextOf: (name: string, now?: Date) => Context
  readonly as: <Result>(who: Who, work: (tx: Tx) => Promise<Result>) => Promise<Result>
  readonly asParticipant: <Result>(name: string, work: (tx: Tx) => Promise<Result>) => Promise<Result>
  readonly asked: (
    who: Who,
    routes: Hono<VisitEnv>,
    path: string,
    init?: RequestInit,
  ) => ReturnType<typeof asked>
  readonly addParticipant: (one: NewParticipant) => Promise<string>
}

const seated: readonly NewParticipant[] = [
  { name: 'host 1', kind: 'host' },
  { name: 'host 2', kind: 'host' },
  { name: 'host 3', kind: 'host' },
  { name: 'leader 1', kind: 'leadership', municipality: '1440' },
  { name: 'leader 2', kind: 'leadership', municipality: '1441' },
  ...[1, 2, 3, 4, 5].map((number) => ({
    name: `company ${number}`,
    kind: 'company' as const,
    municipality: number < 4 ? '1440' : '1441',
  })),
  { name: 'guest 1', kind: 'guest' },
  { name: 'guest 2', kind: 'guest' },
]

/** A network of Ale and Lerum with a published event, a week after `testNow`: three tables, two rounds, twelve who have said yes. */
export async function plantTestEvent(database: TestDatabase): Promise<PlantedEvent> {
  const network = await addTestNetwork(database)
  const { id: networkId } = network
  const { db } = database
  const actors = await addTestPeople(database, networkId)
  const event = await addEvent(database, networkId)
  const participants = new Map<string, string>()
  const idOf = (name: string) => {
    const id = participants.get(name)
    if (id === undefined) throw new Error(`nobody is called ${name}`)
    return id
  }
  const key = (name: string) => keyOf(secret, { networkId, participant: idOf(name) })
  const context = (who: Who, now = testNow): Context => ({
    ...contextOf(db, networkId, actors.get(who) ?? null),
    now,
  })
  const addParticipants = async (people: readonly NewParticipant[]) => {
    const ids = await addTestParticipants(database, { networkId, event }, people)
    for (const [name, id] of ids) participants.set(name, id)
  }
  await addParticipants(seated)
  for (const table of ['1', '2', '3'])
    await database.ownerDb
      .updateTable('eventTable')
      .set({ hostId: idOf(`host ${table}`) })
      .where('eventId', '=', event)
      .where('id', '=', table)
      .execute()
  return {
    network,
    event,
    participants,
    idOf,
    key,
    context,
    contextOf: (name, now) => asKeyHolder(context('visitor', now), key(name)),
    as: async (who, work) => inScope(db, { networkId, personId: actors.get(who)?.personId ?? null }, work),
    asParticipant: async (name, work) =>
      inScope(db, { networkId, personId: null, key: digestOf(key(name)) }, work),
    asked: async (who, routes, path, init) =>
      asked({ database, network }, actors.get(who) ?? null, routes, path, init),
    addParticipant: async (one) => {
      await addParticipants([one])
      return idOf(one.name)
    },
  }
}

async function addEvent({ ownerDb }: TestDatabase, networkId: string): Promise<string> {
  const { id: eventId } = await ownerDb
    .insertInto('event')
    .values({
      networkId,
      title: 'Kompetens (exempel)',
      theme: 'Hur vi hittar folk',
      place: 'Stora salen',
      onDay: '2026-12-01',
      opensAt: '09:00',
      endsAt: '11:30',
      seats: 20,
      answerBy: '2026-11-27',
      publishedAt: testNow,
      cancelledAt: null,
      cancelledBecause: null,
      heldAt: null,
      addedAt: testNow,
      addedBy: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const of = { networkId, eventId }
  await ownerDb
    .insertInto('eventRound')
    .values(['09:30', '10:30'].map((startsAt, number) => ({ ...of, number, startsAt, minutes: 45 })))
    .execute()
  await ownerDb
    .insertInto('eventCriterion')
    .values(
      (['leadership', 'company', 'guest', 'host'] as const).map((kind, position) => ({
        ...of,
        id: kind,
        text: `All of kind ${kind}`,
        kind,
        seats: 5,
        position,
      })),
    )
    .execute()
  await ownerDb
    .insertInto('eventTable')
    .values(['1', '2', '3'].map((id, position) => ({ ...of, id, position, min: 2, max: 6, hostId: null })))
    .execute()
  await ownerDb
    .insertInto('eventQuestion')
    .values(
      ['Vad hindrar?', 'Vem gör vad?'].map((text, round) => ({
        ...of,
        text,
        round,
        position: round,
        tableId: null,
      })),
    )
    .execute()
  return eventId
}

/** Puts people on the list, each with an address and a key; answers their ids by name. */
async function addTestParticipants(
  { ownerDb }: TestDatabase,
  { networkId, event }: { readonly networkId: string; readonly event: string },
  people: readonly NewParticipant[],
): Promise<ReadonlyMap<string, string>> {
  const rows = people.map((one) => ({ ...one, id: randomUUID() }))
  await ownerDb
    .insertInto('participant')
    .values(
      rows.map(({ id, name, kind, municipality = null, state = 'yes', organisation }) => ({
        networkId,
        eventId: event,
        id,
        kind,
        criterionId: kind,
        name,
        organisation: organisation ?? `${name} AB (exempel)`,
        companyId: null,
        municipality,
        branch: null,
        size: null,
        personId: null,
        state,
        insteadOf: null,
        fromRound: null,
        untilRound: null,
        openedAt: null,
        answeredAt: ['yes', 'no', 'waiting', 'delegated'].includes(state) ? testNow : null,
        addedAt: testNow,
        addedBy: null,
      })),
    )
    .execute()
  await ownerDb
    .insertInto('participantContact')
    .values(
      rows.map(({ id, name }) => ({
        networkId,
        participantId: id,
        email: `${name.replaceAll(' ', '.')}@example.org`,
      })),
    )
    .execute()
  await ownerDb
    .insertInto('participantKey')
    .values(
      rows.map(({ id }) => ({
        networkId,
        digest: Buffer.from(digestOf(keyOf(secret, { networkId, participant: id })), 'hex'),
        participantId: id,
        madeAt: testNow,
      })),
    )
    .execute()
  return new Map(rows.map(({ id, name }) => [name, id]))
}
