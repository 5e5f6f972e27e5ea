import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lastLines, logSince, openLog, saysDiskFull } from './server-log.ts'
import { temporaryFolder } from './testing.ts'

describe('the log of the server', () => {
  it.each([
    ['could not extend file "base/1/2": No space left on device', true],
    ['could not write to file "pg_wal/xlogtemp.9": Disk quota exceeded', true],
    ['database system is ready to accept connections', false],
  ])('says whether the disk is full: %s', (line, isFull) => {
    expect(saysDiskFull(line)).toBe(isFull)
  })

  it('is cut to its last lines that say something', () => {
    expect(lastLines('one\n\ntwo  \nthree\n', 2)).toEqual(['two', 'three'])
  })

  it('is set aside when it has grown beyond 5 MB, and continued when not', async () => {
    const path = join(temporaryFolder(), 'postgres.log')
    writeFileSync(path, 'x'.repeat(5 * 1024 * 1024 + 1))
    await (await openLog(path)).close()
    expect(statSync(path).size).toBe(0)
    expect(statSync(`${path}.old`).size).toBe(5 * 1024 * 1024 + 1)

    writeFileSync(path, 'kept\n')
    await (await openLog(path)).close()
    expect(await logSince(path, 0)).toBe('kept\n')
  })

  it('is read from where a run began', async () => {
    const path = join(temporaryFolder(), 'postgres.log')
    writeFileSync(path, 'old\nnew\n')
    expect(await logSince(path, 4)).toBe('new\n')
    expect(await logSince(`${path}.gone`, 0)).toBe('')
  })
})
