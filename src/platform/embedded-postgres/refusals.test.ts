import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  ask,
  asRoot,
  mayMount,
  refusal,
  smallDisk,
  started,
  temporaryFolder,
  unpackedBinaries,
} from './testing.ts'

/** Why a folder cannot be written, in the system's words. */
async function notWritable(folder: string): Promise<string> {
  const answer = await refusal(folder)
  if (answer.kind !== 'data-folder-not-writable') throw new Error(`Refused for ${answer.kind}`)
  return answer.reason
}

describe('a data folder that cannot be written', () => {
  it('is refused when a file stands in its way', async () => {
    const file = join(temporaryFolder(), 'file')
    writeFileSync(file, 'kept')
    expect(await notWritable(join(file, 'data'))).toContain('ENOTDIR')
    expect(readFileSync(file, 'utf8')).toBe('kept')
  })

  it.runIf(process.platform === 'linux')('is refused where no folder can be made', async () => {
    expect(await notWritable('/proc/samsyn/data')).toContain('ENOENT')
  })

  it.skipIf(asRoot)('is refused when it belongs to somebody else', async () => {
    const folder = temporaryFolder()
    chmodSync(folder, 0o500)
    expect(await notWritable(folder)).toContain('EACCES')
    chmodSync(folder, 0o700)
  })

  it.runIf(mayMount)('is refused when the disk is read-only', async () => {
    const folder = join(smallDisk('ro'), 'data')
    expect(await notWritable(folder)).toContain('EROFS')
  })
})

describe.runIf(mayMount)('a full disk', () => {
  it('is refused before a database is begun', async () => {
    const folder = join(smallDisk('size=100m'), 'data')
    expect(await refusal(folder)).toMatchObject({
      kind: 'disk-full',
      neededMegabytes: 200,
      freeMegabytes: 99,
    })
    expect(existsSync(join(folder, 'postgres'))).toBe(false)
  })

  it('is refused at a later start, and harms nothing', async () => {
    const disk = smallDisk('size=250m')
    const folder = join(disk, 'data')
    const first = await started(folder)
    await ask(first.url, 'create table kept ()')
    await first.stop()

    const filler = join(disk, 'filler')
    writeFileSync(filler, Buffer.alloc(170 * 1024 * 1024))
    expect(await refusal(folder)).toMatchObject({ kind: 'disk-full', neededMegabytes: 50 })
    writeFileSync(filler, '')
    const second = await started(folder)
    expect(await ask(second.url, 'select from kept')).toEqual([])
  })

  it('is named when it fills in the middle, and nothing half done stays', async () => {
    const disk = smallDisk('size=230m,nr_inodes=200')
    expect(await refusal(join(disk, 'data'))).toMatchObject({ kind: 'disk-full' })
    expect(existsSync(join(disk, 'data', 'postgres'))).toBe(false)
  })
})

describe('binaries', () => {
  it('are refused when there are none', async () => {
    const nowhere = join(temporaryFolder(), 'native')
    expect(await refusal(join(temporaryFolder(), 'data'), { binaries: nowhere })).toMatchObject({
      kind: 'no-binaries-for-platform',
    })
  })

  it('are refused when they do not run here', async () => {
    const folder = temporaryFolder()
    const native = join(folder, 'native')
    mkdirSync(join(native, 'share', 'postgresql'), { recursive: true })
    mkdirSync(join(native, 'lib'))
    mkdirSync(join(native, 'bin'))
    writeFileSync(join(native, 'share', 'postgresql', 'postgres.bki'), '')
    writeFileSync(join(native, 'bin', 'postgres'), '#!/bin/sh\necho "wrong machine" >&2\nexit 126\n', {
      mode: 0o755,
    })
    writeFileSync(join(folder, 'package.json'), '{ "version": "18.4.0" }')
    expect(await refusal(join(temporaryFolder(), 'data'), { binaries: native })).toMatchObject({
      kind: 'no-binaries-for-platform',
      reason: 'wrong machine',
    })
  })

  it('are mended when no install script made their links', async () => {
    const binaries = unpackedBinaries(temporaryFolder())
    const { url } = await started(join(temporaryFolder(), 'data'), { binaries })
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

describe('a database', () => {
  it('of another major version is refused and left as it is', async () => {
    const folder = join(temporaryFolder(), 'data')
    await (await started(folder)).stop()
    const version = join(folder, 'postgres', 'PG_VERSION')
    const needed = Number(readFileSync(version, 'utf8'))
    writeFileSync(version, '15\n')
    expect(await refusal(folder)).toEqual({
      kind: 'other-major-version',
      path: join(folder, 'postgres'),
      found: 15,
      needed,
    })
    writeFileSync(version, `${needed}\n`)
    await started(folder)
  })

  it('that does not start is refused with what the server said', async () => {
    const folder = join(temporaryFolder(), 'data')
    await (await started(folder)).stop()
    const settings = join(folder, 'postgres', 'postgresql.conf')
    const before = readFileSync(settings, 'utf8')
    writeFileSync(settings, `${before}\nno_such_setting = 1\n`)
    const answer = await refusal(folder)
    expect(answer).toMatchObject({ kind: 'start-failed', logFile: join(folder, 'postgres.log') })
    expect(JSON.stringify(answer)).toContain('no_such_setting')
    writeFileSync(settings, before)
    await started(folder)
  })

  it('that was moved away is refused, instead of beginning anew', async () => {
    const folder = temporaryFolder()
    const elsewhere = join(folder, 'gone')
    writeFileSync(join(folder, 'database-is-elsewhere.json'), JSON.stringify({ databaseFolder: elsewhere }))
    expect(await refusal(folder)).toEqual({
      kind: 'database-folder-missing',
      path: join(elsewhere, 'postgres'),
      namedIn: join(folder, 'database-is-elsewhere.json'),
    })
  })
})
