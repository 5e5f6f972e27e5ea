import { beforeAll, describe, expect, test } from 'vitest'
import { useTestDatabase } from '../../../tests/database.ts'
import { finishVisit } from './actions/finish-visit.ts'
import { settlePromise } from './actions/settle-promise.ts'
import { companyJobs } from './jobs.ts'
import { promisesIn } from './promise-store.ts'
import { aVisit, origin, plantCompany, secret, type Planted } from './testing.ts'

const database = useTestDatabase()
let planted: Planted
beforeAll(async () => {
  planted = await plantCompany(database)
})

/** Two promises by Friday the 4th, one kept and one not; one of the colleague's, who then leaves. */
async function promised(): Promise<void> {
  const form = aVisit({
    'promise-2': 'Skicka kurslistan',
    'promiseOn-2': '2026-12-04',
    'promise-3': 'Ordna studiebesök',
    'promiseOn-3': '2026-12-04',
    'promiseOwner-3': planted.idOf('colleague'),
  })
  await finishVisit(planted.context('officer'), { kind: 'known', id: planted.company }, form, secret)
}

async function remind(
  day: string,
): Promise<readonly { to: string; subject: string; lines: readonly string[] }[]> {
  const { db, queueDb, ownerDb } = database
  const clock = () => new Date(`${day}T05:40:00Z`)
  await ownerDb.deleteFrom('mailMessage').execute()
  for (const job of companyJobs({ db, queueDb, clock, origin })) await job.run({})
  const letters = await ownerDb.selectFrom('mailMessage').select(['recipient', 'subject', 'body']).execute()
  return letters
    .map(({ recipient, subject, body }) => ({
      to: recipient.startsWith(planted.idOf('officer')) ? 'officer' : 'colleague',
      subject,
      lines: body.split('\n').filter((line) => line.startsWith('–')),
    }))
    .toSorted((a, b) => a.to.localeCompare(b.to))
}

describe('promises', () => {
  test('are told of to their owners the working day before, once, and after the day until they are settled', async () => {
    await promised()
    expect(await remind('2026-12-02')).toEqual([])
    const before = await remind('2026-12-03')
    expect(before.map(({ to, lines }) => [to, lines.length])).toEqual([
      ['colleague', 1],
      ['officer', 2],
    ])
    expect(await remind('2026-12-03')).toEqual([])
    expect(await remind('2026-12-05')).toEqual([])

    const promises = await planted.as('officer', (tx) => promisesIn(tx, { company: planted.company }))
    const kept = promises.find(({ text }) => text === 'Skicka kurslistan')
    await settlePromise(planted.context('officer'), kept?.id ?? '', { outcome: 'kept', because: '' })
    await database.ownerDb
      .updateTable('roleGrant')
      .set({ revokedAt: new Date('2026-12-05T08:00:00Z') })
      .where('personId', '=', planted.idOf('colleague'))
      .execute()
    // Monday: the colleague has left, so those who are still there are told.
    const after = await remind('2026-12-07')
    expect(after.map(({ to }) => to)).toEqual(['officer'])
    expect(after[0]?.lines.join()).toMatch(/bygglovet.*studiebesök|studiebesök.*bygglovet/)
    expect(after[0]?.lines.join()).not.toContain('kurslistan')
    expect(await remind('2026-12-08')).toEqual([])
  })
})
