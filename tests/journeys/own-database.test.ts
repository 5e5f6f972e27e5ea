import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer } from '../setup/postgres.ts'
import { asServer } from '../server.ts'
import { firstCellOfAle, OfficerByHand } from './officer-by-hand.ts'
import { refusedStart, runToEnd, startBuiltProgram, type RunningProgram } from './program.ts'

const env: Record<string, string> = { SAMSYN_SECRET: 'the same for every process of the installation' }
const running: RunningProgram[] = []

let server: Awaited<ReturnType<typeof startServer>>

/** An ordinary server with an ordinary owner: no superuser, but the right to create roles. */
beforeAll(async () => {
  server = await startServer()
  await asServer(server.url, `create role owner_of_samsyn login createrole password 'own'`)
  await asServer(server.url, `create database own owner owner_of_samsyn`)
  const url = new URL(server.url)
  Object.assign(url, { username: 'owner_of_samsyn', password: 'own', pathname: '/own' })
  env['DATABASE_URL'] = url.toString()
  running.push(await startBuiltProgram({ env }))
  for (const command of ['web', 'web', 'worker', 'worker'] as const)
    running.push(await startBuiltProgram({ command, env }))
})
afterAll(async () => {
  await Promise.all(running.map((program) => program.stop()))
  await server.stop()
})

test('a change in one web process is seen by visitors of every other, though each keeps its pages', async () => {
  const [first, second, third] = running as [RunningProgram, RunningProgram, RunningProgram]
  const cell = await firstCellOfAle(first.origin)
  for (const { origin } of [second, third]) expect((await fetch(origin + cell)).status).toBe(200)

  const officer = new OfficerByHand(first.origin)
  await officer.signIn('naringslivsansvarig.ale@example.org')
  // The session holds in every process.
  officer.moveTo(second.origin)
  expect(await officer.say(cell, 'Sagt i den andra processen')).toBe(303)
  for (const { origin } of [first, second, third]) {
    const seen = async () => (await fetch(origin + cell)).text()
    await expect.poll(seen).toContain('Sagt i den andra processen')
  }
})

test('migrating an operator’s database leaves it empty, to be founded', async () => {
  await asServer(server.url, `create database empty owner owner_of_samsyn`)
  const url = new URL(env['DATABASE_URL'] ?? '')
  url.pathname = '/empty'
  const own = { ...env, DATABASE_URL: url.toString() }
  const migrated = await runToEnd(['migrate'], own)
  // Before that stands how far it has come, where it takes longer than a second.
  expect(migrated).toMatchObject({
    code: 0,
    said: expect.stringMatching(/The database is up to date\.\n$/) as string,
  })
  const web = await startBuiltProgram({ command: 'web', env: own })
  running.push(web)
  expect(web.address).toContain('/start?kod=')
})

test('without the shared secret nothing starts', async () => {
  const refused = await refusedStart(['--port', '0'], { DATABASE_URL: env['DATABASE_URL'] ?? '' })
  expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('SAMSYN_SECRET') as string })
})

test('a database that does not answer, does not exist or lets nobody in is told apart', async () => {
  const url = new URL(env['DATABASE_URL'] ?? '')
  const cases: [Partial<URL>, string][] = [
    [{ port: '1' }, 'does not answer'],
    [{ pathname: '/finns_inte' }, 'does not exist'],
    [{ password: 'fel' }, 'refuses the user name or password'],
  ]
  for (const [change, sentence] of cases) {
    const wrong = Object.assign(new URL(url), change)
    const refused = await refusedStart(['--port', '0'], { ...env, DATABASE_URL: wrong.toString() })
    expect(refused.said).toContain(sentence)
    expect(refused.code).toBe(1)
  }
})
