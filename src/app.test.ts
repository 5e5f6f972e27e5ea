import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp, type TestApp } from '../tests/app.ts'
import { useTestDatabase } from '../tests/database.ts'
import { addTestNetwork } from '../tests/people.ts'

const database = useTestDatabase()
let asked: TestApp

beforeAll(async () => {
  const { id } = await addTestNetwork(database)
  asked = testApp(database, id)
})
afterAll(async () => asked.close())

const megabyte = 1_000_000
const sent = async (path: string, size: number, headers: Readonly<Record<string, string>> = {}) => {
  const body = new FormData()
  body.set('file', new File([new Uint8Array(size)], 'a.csv'))
  const { app, origin } = asked
  return app.request(`${origin}${path}`, { method: 'POST', headers: { origin, ...headers }, body })
}

describe('what is sent', () => {
  test.each(['/importer/ny/fil', '/en/imports/new/file'])(
    'to %s may hold a file of ten megabytes',
    async (path) => {
      // A visitor is refused for who they are, not for how much they send.
      expect((await sent(path, 10 * megabyte)).status).toBe(403)
      const larger = await sent(path, 11 * megabyte)
      expect(larger.status).toBe(413)
      expect(await larger.text()).toContain(
        path.startsWith('/en') ? 'too much at once' : 'för mycket på en gång',
      )
      expect((await sent(path, 1, { 'content-length': '200000000' })).status).toBe(413)
    },
  )

  test.each([
    '/siffror/for-in',
    '/importer',
    '/importer/ny/fil/',
    '/importer/tabeller/00000000-0000-4000-8000-000000000000',
    '/logga-in',
  ])('to %s may hold a megabyte at most', async (path) => {
    expect((await sent(path, megabyte)).status).toBe(413)
    expect((await sent(path, megabyte / 2)).status).not.toBe(413)
  })
})

const got = async (path: string) => asked.app.request(`${asked.origin}${path}`)

describe('what a company sends', () => {
  test.each(['/arende/nytt/x/beskrivning', '/arende/x', '/en/matter/x'])(
    'to %s may hold five files of ten megabytes',
    async (path) => {
      expect((await sent(path, 50 * megabyte)).status).toBe(404)
      expect((await sent(path, 54 * megabyte)).status).toBe(413)
    },
  )

  test('to the other steps may hold a megabyte at most', async () => {
    expect((await sent('/arende/nytt/x/plats', megabyte)).status).toBe(413)
  })
})

describe('what is asked for', () => {
  test.each([
    ['/indikatorer/data.csv?per=2025-02-30', '”2025-02-30” är inget datum. Skriv det som 2025-03-01.'],
    ['/en/revisions/data.csv?as-of=yesterday', '“yesterday” is no date. Write it as 2025-03-01.'],
    ['/nya-siffror/flode.xml?per=x', '”x” är inget datum. Skriv det som 2025-03-01.'],
    ['/api/v1/municipalities?per=x', '“x” is no date. Write it as 2025-03-01.'],
  ])('%s would be believed to be of that day, so it is refused', async (path, sentence) => {
    const answer = await got(path)
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain(sentence)
    expect(answer.headers.get('content-disposition')).toBeNull()
  })

  test('of a page it says itself that the day is none', async () => {
    const answer = await got('/indikatorer?per=2025-02-30')
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('Sidan visar det som är känt nu.')
  })

  test('by a program and is not there is refused in its own way', async () => {
    const answer = await got('/api/v1/nothing')
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
    expect(await answer.json()).toMatchObject({ status: 404, title: 'Not Found' })
  })
})
