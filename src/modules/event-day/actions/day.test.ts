import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { inTransaction } from '#modules/accounts'
import { codesOf, participantsOf, seatPlanOf, tableOf } from '#modules/roundtable'
import { tellParticipants } from '#modules/seat-plan'
import { useTestDatabase } from '../../../../tests/database.ts'
import { plantTestEvent, secret, type PlantedEvent, type Who } from '../../roundtable/testing.ts'
import { attendancesOf } from '../attendance-store.ts'
import type { Attendance } from '../core/attendance.ts'
import { seatsIn } from '../core/moves.ts'
import { fieldOf } from '../core/replan-form.ts'
import { dayStandingOf, eventDayOf, ownDay } from '../reads.ts'
import { dayAt, plantPlan, lettersWith, rowsOf } from '../testing.ts'
import { timesOf } from '../time-store.ts'
import { addAtTheDoor } from './add-at-door.ts'
import { callRound } from './call-round.ts'
import { keepReplan } from './keep-replan.ts'
import { previewReplan } from './plan-anew.ts'
import { sayAtTable, sayAttendance } from './say-attendance.ts'
import { writesSeats } from './write-seats.ts'

const database = useTestDatabase()
let planted: PlantedEvent
const letters = lettersWith(secret)
const morning = dayAt('09:00')
const inRoundOne = dayAt('09:40')
const everybody: readonly Who[] = [
  'visitor',
  'partner',
  'officer',
  'colleague',
  'neighbour',
  'leader',
  'coordinator',
  'operator',
]
const others = (...may: Who[]) => everybody.filter((who) => !may.includes(who))
const rows = async () => rowsOf(database, planted.network.id)
const saying = (name: string, state: Attendance['state'], rounds: Partial<Attendance> = {}): Attendance => ({
  participant: planted.idOf(name),
  state,
  fromRound: null,
  untilRound: null,
  ...rounds,
})
const said = async (name: string) =>
  (await planted.as('coordinator', async (tx) => attendancesOf(tx, planted.event))).get(planted.idOf(name))

/** A form of the planning anew: those named do not come, all others are here. */
function withAbsent(...names: string[]): Record<string, string> {
  return Object.fromEntries(
    [...planted.participants].map(([name, id]) => [
      fieldOf.participant(id),
      names.includes(name) ? 'absent' : 'expected',
    ]),
  )
}

async function kept(typed: Record<string, string>, now: Date) {
  const context = planted.context('coordinator', now)
  const preview = await previewReplan(context, planted.event, typed)
  if (!preview.ok) throw new Error(JSON.stringify(preview.refusal))
  const { mark } = preview.value
  const seen = (await planted.as('coordinator', async (tx) => seatPlanOf(tx, planted.event)))?.version ?? 0
  return {
    preview: preview.value,
    seen,
    keep: async () => keepReplan(context, { event: planted.event, seen, mark }, typed, letters),
  }
}

