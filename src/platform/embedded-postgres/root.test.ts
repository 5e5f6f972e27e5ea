import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { nobodyIn } from './account.ts'
import {
  ask,
  asRoot,
  refusal,
  serverPid,
  start,
  started,
  temporaryFolder,
  unpackedBinaries,
} from './testing.ts'

/** A folder like a checkout in root's home: nobody else gets in. */
function closedFolder(): string {
  const folder = temporaryFolder()
  chmodSync(folder, 0o700)
  return folder
}

const ownerOf = (path: string) => statSync(path).uid

function idsOf(user: string): [uid: number, gid: number] {
  const number = (option: string) => Number(execFileSync('id', [option, user], { encoding: 'utf8' }))
  return [number('-u'), number('-g')]
}

describe.runIf(asRoot && process.platform === 'linux')('started by root, the server', () => {
  it('runs as nobody, who owns its files', async () => {
    const folder = join(temporaryFolder(), 'data')
    await started(folder)
    const { uid } = nobodyIn(readFileSync('/etc/passwd', 'utf8'))
    expect(ownerOf(join(folder, 'postgres'))).toBe(uid)
    expect(ownerOf(`/proc/${serverPid(folder)}`)).toBe(uid)
    expect(ownerOf(join(folder, 'postgres-password'))).toBe(0)
  })

  it('runs as the owner of the checkout, who can start it later without being root', async () => {
    const checkout = temporaryFolder()
    const [uid, gid] = idsOf('daemon')
    chownSync(checkout, uid, gid)
    const folder = join(checkout, 'data')
    await (await started(folder)).stop()
    const owners = readdirSync(folder).map((name) => ownerOf(join(folder, name)))
    expect(new Set([...owners, ownerOf(folder)])).toEqual(new Set([uid]))
  })

  it('runs as nobody in a folder whose owner has no name, as in a container', async () => {
    const checkout = temporaryFolder()
    chownSync(checkout, 12_345, 12_345)
    const folder = join(checkout, 'data')
    await started(folder)
    expect(ownerOf(join(folder, 'postgres'))).toBe(nobodyIn(readFileSync('/etc/passwd', 'utf8')).uid)
  })

  it('is copied to where it can be read, once, when the checkout is closed to it', async () => {
    const binaries = unpackedBinaries(closedFolder())
    const sharedFolder = join(temporaryFolder(), 'shared')
    const folder = join(temporaryFolder(), 'data')
    const { attempt, steps } = await start(folder, { binaries, sharedFolder })
    if (!attempt.ok) throw new Error(JSON.stringify(attempt.refusal))
    expect(steps).toContain('Copying PostgreSQL to where its account can read it')
    expect(await ask(attempt.value.url, `select 'Å' < 'Ö' collate "sv-x-icu" as sorted`)).toEqual([
      { sorted: true },
    ])
    const [copy = '', ...others] = readdirSync(sharedFolder)
    expect(copy).toMatch(/^postgres-\d+\./)
    expect(others).toEqual([])
    await attempt.value.stop()

    const again = await start(folder, { binaries, sharedFolder })
    expect(again.steps).toEqual(['Starting the database'])
  })

  it('does not run from a place that others can change', async () => {
    const binaries = unpackedBinaries(closedFolder())
    const sharedFolder = join(temporaryFolder(), 'shared')
    mkdirSync(sharedFolder)
    chmodSync(sharedFolder, 0o777)
    const folder = join(temporaryFolder(), 'data')
    // The system's temporary folder is the next choice.
    const nextChoice = temporaryFolder()
    vi.stubEnv('TMPDIR', nextChoice)
    onTestFinished(() => void vi.unstubAllEnvs())
    await started(folder, { binaries, sharedFolder })
    expect(readlinkSync(`/proc/${serverPid(folder)}/exe`)).toContain(join(nextChoice, 'samsyn'))
  })

  it('uses an empty folder that root made, although it was closed', async () => {
    const folder = closedFolder()
    await started(folder, { sharedFolder: join(folder, 'not used') })
    expect(existsSync(join(folder, 'postgres', 'PG_VERSION'))).toBe(true)
    expect(statSync(folder).mode & 0o777).toBe(0o711)
  })

  it('keeps its files elsewhere when the data folder is closed to it, and finds them again', async () => {
    const folder = join(closedFolder(), 'data')
    const sharedFolder = join(temporaryFolder(), 'shared')
    const first = await started(folder, { sharedFolder })
    await ask(first.url, 'create table kept ()')
    await first.stop()
    const [databaseFolder = ''] = readdirSync(sharedFolder)
    expect(readFileSync(join(folder, 'database-is-elsewhere.json'), 'utf8')).toContain(
      join(sharedFolder, databaseFolder),
    )

    const second = await started(folder, { sharedFolder })
    expect(await ask(second.url, 'select from kept')).toEqual([])
    await second.stop()

    rmSync(join(sharedFolder, databaseFolder), { recursive: true })
    expect(await refusal(folder, { sharedFolder })).toMatchObject({ kind: 'database-folder-missing' })
  })

  it('begins anew for a data folder that was removed, and keeps the old database', async () => {
    const folder = join(closedFolder(), 'data')
    const sharedFolder = join(temporaryFolder(), 'shared')
    const first = await started(folder, { sharedFolder })
    await ask(first.url, 'create table old ()')
    await first.stop()
    rmSync(folder, { recursive: true })

    const second = await started(folder, { sharedFolder })
    await expect(ask(second.url, 'select from old')).rejects.toThrow(/does not exist/)
    expect(readdirSync(sharedFolder)).toHaveLength(2)
  })
})

describe('the account nobody', () => {
  it.each([
    [
      'is looked up',
      'root:x:0:0::/root:/bin/sh\nnobody:x:99:98:Nobody:/:/sbin/nologin\n',
      { uid: 99, gid: 98 },
    ],
    [
      'has the usual number where it is not listed',
      'root:x:0:0::/root:/bin/sh\n',
      { uid: 65_534, gid: 65_534 },
    ],
    [
      'is never a negative number',
      'nobody:*:-2:-2:Unprivileged:/var/empty:/usr/bin/false\n',
      { uid: 65_534, gid: 65_534 },
    ],
    ['is never root', 'nobody:x:0:0::/:/bin/sh\n', { uid: 65_534, gid: 65_534 }],
  ])('%s', (_, passwd, account) => {
    expect(nobodyIn(passwd)).toEqual(account)
  })
})
