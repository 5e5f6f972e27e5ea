import { beforeEach, describe, expect, test } from 'vitest'
import { participantsOf, seatPlanOf, tablesOf, type SeatRounds } from '#modules/roundtable'
import { checked, explain, seat } from '#modules/seating'
import { useTestDatabase } from '../../../../tests/database.ts'
import { testRoles, waitingJobs, type TestRole } from '../../../../tests/people.ts'
import { plantTestEvent, type PlantedEvent } from '../../roundtable/testing.ts'
import type { SeatChange } from '../core/change.ts'
import type { SeatRule } from '../core/demand.ts'
import { asRounds, asSeatRounds } from '../core/rounds.ts'
import { lastRun } from '../run-store.ts'
import { factsOf, latestVersion, problemOf, savePlan } from '../store.ts'
import { plainScore, seatFaults } from '../testing.ts'
import { endRule, saveRule } from './change-rules.ts'
import { changeSeats } from './change-seats.ts'
import { keepBest, stopRun } from './end-run.ts'
import { fillSeats } from './fill-seats.ts'
import { restoreVersion } from './restore-version.ts'
import { startRun } from './start-run.ts'
import { tellParticipants } from './tell-participants.ts'

const noLetters = async () => 0

const database = useTestDatabase()
let planted: PlantedEvent
let first: SeatRounds

beforeEach(async () => {
  planted = await plantTestEvent(database)
  const { as, event, network, context } = planted
  first = await as('coordinator', async (tx) => {
    const problem = await problemOf(tx, event)
    const answer = seat(problem, { seed: 1, budget: { steps: 20_000 } })
    if (!answer.ok) throw new Error('it can be seated')
    const rounds = asSeatRounds(problem, answer.value.rounds)
    await savePlan(tx, {
      networkId: network.id,
      event,
      basedOn: 0,
      rounds,
      made: { by: 'engine', ...answer.value.made },
      at: context('coordinator').now,
      by: context('coordinator').actor?.personId ?? '',
    })
    return rounds
  })
})

const latest = async () => planted.as('coordinator', async (tx) => latestVersion(tx, planted.event))
const me = () => planted.context('coordinator')

function seatIn(rounds: SeatRounds, name: string, round: number): string {
  const id = planted.idOf(name)
  return Object.entries(rounds[round] ?? {}).find(([, seated]) => seated.includes(id))?.[0] ?? ''
}

function swap(name: string, other: string, round = 0): SeatChange {
  return { do: 'swap', person: planted.idOf(name), other: planted.idOf(other), round }
}

/** Two companies and two guests who do not sit together in the first round. */
function apart(names: readonly string[]): readonly [string, string] {
  const [one = ''] = names
  const other = names.find((name) => seatIn(first, name, 0) !== seatIn(first, one, 0)) ?? ''
  return [one, other]
}

const rulesHere = async () =>
  planted.as('coordinator', async (tx) => (await factsOf(tx, planted.event)).rules)
const clock = () => new Date(me().now)
const started = async (milliseconds = 600, context = me()) => {
  const outcome = await startRun(context, { event: planted.event, seed: 3, milliseconds })
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value
}
const last = async () => planted.as('coordinator', async (tx) => lastRun(tx, planted.event))
const runHere = async (id: string, signal = new AbortController().signal) =>
  fillSeats(
    { db: database.db, clock, signal },
    { networkId: planted.network.id, person: me().actor?.personId ?? '', event: planted.event, run: id },
  )

const companies = [1, 2, 3, 4, 5].map((number) => `company ${number}`)

test('the problem is who comes, where, with whom; what it achieves is counted a second time', async () => {
  const { as, event, idOf } = planted
  await as('coordinator', async (tx) => {
    const problem = await problemOf(tx, event)
    const people = (await participantsOf(tx, event)).filter(({ state }) => state === 'yes')
    expect(problem.people).toHaveLength(12)
    expect(problem.people.find(({ id }) => id === idOf('host 2'))).toMatchObject({ host: '2' })
    expect(checked(problem)).toEqual({ faults: [], impossible: [] })
    const { figures } = explain(problem, asRounds(problem, first))
    expect(figures.hardBroken).toBe(0)
    const plain = plainScore(people, first)
    expect(figures).toMatchObject({
      meetings: plain.meetings,
      organisationMeetings: plain.organisationMeetings,
    })
    expect(seatFaults(people, await tablesOf(tx, event), first)).toEqual([])
  })
})