describe('at the door', () => {
  beforeAll(async () => {
    planted = await plantTestEvent(database)
  })

  test('officers and the coordinator check in, and nobody else', async () => {
    for (const who of others('officer', 'colleague', 'neighbour', 'coordinator')) {
      const before = await rows()
      const outcome = await sayAttendance(
        planted.context(who, morning),
        planted.event,
        saying('guest 1', 'here'),
      )
      expect(outcome, who).toEqual({ ok: false, refusal: 'not-allowed' })
      expect(await rows(), who).toEqual(before)
    }
    for (const who of ['officer', 'neighbour', 'coordinator'] as const) {
      expect(
        await sayAttendance(planted.context(who, morning), planted.event, saying('guest 1', 'here')),
      ).toEqual({ ok: true, value: null })
      expect(
        await sayAttendance(planted.context(who, morning), planted.event, saying('guest 1', 'expected')),
      ).toMatchObject({ ok: true })
    }
  })

  test('said twice, or at two doors at once, it is one word; undone, what was said before is kept', async () => {
    const before = (await rows()).attendance
    const press = async (who: Who) =>
      sayAttendance(planted.context(who, morning), planted.event, saying('guest 2', 'here'))
    const doors = [press('officer'), press('neighbour'), press('coordinator'), press('officer')]
    expect((await Promise.all(doors)).every(({ ok }) => ok)).toBe(true)
    expect((await rows()).attendance).toBe(before + 1)
    await sayAttendance(planted.context('officer', morning), planted.event, saying('guest 2', 'expected'))
    expect(await said('guest 2')).toMatchObject({ state: 'expected' })
    expect((await rows()).attendance).toBe(before + 2)
  })

  test('whoever comes earlier than they said can be seated in the next round that begins', async () => {
    const context = planted.context('officer', inRoundOne)
    await sayAttendance(context, planted.event, saying('leader 1', 'expected', { fromRound: 1 }))
    const early = planted.context('officer', morning)
    await sayAttendance(early, planted.event, saying('leader 1', 'here', { fromRound: 1 }))
    expect(await said('leader 1')).toMatchObject({ state: 'here', fromRound: null })
  })

  test.each([
    ['a round that is not', saying0({ fromRound: 2 }), 'rounds'],
    ['gone before they come', saying0({ fromRound: 1, untilRound: 1 }), 'rounds'],
    ['nobody on the list', { ...saying0(), participant: randomUUID() }, 'participant-unknown'],
  ])('%s is refused and leaves nothing', async (_name, word, refusal) => {
    const before = await rows()
    const participant = word.participant === '' ? planted.idOf('guest 1') : word.participant
    const outcome = await sayAttendance(planted.context('officer', morning), planted.event, {
      ...word,
      participant,
    })
    expect(outcome).toEqual({ ok: false, refusal })
    expect(await rows()).toEqual(before)
  })

  test('whoever had not said yes is let in', async () => {
    await planted.addParticipant({ name: 'undecided', kind: 'company', state: 'waiting' })
    await sayAttendance(planted.context('officer', morning), planted.event, saying('undecided', 'here'))
    const found = await planted.as('coordinator', async (tx) => participantsOf(tx, planted.event))
    expect(found.find(({ name }) => name === 'undecided')?.state).toBe('yes')
  })

  test('somebody who is not on the list is added once, with a key and a code of their own', async () => {
    const form = {
      id: randomUUID(),
      name: 'شركة مثال',
      organisation: 'Ny AB (exempel)',
      kind: 'company' as const,
      email: '',
    }
    const place = { event: planted.event, insteadOf: null }
    for (const who of others('officer', 'colleague', 'neighbour', 'coordinator'))
      expect(await addAtTheDoor(planted.context(who, morning), place, form, secret)).toEqual({
        ok: false,
        refusal: 'not-allowed',
      })
    const before = (await rows()).participants
    const context = planted.context('officer', morning)
    const both = await Promise.all([0, 1].map(async () => addAtTheDoor(context, place, form, secret)))
    expect(both).toEqual([
      { ok: true, value: form.id },
      { ok: true, value: form.id },
    ])
    expect((await rows()).participants).toBe(before + 1)
    const codes = await planted.as('officer', async (tx) => codesOf(tx, planted.event))
    expect(codes.get(form.id)).toMatch(/^[A-Z]{6}$/)
    expect(new Set(codes.values()).size).toBe(codes.size)
  })

  test('a delegate takes the place of somebody who then does not come, and there is one', async () => {
    const insteadOf = planted.idOf('company 1')
    const form = {
      id: randomUUID(),
      name: 'In place (exempel)',
      organisation: 'x',
      kind: 'guest' as const,
      email: 'in.place@example.org',
    }
    const context = planted.context('officer', morning)
    expect(await addAtTheDoor(context, { event: planted.event, insteadOf }, form, secret)).toMatchObject({
      ok: true,
    })
    expect(await said('company 1')).toMatchObject({ state: 'absent' })
    const added = (await planted.as('officer', async (tx) => participantsOf(tx, planted.event))).find(
      ({ id }) => id === form.id,
    )
    // They come as what the other was, whatever was sent.
    expect(added).toMatchObject({ kind: 'company', municipality: '1440', insteadOf })
    const before = await rows()
    const second = await addAtTheDoor(
      context,
      { event: planted.event, insteadOf },
      { ...form, id: randomUUID() },
      secret,
    )
    expect(second).toEqual({ ok: false, refusal: 'has-delegate' })
    expect(await rows()).toEqual(before)
  })

  test('a cancelled event is checked in to no more', async () => {
    const cancelled = { cancelledAt: morning, cancelledBecause: 'Storm' }
    await database.ownerDb.updateTable('event').set(cancelled).where('id', '=', planted.event).execute()
    const before = await rows()
    const context = planted.context('coordinator', morning)
    expect(await sayAttendance(context, planted.event, saying('guest 1', 'here'))).toEqual({
      ok: false,
      refusal: 'cancelled',
    })
    expect(await rows()).toEqual(before)
  })
})

