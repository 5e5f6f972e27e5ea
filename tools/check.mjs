import { spawn } from 'node:child_process'
import { globSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'

// An older Node does not know `import.meta.main`, and the checks below would say nothing and pass.
if (!import.meta.main) throw new Error('Run it as `npm run check`: that brings the Node it needs')

/**
 * `npm run check`: everything that can be known about the code without running it. One line for each step,
 * and what a step has to say only when it fails.
 */
const root = join(import.meta.dirname, '..')
// Named one by one: a pattern among the arguments makes the formatter overlook the folders.
const code = globSync(['src', 'tests', 'tools', 'bench', 'db', '*.config.ts'], { cwd: root })
const tool = (path, ...args) => [join(root, 'node_modules', path), ...args]

// The longest first, so that the last to finish is a short one.
const steps = [
  { name: 'lint', asks: 'oxlint', run: tool('oxlint/bin/oxlint', ...code) },
  { name: 'types', asks: 'tsc', run: tool('typescript/bin/tsc', '-p', 'tsconfig.json') },
  {
    name: 'dead code',
    asks: 'knip',
    run: tool('knip/bin/knip.js', '--treat-config-hints-as-errors', '--no-progress'),
  },
  { name: 'direction', asks: 'tools/module-map.ts', run: [join(root, 'tools/module-map.ts')] },
  { name: 'house rules', asks: 'tools/house-rules.ts', run: [join(root, 'tools/house-rules.ts')] },
  {
    name: 'format',
    asks: 'oxfmt; npm run format puts it right',
    run: tool('oxfmt/bin/oxfmt', '--list-different', ...code),
  },
]

/** Runs one step to its end. A tool that cannot be started, or is killed, has failed. */
async function take({ name, asks, run }) {
  const from = performance.now()
  const output = []
  const child = spawn(process.execPath, run, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout.on('data', (bytes) => output.push(bytes))
  child.stderr.on('data', (bytes) => output.push(bytes))
  const isGood = await new Promise((resolve) => {
    child.on('error', (error) => {
      output.push(Buffer.from(error.message))
      resolve(false)
    })
    child.on('close', (exitCode) => resolve(exitCode === 0))
  })
  const seconds = ((performance.now() - from) / 1000).toFixed(1)
  console.log(`${isGood ? 'ok    ' : 'FAILED'} ${name.padEnd(12)} ${seconds.padStart(5)} s`)
  return isGood ? [] : [`\n${name} (${asks})\n${Buffer.concat(output).toString().trim()}`]
}

const waiting = [...steps]
const complaints = []
async function takeTurns() {
  for (let step = waiting.shift(); step; step = waiting.shift()) complaints.push(...(await take(step)))
}

const from = performance.now()
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, takeTurns))
for (const complaint of complaints) console.log(complaint)
console.log(
  `\n${complaints.length === 0 ? 'All is well' : `${complaints.length} of ${steps.length} failed`}, ${((performance.now() - from) / 1000).toFixed(1)} s`,
)
process.exitCode = complaints.length === 0 ? 0 : 1