describe('by hand', () => {
  test('two change places, are pinned, and are back when it is undone', async () => {
    const [one, other] = apart(companies)
    const moved = await changeSeats(me(), { event: planted.event, basedOn: 1, change: swap(one, other) })
    expect(moved).toEqual({ ok: true, value: { version: 2, isJoined: false } })
    const plan = await latest()
    expect(seatIn(plan?.rounds ?? [], one, 0)).toBe(seatIn(first, other, 0))
    expect(plan?.made.pins).toHaveLength(2)
    expect(await restoreVersion(me(), { event: planted.event, version: 1, basedOn: 2 })).toEqual({
      ok: true,
      value: 3,
    })
    expect((await latest())?.rounds).toEqual(first)
    expect((await latest())?.made).toMatchObject({ by: 'restored', version: 1, pins: [] })
  })

  test('two who move others at once are joined; who moves the same is told and nothing is lost', async () => {
    const [one, other] = apart(companies)
    const [third, fourth] = apart(['leader 1', 'leader 2'])
    const both = await Promise.all([
      changeSeats(me(), { event: planted.event, basedOn: 1, change: swap(one, other) }),
      changeSeats(me(), { event: planted.event, basedOn: 1, change: swap(third, fourth) }),
    ])
    expect(both.every(({ ok }) => ok)).toBe(true)
    const plan = await latest()
    expect(plan?.version).toBe(3)
    expect(seatIn(plan?.rounds ?? [], one, 0)).toBe(seatIn(first, other, 0))
    expect(seatIn(plan?.rounds ?? [], third, 0)).toBe(seatIn(first, fourth, 0))
    const late = await changeSeats(me(), { event: planted.event, basedOn: 1, change: swap(one, third) })
    expect(late).toEqual({ ok: false, refusal: 'overtaken' })
    expect(await latest()).toEqual(plan)
    const same = await changeSeats(me(), { event: planted.event, basedOn: 99, change: swap(one, third) })
    expect(same).toEqual({ ok: false, refusal: 'overtaken' })
  })

  test('what is sent twice is done once', async () => {
    const [one, other] = apart(companies)
    const asked = { event: planted.event, basedOn: 1, change: swap(one, other) }
    const both = await Promise.all([changeSeats(me(), asked), changeSeats(me(), asked)])
    const done = { ok: true, value: { version: 2, isJoined: false } }
    expect(both).toEqual([done, done])
    expect((await latest())?.version).toBe(2)
    expect(seatIn((await latest())?.rounds ?? [], one, 0)).toBe(seatIn(first, other, 0))
  })

  test('a version cannot be saved twice upon the same one', async () => {
    const { as, event, network } = planted
    const again = await as('coordinator', async (tx) =>
      savePlan(tx, {
        networkId: network.id,
        event,
        basedOn: 0,
        rounds: [],
        made: { by: 'run', seed: 1 },
        at: me().now,
        by: me().actor?.personId ?? '',
      }),
    )
    expect(again).toEqual({ ok: false, refusal: 'overtaken' })
  })

  test('participants read a version from when they are told of it, and once', async () => {
    const read = async () => planted.asParticipant('company 1', async (tx) => seatPlanOf(tx, planted.event))
    expect(await read()).toBeUndefined()
    expect(await tellParticipants(me(), { event: planted.event, version: 2 }, noLetters)).toMatchObject({
      ok: false,
    })
    expect(await tellParticipants(me(), { event: planted.event, version: 1 }, noLetters)).toMatchObject({
      ok: true,
    })
    expect((await read())?.version).toBe(1)
    expect(await tellParticipants(me(), { event: planted.event, version: 1 }, noLetters)).toEqual({
      ok: false,
      refusal: 'told',
    })
  })
})