function saying0(rounds: Partial<Attendance> = {}): Attendance {
  return { participant: '', state: 'here', fromRound: null, untilRound: null, ...rounds }
}

const last = async () =>
  (await planted.as('coordinator', async (tx) => dayStandingOf(tx, planted.event)))?.lastCall ?? 0

describe('the clock', () => {
  const form = { round: 0, did: 'began' as const, minutes: 5, time: '', seen: 0 }
  beforeAll(async () => {
    planted = await plantTestEvent(database)
  })

  test('is the coordinator’s', async () => {
    const before = await rows()
    for (const who of others('coordinator'))
      expect(await callRound(planted.context(who, inRoundOne), planted.event, form)).toEqual({
        ok: false,
        refusal: 'not-allowed',
      })
    expect(await rows()).toEqual(before)
  })

  test('counts a press once, also of two at once, and all screens follow', async () => {
    const context = planted.context('coordinator', inRoundOne)
    const longer = { ...form, did: 'longer' as const }
    const both = await Promise.all([0, 1].map(async () => callRound(context, planted.event, longer)))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: 'overtaken' })
    const day = await planted.asParticipant('guest 1', ownDay)
    expect(day?.day.times.map(({ endsAt }) => endsAt)).toEqual([dayAt('10:20'), dayAt('11:20')])
    expect(
      await callRound(context, planted.event, { ...form, did: 'as-planned', seen: await last() }),
    ).toMatchObject({ ok: true })
    const event = day?.day.event
    if (!event) throw new Error('no event')
    const times = await planted.as('leader', async (tx) => timesOf(tx, event))
    expect(times.map(({ startsAt }) => startsAt)).toEqual([dayAt('09:30'), dayAt('10:30')])
  })

  test.each([
    ['not yet', { time: '09:41' }, inRoundOne, 'time-to-come'],
    ['before the round before', { round: 1, time: '09:20' }, inRoundOne, 'before-the-last'],
    ['no such round', { round: 7 }, inRoundOne, 'round-unknown'],
    ['another day', {}, new Date('2026-11-30T09:00:00Z'), 'not-today'],
  ])('%s is refused and leaves nothing', async (_name, changed, now, refusal) => {
    const before = await rows()
    const asked = { ...form, ...changed, seen: await last() }
    expect(await callRound(planted.context('coordinator', now), planted.event, asked)).toEqual({
      ok: false,
      refusal,
    })
    expect(await rows()).toEqual(before)
  })
})

/** A letter that is never written. */
function cut(): never {
  throw new Error('the power is cut')
}

