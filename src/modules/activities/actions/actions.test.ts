import { beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '#modules/accounts'
import { useTestDatabase } from '../../../../tests/database.ts'
import { testNow, waitingJobs } from '../../../../tests/people.ts'
import { useStatus } from '../../../../tests/statuses.ts'
import { doersOf } from '../core/activity.ts'
import { evidenceOf } from '../evidence-store.ts'
import { activityWith, noteOf } from '../store.ts'
import { everything, form, notOfAle, plantNetwork, type Planted, type Who } from '../testing.ts'
import { addActivity } from './add-activity.ts'
import { addEvidence } from './add-evidence.ts'
import { sayActivity } from './say-activity.ts'
import { takeOverActivity } from './take-over-activity.ts'
import { tellMilestone } from './tell-milestone.ts'
import { withdrawEvidence } from './withdraw-evidence.ts'

const database = useTestDatabase()
let planted: Planted
let joint = ''

beforeAll(async () => {
  planted = await plantNetwork(database)
  joint = await added({ 'with-1441': 'on', owner: planted.idOf('officer'), note: 'Bara för oss.' })
})

const write = ({ origin, taker }: { origin: { title: string }; taker: string }) => ({
  subject: `${taker} tog över ${origin.title}`,
  body: 'x',
})

async function added(said: Readonly<Record<string, string>> = {}): Promise<string> {
  const outcome = await addActivity(planted.context('officer'), '1440', form(said))
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value
}

const read = async (who: Who, id: string) => planted.as(who, (tx) => activityWith(tx, id))

async function expectNothingLeft(attempt: () => Promise<unknown>, refusal: unknown): Promise<void> {
  const before = await everything(database)
  expect(await attempt()).toEqual({ ok: false, refusal })
  expect(await everything(database)).toEqual(before)
}

/** What one attempt has added to the log, and to the letters. */
async function entriesOf(attempt: () => Promise<unknown>) {
  const before = await everything(database)
  await attempt()
  const after = await everything(database)
  return {
    did: after.entries.slice(before.entries.length).map(({ did }) => did),
    letters: after.letters.slice(before.letters.length),
  }
}

const say = async (who: Who, id: string, said: Readonly<Record<string, string>> = {}) =>
  sayActivity(planted.context(who), id, form({ version: '1', ...said }))

const tell = async (who: Who, reachedOn: string | null, milestone = 1) =>
  tellMilestone(planted.context(who), joint, { milestone, reachedOn })

const reachedOn = async () => (await read('visitor', joint))?.milestones[0]?.reachedOn

const take = async (who: Who, origin: string, municipality: string) =>
  takeOverActivity(planted.context(who), { origin, municipality }, write)

const inUse = async (id: 'planned' | 'stopped', isUsed: boolean) =>
  useStatus(database, { networkId: planted.context('visitor').networkId, id }, isUsed)

describe('a status that is out of use', () => {
  test('is refused where it does not stand already', async () => {
    const id = await added({ title: 'Avslutas', status: 'stopped', reason: 'Ingen kom.' })
    await inUse('stopped', false)
    const stopped = { status: 'stopped', reason: 'Ingen kom.' }
    await expectNothingLeft(
      () => addActivity(planted.context('officer'), '1440', form(stopped)),
      'status-out-of-use',
    )
    await expectNothingLeft(() => say('officer', joint, stopped), 'status-out-of-use')
    expect(await say('officer', id, { ...stopped, title: 'Är avslutad' })).toMatchObject({ ok: true })
    await inUse('stopped', true)
  })

  test('is not how a copy begins', async () => {
    const origin = await added({ title: 'Tas över utan plan' })
    await inUse('planned', false)
    const copy = await take('neighbour', origin, '1441')
    expect(await read('visitor', copy.ok ? copy.value : '')).toMatchObject({ status: 'on-plan' })
    await inUse('planned', true)
  })
})

describe('adding', () => {
  test('leaves the activity, its word and one entry, and gives it an address of its own', async () => {
    const { did } = await entriesOf(() => added({ title: 'Luncher' }))
    expect(did).toEqual(['activities.activity-added'])
    expect(await added({ title: 'Luncher' })).toBe('ale-luncher-2')
    const activity = await read('officer', 'ale-luncher')
    expect(activity).toMatchObject({ status: 'planned', version: 1, isExample: false, takenFrom: null })
    expect(activity?.milestones).toEqual([
      { number: 1, text: 'Första mötet', on: '2026-12-01', reachedOn: null },
    ])
  })

  test('is for officers of the municipality', async () => {
    for (const who of notOfAle)
      await expectNothingLeft(() => addActivity(planted.context(who), '1440', form()), 'not-allowed')
  })

  test.each([
    [{ intervention: 'ingen' }, 'intervention-unknown'],
    [{ intervention: 'avslutad' }, 'intervention-retired'],
    [{ 'with-0000': 'on' }, 'municipality-unknown'],
  ])('%j is refused: %s', async (said, refusal) => {
    await expectNothingLeft(() => addActivity(planted.context('officer'), '1440', form(said)), refusal)
  })

  test('an owner or deputy without a role in the municipality is refused', async () => {
    const stranger = planted.idOf('neighbour')
    for (const part of ['owner', 'deputy'])
      await expectNothingLeft(
        () => addActivity(planted.context('officer'), '1440', form({ [part]: stranger })),
        `${part}-not-here`,
      )
  })
})

test('of an earlier day stands under its intervention as that was called then', async () => {
  const id = await added({ title: 'Före namnbytet' })
  const asOf = new Date(testNow.getTime() + 3_600_000)
  const named = async (at?: Date) =>
    (await inTransaction({ ...planted.context('visitor'), asOf: at }, (tx) => activityWith(tx, id)))
      ?.intervention.name.sv
  const before = await named()
  await database.ownerDb
    .updateTable('intervention')
    .set(({ eb }) => ({
      name: JSON.stringify({ sv: 'Omdöpt', en: '' }),
      version: eb('version', '+', 1),
      validFrom: new Date(testNow.getTime() + 7_200_000),
    }))
    .where('networkId', '=', planted.network.id)
    .execute()
  expect(await named()).toBe('Omdöpt')
  expect(await named(asOf)).toBe(before)
})

describe('what is behind an activity', () => {
  test('is read by members, and its note only by those who do it and the coordinator', async () => {
    const seen = async (who: Who) => [
      (await read(who, joint))?.inside?.owner?.name ?? null,
      await planted.as(who, (tx) => noteOf(tx, joint)),
    ]
    const owner = planted.actors.officer?.name
    for (const who of ['officer', 'neighbour', 'leader', 'coordinator'] as const)
      expect(await seen(who)).toEqual([owner, 'Bara för oss.'])
    for (const who of ['third', 'partner'] as const) expect(await seen(who)).toEqual([owner, null])
    expect(await seen('visitor')).toEqual([null, null])
  })

  test('is not told by the log', async () => {
    const { entries } = await everything(database)
    expect(JSON.stringify(entries)).not.toContain('Bara för oss.')
  })
})

describe('saying', () => {
  test('adds a word, and the one before stays', async () => {
    const id = await added()
    const said = { status: 'stuck', reason: 'Elnätet', 'milestone-1': 'Nytt namn' }
    const { did } = await entriesOf(() => say('colleague', id, said))
    expect(did).toEqual(['activities.activity-said'])
    expect(await read('visitor', id)).toMatchObject({ status: 'stuck', version: 2, inside: null })
    expect((await read('partner', id))?.inside?.reason).toBe('Elnätet')
    const { words } = await everything(database)
    expect(words.filter(({ activityId }) => activityId === id).map(({ status }) => status)).toEqual([
      'planned',
      'stuck',
    ])
  })

  test('the same again is a fresh word, and the log says so', async () => {
    const id = await added()
    expect((await entriesOf(() => say('officer', id))).did).toEqual(['activities.activity-said-again'])
    expect((await read('officer', id))?.version).toBe(2)
  })

  test('a note that is left alone stays, one that is emptied is gone', async () => {
    const id = await added({ note: 'Hemligt' })
    await say('officer', id, { note: 'Hemligt' })
    expect(await planted.as('officer', (tx) => noteOf(tx, id))).toBe('Hemligt')
    await say('officer', id, { note: '', version: '2' })
    expect(await planted.as('officer', (tx) => noteOf(tx, id))).toBeNull()
  })

  test('is for officers of the municipality that leads; one that joins does not speak', async () => {
    for (const who of [...notOfAle, 'third'] as const)
      await expectNothingLeft(() => say(who, joint), 'not-allowed')
  })

  test('nothing is overwritten that was not seen, one after the other and at once', async () => {
    const id = await added()
    await say('officer', id)
    await expectNothingLeft(() => say('colleague', id), 'changed-meanwhile')
    const both = await Promise.all([
      say('officer', id, { version: '2' }),
      say('colleague', id, { version: '2' }),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    await expectNothingLeft(() => say('officer', 'ingen'), 'activity-unknown')
  })
})

describe('milestones reached', () => {
  test('are told by officers of all who do it, and may be taken back', async () => {
    expect((await entriesOf(() => tell('neighbour', '2026-11-20'))).did).toEqual([
      'activities.milestone-reached',
    ])
    expect(await reachedOn()).toBe('2026-11-20')
    expect((await entriesOf(() => tell('officer', null))).did).toEqual(['activities.milestone-not-reached'])
    expect(await reachedOn()).toBeNull()
  })

  test('are told by nobody else, not beforehand, and only where there is one', async () => {
    for (const who of ['visitor', 'partner', 'third', 'leader', 'coordinator'] as const)
      await expectNothingLeft(() => tell(who, '2026-11-20'), 'not-allowed')
    await expectNothingLeft(() => tell('officer', '2026-11-25'), 'day-to-come')
    await expectNothingLeft(() => tell('officer', '2026-11-20', 9), 'milestone-unknown')
  })
})

describe('evidence', () => {
  const link = { title: 'Protokoll', address: 'https://example.org/' }

  test('is added and withdrawn by officers of all who do it, and stays to be seen', async () => {
    const adding = () => addEvidence(planted.context('neighbour'), joint, link)
    expect((await entriesOf(adding)).did).toEqual(['activities.evidence-added'])
    const [one] = await planted.as('visitor', (tx) => evidenceOf(tx, joint))
    const withdrawing = () => withdrawEvidence(planted.context('officer'), joint, one?.id ?? '')
    expect((await entriesOf(withdrawing)).did).toEqual(['activities.evidence-withdrawn'])
    const [after] = await planted.as('officer', (tx) => evidenceOf(tx, joint))
    expect(after).toMatchObject({ ...link, withdrawn: { by: { id: planted.idOf('officer') } } })
    await expectNothingLeft(withdrawing, 'evidence-unknown')
  })

  test('is touched by nobody else', async () => {
    await addEvidence(planted.context('officer'), joint, link)
    const one = (await planted.as('officer', (tx) => evidenceOf(tx, joint))).find(
      ({ withdrawn }) => withdrawn === null,
    )
    for (const who of ['visitor', 'partner', 'third', 'leader', 'coordinator'] as const) {
      await expectNothingLeft(() => addEvidence(planted.context(who), joint, link), 'not-allowed')
      await expectNothingLeft(
        () => withdrawEvidence(planted.context(who), joint, one?.id ?? ''),
        'not-allowed',
      )
    }
  })
})

describe('taking over', () => {
  test('copies the content as planned, keeps the source, and tells the owner once', async () => {
    const said = { owner: planted.idOf('officer'), budget: '100', paidBy: 'Nämnden', title: 'Kopieras' }
    const origin = await added({ ...said, note: 'Hemligt' })
    const jobs = await waitingJobs(database, 'mail.deliver-message')
    const { did, letters } = await entriesOf(() => take('neighbour', origin, '1441'))
    expect(did).toEqual(['activities.activity-taken-over'])
    expect(letters.map(({ recipient, subject }) => [recipient, subject])).toEqual([
      [`${planted.idOf('officer')}@example.org`, 'Lerum tog över Kopieras'],
    ])
    expect(await waitingJobs(database, 'mail.deliver-message')).toBe(jobs + 1)
    const copy = await read('neighbour', 'lerum-kopieras')
    expect(copy).toMatchObject({ takenFrom: origin, status: 'planned', aim: 'Fler företag träffas.' })
    expect(copy).toMatchObject({ startsOn: null, endsOn: null, body: null, isExample: false })
    expect(copy?.inside).toMatchObject({ text: 'Börja klockan åtta.', owner: null, budget: null })
    expect(copy?.milestones).toEqual([{ number: 1, text: 'Första mötet', on: null, reachedOn: null }])
    expect(await planted.as('neighbour', (tx) => noteOf(tx, 'lerum-kopieras'))).toBeNull()
    expect(copy && doersOf(copy)).toEqual(['1441'])

    await expectNothingLeft(() => take('neighbour', origin, '1441'), { takenAlready: 'lerum-kopieras' })
  })

  test('of two presses at once makes one copy', async () => {
    const origin = await added({ title: 'Två tryck' })
    const both = await Promise.all([take('neighbour', origin, '1441'), take('neighbour', origin, '1441')])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('tells the deputy where the owner has left, and nobody where there is neither', async () => {
    const withDeputy = await added({ title: 'Med ersättare', deputy: planted.idOf('colleague') })
    const { letters } = await entriesOf(() => take('neighbour', withDeputy, '1441'))
    expect(letters.map(({ recipient }) => recipient)).toEqual([`${planted.idOf('colleague')}@example.org`])
    const alone = await added({ title: 'Utan någon' })
    expect((await entriesOf(() => take('neighbour', alone, '1441'))).letters).toEqual([])
  })

  test('is for officers of another municipality, for their own', async () => {
    const origin = await added({ title: 'Inte för alla' })
    for (const who of ['visitor', 'partner', 'leader', 'coordinator', 'officer', 'third'] as const)
      await expectNothingLeft(() => take(who, origin, '1441'), 'not-allowed')
    await expectNothingLeft(() => take('officer', origin, '1440'), 'not-allowed')
    await expectNothingLeft(() => take('neighbour', 'ingen', '1441'), 'activity-unknown')
  })
})