describe('what is demanded', () => {
  const rule: Omit<SeatRule, 'key'> = {
    demand: { rule: 'different', by: 'municipality', times: { atLeast: 1 } },
    weight: null,
    reason: 'Annars blir det tyst',
    owner: 'Samordnaren',
  }

  test('the ready-made rules are written down with the first change, and one that is ended stays away', async () => {
    const ready = await rulesHere()
    expect(ready.map(({ key }) => key)).toContain('own-municipality')
    expect(await saveRule(me(), planted.event, { ...rule, key: 'nowhere' })).toMatchObject({ ok: false })
    const rows = await database.ownerDb
      .selectFrom('seatRule')
      .selectAll()
      .where('eventId', '=', planted.event)
      .execute()
    expect(rows).toEqual([])
    const saved = await saveRule(me(), planted.event, { ...rule, key: null })
    expect(saved.ok).toBe(true)
    expect(await rulesHere()).toHaveLength(ready.length + 1)
    for (const { key } of await rulesHere()) await endRule(me(), planted.event, key)
    expect(await rulesHere()).toEqual([])
    expect(await endRule(me(), planted.event, 'own-municipality')).toMatchObject({ ok: false })
  })

  test('what contradicts itself is found, and a rule about somebody who does not come rests', async () => {
    const people = [planted.idOf('company 1'), planted.idOf('company 2')] as const
    await saveRule(me(), planted.event, { ...rule, key: null, demand: { rule: 'meet', people } })
    await saveRule(me(), planted.event, { ...rule, key: null, demand: { rule: 'apart', people } })
    const wrong = async () =>
      planted.as('coordinator', async (tx) => checked(await problemOf(tx, planted.event)))
    expect((await wrong()).impossible).toEqual([expect.objectContaining({ impossible: 'contradiction' })])
    await database.ownerDb
      .updateTable('participant')
      .set({ state: 'no' })
      .where('id', '=', people[0])
      .execute()
    expect(await wrong()).toEqual({ faults: [], impossible: [] })
  })

  test('a person in two organisations is told of, not seated twice', async () => {
    const twin = await planted.addParticipant({
      name: 'company 1',
      kind: 'company',
      organisation: 'En annan firma (exempel)',
    })
    const { faults } = await planted.as('coordinator', async (tx) =>
      checked(await problemOf(tx, planted.event)),
    )
    expect(faults.map(({ fault }) => fault)).toContain('two-organisations')
    expect(twin).toBe(planted.idOf('company 1'))
  })

  test('who needs it is seated where a wheelchair comes', async () => {
    const { network, event, idOf } = planted
    await database.ownerDb
      .insertInto('participantNeed')
      .values({ networkId: network.id, participantId: idOf('guest 1'), wheelchair: true, saidAt: me().now })
      .execute()
    await database.ownerDb
      .updateTable('eventTable')
      .set({ isReachable: false })
      .where('eventId', '=', event)
      .where('id', 'in', ['1', '2'])
      .execute()
    const problem = await planted.as('coordinator', async (tx) => problemOf(tx, event))
    expect(problem.people.find(({ id }) => id === idOf('guest 1'))?.tables).toEqual(['3'])
    expect(problem.people.find(({ id }) => id === idOf('guest 2'))?.tables).toBeUndefined()
  })
})

test('who met at an event that was held is known again, by name and organisation', async () => {
  const { network, event, idOf, as } = planted
  const { ownerDb } = database
  const heldId = await earlierEvent()
  const then = new Map<string, string>()
  for (const name of ['company 1', 'guest 1', 'guest 2']) {
    const { id } = await ownerDb
      .insertInto('participant')
      .columns(['networkId', 'eventId', 'kind', 'name', 'organisation', 'addedAt'])
      .expression((eb) =>
        eb
          .selectFrom('participant')
          .select(['networkId', eb.val(heldId).as('eventId'), 'kind', 'name', 'organisation', 'addedAt'])
          .where('id', '=', idOf(name)),
      )
      .returning('id')
      .executeTakeFirstOrThrow()
    then.set(name, id)
  }
  const seated = (...names: string[]) => names.map((name) => then.get(name) ?? '')
  const rounds = [{ 1: seated('company 1', 'guest 1'), 2: seated('guest 2') }]
  await ownerDb
    .insertInto('seatPlan')
    .values({
      networkId: network.id,
      eventId: heldId,
      version: 1,
      rounds: JSON.stringify(rounds),
      made: JSON.stringify({ by: 'run', seed: 1 }),
      savedAt: me().now,
      savedBy: null,
      toldAt: me().now,
    })
    .execute()
  const { met } = await as('coordinator', async (tx) => problemOf(tx, event))
  expect(met).toEqual([{ people: [idOf('company 1'), idOf('guest 1')].toSorted(), times: 1 }])
})