describe('the seats', () => {
  beforeEach(async () => {
    planted = await plantTestEvent(database)
  })

  test('are told once, by the coordinator, with a letter to each, and read with a key from then on', async () => {
    await plantPlan(planted, false)
    expect((await planted.asParticipant('guest 1', ownDay))?.day.hall).toBeNull()
    const before = await rows()
    const told = { event: planted.event, version: 1 }
    for (const who of others('coordinator'))
      expect(await tellParticipants(planted.context(who), told, letters)).toEqual({
        ok: false,
        refusal: 'not-allowed',
      })
    expect(await rows()).toEqual(before)
    const context = planted.context('coordinator')
    const both = await Promise.all([0, 1].map(async () => tellParticipants(context, told, letters)))
    expect(both).toContainEqual({ ok: true, value: 12 })
    expect(both).toContainEqual({ ok: false, refusal: 'told' })
    expect((await rows()).letters).toBe(12)
    // Each stands with whom it went to, where the organiser looks for it.
    const noted = await planted.as('partner', async (tx) =>
      tx.selectFrom('participantLetter').select(['participantId', 'occasion']).execute(),
    )
    expect(noted.map(({ participantId }) => participantId).toSorted()).toEqual(
      [...planted.participants.values()].toSorted(),
    )
    expect(new Set(noted.map(({ occasion }) => occasion))).toEqual(new Set(['seats']))
    expect((await planted.asParticipant('guest 1', ownDay))?.day.hall).not.toBeNull()
  })

  test('are planned anew without those who do not come, in rounds that have not begun, and told to those who move', async () => {
    await plantPlan(planted, true)
    const before = await planted.as('coordinator', async (tx) => seatPlanOf(tx, planted.event))
    const { preview, keep } = await kept(withAbsent('company 1', 'guest 2'), inRoundOne)
    expect(preview).toMatchObject({ round: 1, hardBroken: 0 })
    expect(preview.quality).toBeGreaterThan(0.8)
    // Shown, nothing is kept.
    expect((await rows()).plans).toBe(1)
    const outcome = await keep()
    const told = new Set(preview.moves.flatMap(({ participant, to }) => (to === null ? [] : [participant])))
      .size
    expect(outcome).toEqual({ ok: true, value: { version: 2, letters: told } })
    expect(await rows()).toMatchObject({ plans: 2, letters: told, attendance: 2 })
    const day = await planted.asParticipant('guest 1', ownDay)
    expect(day?.day.hall?.rounds[0]).toEqual(before?.rounds[0])
    const present = [...planted.participants].filter(([name]) => !['company 1', 'guest 2'].includes(name))
    expect([...seatsIn(day?.day.hall?.rounds[1]).keys()].toSorted()).toEqual(
      present.map(([, id]) => id).toSorted(),
    )
    expect(await keep()).toEqual({ ok: false, refusal: 'overtaken' })
    expect(await rows()).toMatchObject({ plans: 2, letters: told, attendance: 2 })
  })

  test('are planned anew by the coordinator alone', async () => {
    await plantPlan(planted, true)
    const { seen, preview } = await kept(withAbsent('guest 1'), morning)
    const before = await rows()
    for (const who of others('coordinator')) {
      const context = planted.context(who, morning)
      expect(await previewReplan(context, planted.event, {})).toEqual({ ok: false, refusal: 'not-allowed' })
      const asked = { event: planted.event, seen, mark: preview.mark }
      expect(await keepReplan(context, asked, withAbsent('guest 1'), letters)).toEqual({
        ok: false,
        refusal: 'not-allowed',
      })
    }
    expect(await rows()).toEqual(before)
  })

  test('are shown anew when something has changed since, and kept as they were', async () => {
    await plantPlan(planted, true)
    const { keep } = await kept(withAbsent('guest 1'), morning)
    await planted.addParticipant({ name: 'late yes', kind: 'company' })
    const before = await rows()
    expect(await keep()).toEqual({ ok: false, refusal: 'overtaken' })
    expect(await rows()).toEqual(before)
  })

  test('are kept whole or not at all when the power goes in the middle', async () => {
    await plantPlan(planted, true)
    // Enough are moved by hand that there are letters to write.
    const typed = withAbsent('company 1')
    const moved = planted.idOf('company 2')
    const now = await planted.as('coordinator', async (tx) => seatPlanOf(tx, planted.event))
    typed[fieldOf.hand(1, 'person')] = moved
    typed[fieldOf.hand(1, 'round')] = '1'
    typed[fieldOf.hand(1, 'table')] = tableOf(now?.rounds ?? [], moved, 1) === '1' ? '2' : '1'
    const { preview, seen } = await kept(typed, morning)
    const before = await rows()
    const asked = { event: planted.event, seen, mark: preview.mark }
    await expect(
      keepReplan(planted.context('coordinator', morning), asked, typed, writesSeats({ secret, write: cut })),
    ).rejects.toThrow('cut')
    expect(await rows()).toEqual(before)
    expect((await planted.as('leader', async (tx) => eventDayOf(tx, planted.event)))?.hall?.rounds).toEqual(
      now?.rounds,
    )
  })

  test('a table that is not there any more is emptied, and stays closed for the next time', async () => {
    await plantPlan(planted, true)
    const { keep } = await kept({ ...withAbsent(), [fieldOf.table('3')]: 'closed' }, inRoundOne)
    expect(await keep()).toMatchObject({ ok: true })
    const day = await planted.as('leader', async (tx) => eventDayOf(tx, planted.event))
    expect(day?.hall?.rounds[1]?.['3']).toEqual([])
    expect(day?.tables.find(({ id }) => id === '3')?.closed).toEqual([1])
  })

  test.each([
    ['all rounds have begun', dayAt('11:00'), {}, 'all-begun'],
    ['everybody is absent', morning, 'everybody', { faults: [{ fault: 'nobody-there' }] }],
  ])('%s: a clear answer', async (_name, now, typed, refusal) => {
    await plantPlan(planted, true)
    const asked = typed === 'everybody' ? withAbsent(...planted.participants.keys()) : {}
    expect(await previewReplan(planted.context('coordinator', now), planted.event, asked)).toEqual({
      ok: false,
      refusal,
    })
  })

  test('a host says who is missing at their own table now, and at no other', async () => {
    await plantPlan(planted, true)
    const plan = await planted.as('coordinator', async (tx) => seatPlanOf(tx, planted.event))
    const host = planted.idOf('host 1')
    const seatsOf = (table: string) => plan?.rounds[0]?.[table] ?? []
    const [mate = ''] = seatsOf('1').filter((id) => id !== host)
    const [elsewhere = ''] = seatsOf('2')
    const now = planted.context('visitor', inRoundOne)
    const missing = { participant: mate, isHere: false }
    expect(await sayAtTable(now, planted.key('host 1'), missing)).toEqual({ ok: true, value: null })
    expect(await sayAtTable(now, planted.key('host 1'), missing)).toEqual({ ok: true, value: null })
    expect((await rows()).attendance).toBe(1)
    const seen = await inTransaction(planted.contextOf('host 1', inRoundOne), ownDay)
    expect(seen?.day.said.get(mate)).toMatchObject({ state: 'absent' })
    // Another host knows of it, and whoever is no host knows of nobody but themselves.
    const known = async (name: string) => [
      ...((await planted.asParticipant(name, ownDay))?.day.said.keys() ?? []),
    ]
    expect(await known('host 2')).toEqual([mate])
    const guests = [...planted.participants].filter(([name, id]) => !name.startsWith('host') && id !== mate)
    expect(await known(guests[0]?.[0] ?? '')).toEqual([])
    for (const [key, participant, refusal] of [
      [planted.key('host 1'), elsewhere, 'not-at-table'],
      [planted.key('guest 1'), mate, 'key-unknown'],
      ['no key at all', mate, 'key-unknown'],
    ] as const)
      expect(await sayAtTable(now, key, { participant, isHere: false })).toEqual({ ok: false, refusal })
    expect((await rows()).attendance).toBe(1)
  })
})
