import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ensureBuilt, isBuilt, sourcesStamp } from './build.mjs'

/** A checkout whose vite is a script of the test's. */
function checkout(vite) {
  const root = mkdtempSync(join(tmpdir(), 'samsyn-build-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  write(root, 'src/main.ts', 'one')
  write(root, 'src/main.test.ts', 'a test')
  write(root, 'data/sweden/list.csv', 'a;b')
  write(root, 'node_modules/vite/bin/vite.js', vite)
  return root
}

function write(root, path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

// Builds like the real one: first what the browser gets, then the program; and counts.
const working = `
  const fs = require('node:fs')
  const isProgram = process.argv.includes('--ssr')
  fs.mkdirSync(isProgram ? 'dist/server' : 'dist/client', { recursive: true })
  if (isProgram) fs.writeFileSync('dist/server/main.js', '')
  fs.appendFileSync('builds', isProgram ? 'program ' : 'client ')`

const builds = (root) => readFileSync(join(root, 'builds'), 'utf8')

describe('the stamp of the sources', () => {
  it.each([
    ['a source', 'src/main.ts'],
    ['a datum', 'data/sweden/list.csv'],
    ['a new file', 'src/new.ts'],
    ['a migration', 'db/migrations/one.sql'],
    ['the lock file', 'package-lock.json'],
    ['the configuration of the build', 'vite.config.ts'],
  ])('changes with %s', (_, path) => {
    const root = checkout(working)
    const before = sourcesStamp(root)
    write(root, path, 'changed')
    expect(sourcesStamp(root)).not.toBe(before)
  })

  it('does not change with a test, nor with the time of a file', () => {
    const root = checkout(working)
    const before = sourcesStamp(root)
    write(root, 'src/main.test.ts', 'changed')
    utimesSync(join(root, 'src/main.ts'), 1, 1)
    expect(sourcesStamp(root)).toBe(before)
  })
})

describe('a build', () => {
  it('happens once, and again when a source has changed', async () => {
    const root = checkout(working)
    await ensureBuilt(root, process.execPath)
    await ensureBuilt(root, process.execPath)
    expect(builds(root)).toBe('client program ')
    write(root, 'src/main.ts', 'two')
    await ensureBuilt(root, process.execPath)
    expect(builds(root)).toBe('client program client program ')
  })

  it('happens again when a part of its result is gone', async () => {
    const root = checkout(working)
    await ensureBuilt(root, process.execPath)
    rmSync(join(root, 'dist/server/main.js'))
    expect(isBuilt(root, sourcesStamp(root))).toBe(false)
  })

  it('that fails is told with its words, and never taken for a whole one', async () => {
    const root = checkout(working)
    await ensureBuilt(root, process.execPath)
    write(root, 'src/main.ts', 'two')
    write(root, 'node_modules/vite/bin/vite.js', `console.error('main.ts: 1 error'); process.exit(1)`)
    await expect(ensureBuilt(root, process.execPath)).rejects.toThrow('main.ts: 1 error')
    write(root, 'src/main.ts', 'one')
    expect(isBuilt(root, sourcesStamp(root))).toBe(false)
  })
})