/** An event of the same network that was held a month before. */
async function earlierEvent(): Promise<string> {
  const { id } = await database.ownerDb
    .insertInto('event')
    .values({
      networkId: planted.network.id,
      title: 'Förra gången (exempel)',
      theme: 'Hur vi hittar folk',
      place: 'Stora salen',
      onDay: '2026-11-02',
      opensAt: '09:00',
      endsAt: '11:30',
      seats: 20,
      answerBy: '2026-10-27',
      publishedAt: me().now,
      cancelledAt: null,
      cancelledBecause: null,
      heldAt: me().now,
      addedAt: me().now,
      addedBy: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

describe('the engine', () => {
  test('fills the seats around what is placed by hand, as a version that can be made again', async () => {
    const [one, other] = apart(companies)
    await changeSeats(me(), { event: planted.event, basedOn: 1, change: swap(one, other) })
    const id = await started()
    expect(await startRun(me(), { event: planted.event, seed: 1, milliseconds: 500 })).toEqual({
      ok: false,
      refusal: 'under-way',
    })
    expect(await waitingJobs(database, 'seat-plan.fill-seats')).toBeGreaterThan(0)
    await runHere(id)
    expect(await last()).toMatchObject({ endedAs: 'saved', version: 3 })
    const plan = await latest()
    expect(plan?.made).toMatchObject({ by: 'engine', seed: 3 })
    expect(seatIn(plan?.rounds ?? [], one, 0)).toBe(seatIn(first, other, 0))
    const { people, tables } = await planted.as('coordinator', async (tx) => ({
      people: await participantsOf(tx, planted.event),
      tables: await tablesOf(tx, planted.event),
    }))
    expect(seatFaults(people, tables, plan?.rounds ?? [])).toEqual([])
    // Again is once.
    await runHere(id)
    expect((await latest())?.version).toBe(3)
  })

  test('stops when it is told to, and gives way to who has saved meanwhile without losing what it found', async () => {
    const id = await started(600_000)
    const running = runHere(id)
    await expect.poll(async () => (await last())?.begunAt).not.toBeNull()
    const [one, other] = apart(companies)
    await changeSeats(me(), { event: planted.event, basedOn: 1, change: swap(one, other) })
    expect(await stopRun(me(), { event: planted.event, run: id })).toMatchObject({ ok: true })
    await running
    expect(await last()).toMatchObject({ endedAs: 'overtaken', version: null })
    expect((await latest())?.version).toBe(2)
    expect(await keepBest(me(), { event: planted.event, run: id, basedOn: 1 })).toMatchObject({ ok: false })
    expect(await keepBest(me(), { event: planted.event, run: id, basedOn: 2 })).toEqual({
      ok: true,
      value: 3,
    })
    expect(await stopRun(me(), { event: planted.event, run: id })).toMatchObject({ ok: false })
  })

  test('broken off by the power, it keeps the best that it had found', async () => {
    const id = await started()
    await database.ownerDb
      .updateTable('seatRun')
      .set({ begunAt: me().now, aliveAt: me().now, best: JSON.stringify(first) })
      .where('id', '=', id)
      .execute()
    await runHere(id)
    expect(await last()).toMatchObject({ endedAs: 'broken-off', version: 2 })
    expect((await latest())?.made).toMatchObject({ by: 'run', seed: 3 })

    // And where no worker ever comes back, by whoever presses stop.
    const at = (seconds: number) =>
      planted.context('coordinator', new Date(me().now.getTime() + seconds * 1000))
    const forsaken = await started(600, at(1))
    const later = at(60)
    expect(await stopRun(later, { event: planted.event, run: forsaken })).toMatchObject({ ok: true })
    expect(await last()).toMatchObject({ endedAs: 'broken-off', version: null })
  })

  test('is not let loose on what has no seating', async () => {
    await database.ownerDb
      .updateTable('participant')
      .set({ state: 'no' })
      .where('eventId', '=', planted.event)
      .execute()
    const everybodyAbsent = await startRun(me(), { event: planted.event, seed: 1, milliseconds: 500 })
    expect(everybodyAbsent).toEqual({ ok: false, refusal: 'no-seating' })
    expect(await last()).toBeUndefined()
  })
})

describe('nobody but the coordinator', () => {
  const others = [...Object.keys(testRoles), 'visitor'].filter((who) => who !== 'coordinator') as (
    | TestRole
    | 'visitor'
  )[]

  test.each(others)('%s changes anything', async (who) => {
    const { event, context } = planted
    const asWho = context(who)
    const no = { ok: false, refusal: 'not-allowed' }
    const [one, other] = apart(companies)
    expect(await changeSeats(asWho, { event, basedOn: 1, change: swap(one, other) })).toEqual(no)
    expect(await restoreVersion(asWho, { event, version: 1, basedOn: 1 })).toEqual(no)
    expect(await tellParticipants(asWho, { event, version: 1 }, noLetters)).toEqual(no)
    expect(await startRun(asWho, { event, seed: 1, milliseconds: 500 })).toEqual(no)
    expect(await endRule(asWho, event, 'guests')).toEqual(no)
    expect((await latest())?.version).toBe(1)
  })
})
