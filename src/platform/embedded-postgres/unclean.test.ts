import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { endsWithin, isRunning, processesAtWorkIn } from './processes.ts'
import {
  ask,
  kill,
  killProcess,
  lineWith,
  program,
  refusal,
  serverPid,
  start,
  started,
  temporaryFolder,
  watchmanOf,
} from './testing.ts'

const writing = `
  const pool = new pg.Pool({ connectionString: url, max: 4 })
  await pool.query('create table written (id int primary key)')
  let next = 0
  const write = async () => {
    for (;;) {
      const id = next++
      await pool.query('insert into written values ($1)', [id])
      console.log('wrote ' + id)
    }
  }
  await Promise.all([write(), write(), write(), write()])`

const working = `console.log('ready')`

/** Lets a program write until it has acknowledged some rows, and then kills it; answers what was acknowledged. */
async function killWhileWriting(folder: string, alsoServer: boolean): Promise<number[]> {
  const { child, lines } = program(folder, writing)
  const acknowledged: number[] = []
  while (acknowledged.length < 200) acknowledged.push(Number((await lineWith('wrote', lines)).split(' ')[1]))
  const server = serverPid(folder)
  const dying = kill(child)
  if (alsoServer) process.kill(server, 'SIGKILL')
  await dying
  for (let line = await lines.next(); !line.done; line = await lines.next()) {
    acknowledged.push(Number(line.value.split(' ')[1]))
  }
  return acknowledged
}

/** Kills a program and its server, so that PostgreSQL's lock file stays. */
async function leaveLockFile(folder: string): Promise<void> {
  const { child, lines } = program(folder, working)
  await lineWith('ready', lines)
  const server = serverPid(folder)
  process.kill(server, 'SIGKILL')
  await kill(child)
  await endsWithin(10, server)
}

function nameInLockFile(folder: string, pid: number): void {
  const file = join(folder, 'postgres', 'postmaster.pid')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(pid)))
}

async function answers(folder: string): Promise<boolean> {
  const { url } = await started(folder)
  return (await ask(url, 'select 1')).length === 1
}

describe('after a kill -9 during writes', () => {
  it.each([
    ['of the program', false],
    ['of the program and the server', true],
  ])('%s, every acknowledged row is there', async (_, alsoServer) => {
    const folder = join(temporaryFolder(), 'data')
    const acknowledged = await killWhileWriting(folder, alsoServer)
    const { url } = await started(folder)
    const rows = await ask(url, 'select id from written')
    const found = new Set(rows.map((row) => row['id']))
    expect(acknowledged.filter((id) => !found.has(id))).toEqual([])
  })
})

describe('after a kill -9 of the program', () => {
  it('the server ends too', async () => {
    const folder = join(temporaryFolder(), 'data')
    const { child, lines } = program(folder, working)
    await lineWith('ready', lines)
    const server = serverPid(folder)
    await kill(child)
    expect(await endsWithin(30, server)).toBe(true)
  })

  it.runIf(process.platform === 'linux')(
    'a server that went on running is stopped by the next start',
    async () => {
      const folder = join(temporaryFolder(), 'data')
      const { child, lines } = program(folder, working)
      await lineWith('ready', lines)
      const orphan = serverPid(folder)
      await killProcess(watchmanOf(orphan))
      await kill(child)
      expect(isRunning(orphan)).toBe(true)

      const { attempt, steps } = await start(folder)
      expect(attempt.ok).toBe(true)
      expect(steps).toContain('Stopping a database server that an earlier run left behind')
      expect(isRunning(orphan)).toBe(false)
      expect(readFileSync(join(folder, 'postgres.log'), 'utf8')).not.toContain('not properly shut down')
    },
  )

  it.runIf(process.platform === 'linux')(
    'a query that outlived its server does not stand in the way',
    async () => {
      const folder = join(temporaryFolder(), 'data')
      const endless = `const client = new pg.Client(url); await client.connect()
      void client.query('do $$ begin loop null; end loop; end $$'); setTimeout(() => console.log('ready'), 300)`
      const { child, lines } = program(folder, endless)
      await lineWith('ready', lines)
      const server = serverPid(folder)
      await killProcess(watchmanOf(server))
      await kill(child)
      await killProcess(server)
      await sleep(500)
      expect(processesAtWorkIn(join(folder, 'postgres'))).toHaveLength(1)

      const { url } = await started(folder)
      expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
    },
  )
})

describe('a lock file that PostgreSQL left behind does not matter', () => {
  const folder = join(temporaryFolder(afterAll), 'data')
  beforeEach(() => leaveLockFile(folder))

  it('when it names nobody', async () => {
    expect(existsSync(join(folder, 'postgres', 'postmaster.pid'))).toBe(true)
    const { attempt, steps } = await start(folder)
    expect(attempt.ok).toBe(true)
    expect(steps).toContain('The database was not stopped cleanly and checks its log')
  })

  it('when its number was given to another program, which is left alone', async () => {
    const bystander = spawn('sleep', ['60'])
    onTestFinished(() => void bystander.kill())
    nameInLockFile(folder, bystander.pid ?? 0)
    expect(await answers(folder)).toBe(true)
    expect(bystander.exitCode ?? bystander.signalCode).toBeNull()
  })

  it.runIf(process.platform === 'linux')('when it names a zombie', async () => {
    const parent = spawn('/bin/sh', ['-c', 'true & echo $!; exec sleep 60'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    onTestFinished(() => void parent.kill())
    const answer: unknown[] = await once(parent.stdout, 'data')
    nameInLockFile(folder, Number(String(answer[0])))
    expect(await answers(folder)).toBe(true)
  })

  it.each(['', 'torn'])('when it was cut short to "%s"', async (text) => {
    writeFileSync(join(folder, 'postgres', 'postmaster.pid'), text)
    expect(await answers(folder)).toBe(true)
  })
})

describe('after a kill while the database was made', () => {
  it('a new one is made, and the half one is gone', async () => {
    const folder = join(temporaryFolder(), 'data')
    const { child } = program(folder, working)
    const isHalf = () =>
      existsSync(folder) && readdirSync(folder).some((name) => name.startsWith('postgres.unfinished-'))
    while (!isHalf()) await sleep(5)
    await sleep(100)
    await kill(child)
    expect(isHalf()).toBe(true)
    expect(existsSync(join(folder, 'postgres'))).toBe(false)

    const { url } = await started(folder)
    expect(isHalf()).toBe(false)
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('files that are not a database are not overwritten', async () => {
    const folder = join(temporaryFolder(), 'data')
    mkdirSync(join(folder, 'postgres'), { recursive: true })
    writeFileSync(join(folder, 'postgres', 'letter.txt'), 'Dear Anna')
    expect(await refusal(folder)).toEqual({ kind: 'not-a-database', path: join(folder, 'postgres') })
    expect(readFileSync(join(folder, 'postgres', 'letter.txt'), 'utf8')).toBe('Dear Anna')
  })
})
