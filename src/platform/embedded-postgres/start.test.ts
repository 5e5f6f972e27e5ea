import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { isRunning } from './processes.ts'
import {
  ask,
  killProcess,
  lineWith,
  program,
  refusal,
  serverPid,
  start,
  started,
  temporaryFolder,
} from './testing.ts'

const modeOf = (path: string) => statSync(path).mode & 0o777

// Made by the first test that needs it; each test stops what it starts.
const folder = join(temporaryFolder(afterAll), 'data')

describe('the embedded server', () => {
  it('starts on a folder that does not exist yet', async () => {
    const { attempt, steps } = await start(join(temporaryFolder(), 'new', 'data'))
    if (!attempt.ok) throw new Error(JSON.stringify(attempt.refusal))

    expect(new URL(attempt.value.url)).toMatchObject({
      username: 'samsyn_admin',
      hostname: '127.0.0.1',
      pathname: '/samsyn',
    })
    expect(steps).toEqual(['Making a new database', 'Starting the database'])
    const [facts] = await ask(
      attempt.value.url,
      `select current_setting('fsync') as fsync, current_setting('data_checksums') as checksums,
         current_setting('server_encoding') as encoding, current_setting('listen_addresses') as addresses,
         current_setting('jit') as jit, pg_postmaster_start_time() is not null as "isUp",
         (select rolsuper from pg_roles where rolname = current_user) as "isSuperuser"`,
    )
    expect(facts).toEqual({
      fsync: 'on',
      checksums: 'on',
      encoding: 'UTF8',
      addresses: '127.0.0.1',
      jit: 'off',
      isUp: true,
      isSuperuser: true,
    })
  })

  it('sorts as Swedish does where a query asks for it, and knows its capitals', async () => {
    const { url } = await started(folder)
    const names = `(values ('Öckerö'), ('Ale'), ('Ärla'), ('Zinkgruvan'), ('Åmål'), ('alingsås')) names (name)`
    const rows = await ask(url, `select name from ${names} order by name collate "sv-x-icu"`)
    expect(rows.map((row) => row['name'])).toEqual([
      'Ale',
      'alingsås',
      'Zinkgruvan',
      'Åmål',
      'Ärla',
      'Öckerö',
    ])
    expect(await ask(url, `select lower('ÅÄÖ') as small`)).toEqual([{ small: 'åäö' }])
  })

  it('asks everybody for a password', async () => {
    const { url } = await started(folder)
    const wrong = new URL(url)
    wrong.password = 'guessed'
    await expect(ask(wrong.href, 'select 1')).rejects.toThrow(/password authentication failed/)
  })

  it('starts again with the same data, secret and password', async () => {
    const first = await started(folder)
    await ask(first.url, `create table kept as select 'Öckerö' as name`)
    await first.stop()

    const { attempt, steps } = await start(folder)
    if (!attempt.ok) throw new Error(JSON.stringify(attempt.refusal))
    expect(steps).toEqual(['Starting the database'])
    expect(attempt.value.secret).toBe(first.secret)
    expect(new URL(attempt.value.url).password).toBe(new URL(first.url).password)
    expect(await ask(attempt.value.url, 'select name from kept')).toEqual([{ name: 'Öckerö' }])
  })

  it('keeps its secrets from other users, and leaves nothing half done', async () => {
    const { secret } = await started(folder)
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
    const names = ['installation-secret', 'postgres-password', 'postgres.log', 'running.json']
    expect(names.map((name) => modeOf(join(folder, name)))).toEqual(names.map(() => 0o600))
    expect(modeOf(join(folder, 'postgres'))).toBe(0o700)
    expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([])
  })

  it('does not log what people wrote', async () => {
    const { url } = await started(folder)
    await ask(url, `create table people (email text unique); insert into people values ('anna@example.org')`)
    await expect(ask(url, `insert into people values ('anna@example.org')`)).rejects.toThrow(/duplicate key/)
    const log = readFileSync(join(folder, 'postgres.log'), 'utf8')
    expect(log).toContain('duplicate key')
    expect(log).not.toContain('anna@example.org')
  })

  it('stops once, however often it is asked', async () => {
    const server = await started(folder)
    const pid = serverPid(folder)
    await Promise.all([server.stop(), server.stop()])
    await server.stop()
    expect(isRunning(pid)).toBe(false)
    expect(readdirSync(join(folder, 'postgres'))).not.toContain('postmaster.pid')
  })

  it('tells when the server ends by itself', async () => {
    const server = await started(folder)
    process.kill(serverPid(folder), 'SIGTERM')
    expect((await server.lost).join('\n')).toContain('shut down')
    await server.stop()
  })

  it('gives a new password where the file with it was lost', async () => {
    const first = await started(folder)
    await ask(first.url, 'create table still_there ()')
    await first.stop()
    rmSync(join(folder, 'postgres-password'))

    const second = await started(folder)
    expect(new URL(second.url).password).not.toBe(new URL(first.url).password)
    expect(await ask(second.url, 'select from still_there')).toEqual([])
  })
})

describe('a second start on the same folder', () => {
  it('is refused by the same program', async () => {
    const first = await started(folder)
    expect(await refusal(folder)).toMatchObject({
      kind: 'data-folder-in-use',
      pid: process.pid,
      address: undefined,
    })
    expect(await ask(first.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('is refused by another program, with the id and address of the first', async () => {
    const { child, lines } = program(folder, `await announce('http://127.0.0.1:45101'); console.log('ready')`)
    await lineWith('ready', lines)
    expect(await refusal(folder)).toEqual({
      kind: 'data-folder-in-use',
      path: folder,
      pid: child.pid,
      address: 'http://127.0.0.1:45101',
    })
  })

  it('succeeds for one of two that come at the same time', async () => {
    const fresh = join(temporaryFolder(), 'data')
    const attempts = await Promise.all([start(fresh), start(fresh)])
    expect(attempts.filter(({ attempt }) => attempt.ok)).toHaveLength(1)
  })

  it('succeeds once the first has been killed', async () => {
    const { child, lines } = program(folder, `console.log('ready')`)
    await lineWith('ready', lines)
    await killProcess(child.pid ?? 0)
    const { url } = await started(folder)
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
  })
})
