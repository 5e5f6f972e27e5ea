import { beforeAll, describe, expect, test } from 'vitest'
import { programmeRoutes } from '#modules/programme'
import { useTestDatabase } from '../../../../tests/database.ts'
import { asked } from '../../../../tests/visits.ts'
import { addActivity } from '../actions/add-activity.ts'
import { handOver } from '../actions/hand-over.ts'
import { form, plantNetwork, type Planted, type Who } from '../testing.ts'
import { activitiesOfCell, activitiesOfIntervention } from './beside.tsx'
import { activitiesToDo, handOverLink } from './to-do.tsx'

const database = useTestDatabase()
let planted: Planted

beforeAll(async () => {
  planted = await plantNetwork(database)
  // Ale has claimed to be on plan for nearly two years, the last time a week ago; Göteborg is planned.
  for (const [version, saidAt] of ['2025-01-01', '2026-11-17'].entries())
    await say('1440', version + 1, saidAt)
  await say('1480', 1, '2026-11-20')
})

async function say(municipality: string, version: number, day: string): Promise<void> {
  await database.ownerDb
    .insertInto('word')
    .values({
      networkId: planted.network.id,
      municipality,
      interventionId: 'oppen',
      version,
      status: municipality === '1440' ? 'on-plan' : 'planned',
      text: `Ord ${version}`,
      ownerId: planted.idOf(municipality === '1440' ? 'officer' : 'third'),
      deputyId: null,
      milestone: null,
      milestoneOn: null,
      saidAt: new Date(`${day}T09:00:00Z`),
      saidBy: planted.idOf('officer'),
    })
    .execute()
}

const visit = async (who: Who, path: string) =>
  asked(
    { database, network: planted.network },
    planted.actors[who],
    programmeRoutes({
      elsewhere: [activitiesToDo],
      afterwards: handOverLink,
      decided: async () => null,
      besideCell: activitiesOfCell,
      besideIntervention: [activitiesOfIntervention],
    }),
    path,
  )

const quiet = 'Sägs vara ”Enligt plan” sedan 22 månader, men ingen aktivitet är inlagd.'

describe('what is claimed while nothing happens', () => {
  test('is told to officers and the coordinator, however often it is said again', async () => {
    for (const who of ['officer', 'colleague', 'coordinator'] as const) {
      expect((await visit(who, '/mitt-arbete')).text).toContain(quiet)
      expect((await visit(who, '/insatser/oppen/ale')).text).toContain(quiet)
    }
    expect((await visit('officer', '/en/my-work')).text).toContain('“On plan” for 22 months')
  })

  test('is told to nobody else: they read only when something last happened', async () => {
    for (const who of ['visitor', 'partner', 'neighbour', 'leader'] as const) {
      const { text } = await visit(who, '/insatser/oppen/ale')
      expect(text).not.toContain(quiet)
      expect(text).toContain('så här syns inte när något senast hände')
    }
    for (const who of ['partner', 'neighbour', 'leader'] as const)
      expect((await visit(who, '/mitt-arbete')).text).not.toContain(quiet)
  })

  test('is over once something happens', async () => {
    await addActivity(planted.context('officer'), '1440', form({ 'with-1480': 'on' }))
    expect((await visit('officer', '/mitt-arbete')).text).not.toContain(quiet)
    for (const municipality of ['ale', 'goteborg'])
      expect((await visit('visitor', `/insatser/oppen/${municipality}`)).text).toContain(
        'Senast hände något: 24 november 2026 (i dag).',
      )
    expect((await visit('visitor', '/insatser/oppen')).text).toContain('Frukostmöten')
  })
})

test('an officer is led to an activity of the cell, and to the hand-over; others are not', async () => {
  const { text } = await visit('officer', '/insatser/oppen/ale')
  expect(text).toContain('/aktiviteter/ny/ale?insats=oppen')
  expect((await visit('officer', '/mitt-arbete')).text).toContain(`/overlamning/${planted.idOf('officer')}`)
  for (const who of ['visitor', 'neighbour', 'coordinator'] as const)
    expect((await visit(who, '/insatser/oppen/ale')).text).not.toContain('/aktiviteter/ny/ale')
})

test('who has left is told to the coordinator at once, until it is handed over; then the cell says why nobody has it', async () => {
  await database.ownerDb
    .updateTable('roleGrant')
    .set({ revokedAt: new Date('2026-11-24T10:00:00Z'), revokedBy: planted.idOf('coordinator') })
    .where('personId', '=', planted.idOf('officer'))
    .execute()
  const told = 'officer 1440 (exempel): en sak i Ale'
  expect((await visit('coordinator', '/mitt-arbete')).text).toContain(told)
  const answers = { 'to-cell-1440-oppen': 'nobody', 'why-cell-1440-oppen': 'Tjänsten är utlyst' }
  expect(await handOver(planted.context('coordinator'), planted.idOf('officer'), answers)).toMatchObject({
    ok: true,
  })
  expect((await visit('coordinator', '/mitt-arbete')).text).not.toContain(told)
  const page = await visit('leader', '/insatser/oppen/ale')
  expect(page.text).toContain('Tjänsten är utlyst')
  expect(page.text).toContain('Lämnades över, utan att något nytt sades')
  expect(page.text).toContain('17 november 2026')
  expect((await visit('visitor', '/insatser/oppen/ale')).text).not.toContain('Tjänsten är utlyst')
})
