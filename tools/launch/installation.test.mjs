import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  ensureInstalled,
  installationFailure,
  isAsLocked,
  isInstalled,
  lacksOnlyOptional,
  npmCommand,
} from './installation.mjs'

const lock = {
  '': {},
  'node_modules/one': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/for-another-platform': { version: '2.0.0', integrity: 'sha512-b', optional: true },
}
const one = lock['node_modules/one']

function checkout(installed, folders) {
  const root = mkdtempSync(join(tmpdir(), 'samsyn-launch-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: lock }))
  for (const folder of folders) {
    mkdirSync(join(root, folder), { recursive: true })
    writeFileSync(join(root, folder, 'package.json'), '{}')
  }
  if (installed)
    writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: installed }))
  return root
}

describe('what is installed', () => {
  it.each([
    ['all that is pinned', { 'node_modules/one': one }, true],
    ['nothing', {}, false],
    ['another version', { 'node_modules/one': { ...one, version: '1.0.1' } }, false],
    [
      'another package under the same version',
      { 'node_modules/one': { ...one, integrity: 'sha512-c' } },
      false,
    ],
    [
      'another version of an optional package',
      {
        'node_modules/one': one,
        'node_modules/for-another-platform': { version: '1.9.0', integrity: 'sha512-d' },
      },
      false,
    ],
  ])('is compared with the lock file: %s', (_, installed, answer) => {
    expect(isAsLocked(lock, installed)).toBe(answer)
  })

  it('is complete when npm has recorded it and the folders are there', () => {
    expect(isInstalled(checkout({ 'node_modules/one': one }, ['node_modules/one']))).toBe(true)
  })

  it.each([
    ['npm was interrupted before it wrote its record', undefined, ['node_modules/one']],
    ['a folder was removed', { 'node_modules/one': one }, ['node_modules']],
  ])('is not complete when %s', (_, installed, folders) => {
    expect(isInstalled(checkout(installed, folders))).toBe(false)
  })

  it('cannot be judged without a lock file', async () => {
    const root = mkdtempSync(join(tmpdir(), 'samsyn-launch-'))
    onTestFinished(() => rmSync(root, { recursive: true }))
    await expect(ensureInstalled(root)).rejects.toThrow('git checkout package-lock.json')
  })
})

describe('a lock file that lacks packages', () => {
  const pinned = {
    'node_modules/tool': { optionalDependencies: { '@tool/win32': '1.0.0', 'tool-darwin': '1.0.0' } },
  }

  it.each([
    [
      'only of other platforms',
      'Missing: @tool/win32@ from lock file\nMissing: tool-darwin@1.0.0 from lock file',
      true,
    ],
    ['that are needed', 'Missing: @tool/win32@ from lock file\nMissing: hono@4.0.0 from lock file', false],
    ['and has others in wrong versions', 'Missing: tool-darwin@ from lock file\nInvalid: lock file', false],
    ['none', 'npm error code EUSAGE', false],
  ])('%s', (_, output, answer) => {
    expect(lacksOnlyOptional(output, pinned)).toBe(answer)
  })
})

describe('npm', () => {
  it.each([
    [
      '/usr/lib/node_modules/npm/bin/npm-cli.js',
      { file: '/node', first: ['/usr/lib/node_modules/npm/bin/npm-cli.js'] },
    ],
    ['/usr/lib/node_modules/yarn/bin/yarn.js', { file: 'npm', first: [] }],
    [undefined, { file: 'npm', first: [] }],
  ])('is found when %s runs us', (execPath, command) => {
    expect(npmCommand(execPath, '/node')).toEqual(command)
  })

  it.each([
    ['npm error code EAI_AGAIN', 'Check the network'],
    ['npm error code ENOSPC', 'The disk is full'],
    ['npm error code EACCES', 'cannot be written'],
    ['npm error code EUSAGE', 'do not agree'],
    ['npm error code EINTEGRITY', 'npm cache clean'],
    ['npm error something new', 'Remove the folder node_modules'],
  ])('that says "%s" is quoted with a way out', (output, wayOut) => {
    expect(installationFailure(`first\n${output}\n`)).toContain(output)
    expect(installationFailure(`first\n${output}\n`)).toContain(wayOut)
  })
})
