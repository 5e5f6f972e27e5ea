import { beforeAll, beforeEach, expect, test } from 'vitest'
import { inScope } from '#platform/database/connection.ts'
import { useTestDatabase } from '../../../tests/database.ts'
import { addTestActor } from '../../../tests/people.ts'
import { receiveMatter } from './actions/receive-matter.ts'
import type { NewMatter } from './core/matter.ts'
import { matterJobs } from './jobs.ts'
import { aMatter, plantVoice, secret, type Planted } from './testing.ts'

const database = useTestDatabase()
let planted: Planted
let deputy = ''
const origin = 'https://samsyn.example.org'

/** The last working day before Christmas. */
const received = new Date('2026-12-23T09:00:00Z')

beforeAll(async () => {
  planted = await plantVoice(database)
  deputy = (await addTestActor(database, planted.network.id, 'officer', '1440')).personId
  await database.ownerDb
    .updateTable('desk')
    .set({ deputyId: deputy })
    .where('municipality', '=', '1440')
    .execute()
})

beforeEach(async () => {
  const { ownerDb } = database
  for (const table of ['absence', 'closedDay', 'matterWarning', 'mailMessage'] as const)
    await ownerDb.deleteFrom(table).execute()
  await ownerDb
    .updateTable('matter')
    .set({ state: 'closed', closedAt: received, outcome: 'explained', waitingSince: null })
    .execute()
})

async function send(
  matter: Partial<NewMatter> = {},
  who: 'visitor' | 'officer' = 'visitor',
): Promise<string> {
  const outcome = await receiveMatter(planted.context(who, received), { ...aMatter, ...matter }, { secret })
  if (!outcome.ok) throw new Error(outcome.refusal)
  return `${outcome.value.year}-${outcome.value.number}`
}

/** The morning of a day, when the job runs. */
async function morning(day: string): Promise<void> {
  const { db, queueDb } = database
  const clock = () => new Date(`${day}T05:10:00Z`)
  for (const job of matterJobs({ db, queueDb, clock, origin })) if (job.at) await job.run({})
}

/** The letters since the last look: to whom, and the lines in which something is due. */
async function letters(): Promise<Record<string, readonly string[]>> {
  const rows = await database.ownerDb.deleteFrom('mailMessage').returning(['recipient', 'body']).execute()
  return Object.fromEntries(
    rows.map(({ recipient, body }) => [
      nameOf(recipient.split('@')[0] ?? ''),
      body.split('\n').filter((line) => line.startsWith('– ') || line.endsWith(':')),
    ]),
  )
}

function nameOf(personId: string): string {
  if (personId === deputy) return 'deputy'
  const whos = ['officer', 'neighbour', 'coordinator'] as const
  return whos.find((who) => planted.context(who).actor?.personId === personId) ?? personId
}

async function sayDay(municipality: string | null, day: string): Promise<void> {
  const said = { opens: 'not', name: 'Planeringsdag', saidAt: received, saidBy: deputy } as const
  await database.ownerDb
    .insertInto('closedDay')
    .values({ networkId: planted.network.id, municipality, day, ...said })
    .execute()
}

async function sayAway(deputyId: string | null): Promise<void> {
  const personId = planted.context('officer').actor?.personId ?? ''
  await database.ownerDb
    .insertInto('absence')
    .values({
      networkId: planted.network.id,
      personId,
      fromDay: '2026-12-24',
      untilDay: '2027-01-03',
      deputyId,
      saidAt: received,
      saidBy: personId,
      withdrawnAt: null,
    })
    .execute()
}

test('over Christmas, with a closed day and an officer who is away, everybody is warned in their turn and once', async () => {
  await sayDay('1440', '2026-12-28')
  await sayAway(deputy)
  const [one, other] = [await send(), await send({ subject: 'Skylt' })]

  // Christmas, the week-end and Ale's own closed day: nobody is written to.
  for (const day of ['2026-12-24', '2026-12-25', '2026-12-27', '2026-12-28']) await morning(day)
  expect(await letters()).toEqual({})

  // The first word was promised within a working day; who is away is passed over.
  await morning('2026-12-29')
  await morning('2026-12-29')
  const words = (until: string) => [`– ${one} Bygglov för lagerhall: ${until}`, `– ${other} Skylt: ${until}`]
  expect(await letters()).toEqual({
    deputy: ['I dag är sista dagen för:', ...words('första svar senast 29 december 2026'), 'Ärendena:'],
  })
  await morning('2026-12-30')
  expect(Object.keys(await letters())).toEqual(['coordinator'])
  await morning('2027-01-04')
  expect(await letters()).toEqual({})

  // The plan is due on 7 January: New Year and Epiphany are no working days. The officer is back.
  await morning('2027-01-05')
  expect(await letters()).toEqual({
    officer: ['Nästa arbetsdag är sista dagen för:', ...words('plan senast 7 januari 2027'), 'Ärendena:'],
  })
  await morning('2027-01-07')
  expect(Object.keys(await letters()).toSorted()).toEqual(['deputy', 'officer'])
  await morning('2027-01-08')
  expect(Object.keys(await letters())).toEqual(['coordinator'])
})

test('the coordinator reads numbers and days of what came through a town hall’s own door, and no words', async () => {
  const number = await send({ entrance: '1440', way: 'phone' }, 'officer')
  await morning('2026-12-29')
  expect((await letters())['coordinator']).toEqual([
    'Dagen har gått för:',
    `– ${number}: första svar senast 28 december 2026`,
    'Ärendena:',
  ])
})

test('what is answered, or waits for the company, warns nobody', async () => {
  await send()
  await database.ownerDb
    .updateTable('matter')
    .set({ firstWordAt: received, state: 'waiting', waitingSince: received })
    .where('state', '=', 'open')
    .execute()
  await morning('2026-12-30')
  await morning('2027-01-11')
  expect(await letters()).toEqual({})
})

test('the worker sees days and no words', async () => {
  const { queueDb } = database
  for (const table of ['matterText', 'matterEntry', 'matterSender', 'matterKey'] as const)
    await expect(queueDb.selectFrom(table).select('networkId').execute()).rejects.toThrow('permission denied')
  await expect(queueDb.selectFrom('matter').select('topicId').execute()).rejects.toThrow('permission denied')
  const nobody = { networkId: planted.network.id, personId: null }
  expect(await inScope(database.db, nobody, (tx) => tx.selectFrom('absence').select('id').execute())).toEqual(
    [],
  )
})
