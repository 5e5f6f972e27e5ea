import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { root, tellingWaysOut } from './checkout.mjs'
import { endAs, run } from './child.mjs'
import { ensureChromium } from './chromium.mjs'
import { ensureInstalled, npmCommand } from './installation.mjs'
import { pinnedNode, withNodeFirst } from './pinned-node.mjs'

/**
 * What `npm test` runs once all is installed and built, in this order.
 * @param {string} node
 * @param {{ file: string, first: string[] }} npm
 * @param {readonly string[]} words for vitest
 */
export function testCommands(node, npm, words) {
  return [
    {
      name: 'npm run check',
      file: npm.file,
      words: [...npm.first, 'run', '--silent', 'check'],
      isScript: npm.first.length === 0,
    },
    {
      name: ['vitest run', ...words].join(' '),
      file: node,
      words: [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...words],
    },
  ]
}

/**
 * Installs and builds what is not there yet, finds a browser, and runs the checks and the tests.
 * @param {readonly string[]} words for vitest
 */
export function runTests(words) {
  return tellingWaysOut(async () => {
    await ensureInstalled(root)
    const node = pinnedNode(root)
    await ensureBuilt(root, node)
    const env = { ...withNodeFirst(node, process.env), CHROMIUM_PATH: await ensureChromium() }
    const npm = npmCommand(process.env['npm_execpath'], node)
    for (const command of testCommands(node, npm, words)) {
      const ending = await timed(command, env)
      if (ending.code !== 0) return endAs(ending)
    }
  })
}

async function timed({ name, file, words, isScript }, env) {
  console.log(`\n${name}`)
  const start = performance.now()
  const ending = await run(file, words, { cwd: root, env, isShown: true, isScript })
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(ending.code === 0 ? `${name}: passed in ${seconds} s` : `${name}: FAILED after ${seconds} s`)
  return ending
}
