import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root as checkout, tellingWaysOut, WayOut } from './checkout.mjs'
import { lastLines, run } from './child.mjs'
import { withNodeFirst, pinnedNode } from './pinned-node.mjs'
import { whileSaying } from './progress.mjs'

/** What is run to build the program, in this order, on the pinned Node: a file in node_modules and its words. */
export const buildCommands = [
  ['vite/bin/vite.js', 'build'],
  ['vite/bin/vite.js', 'build', '--ssr', 'src/main.ts'],
]

/** What the build is made of. When one of these files changes, the program is built again. */
const sources = [
  'src',
  'db',
  'data',
  'public',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
]

/** What must be there for the build to be whole. */
const results = ['dist/client', 'dist/server/main.js']

const stampPath = join('dist', '.samsyn-built')

/**
 * Builds the program when its sources have changed since the last build that succeeded. The stamp is taken away first
 * and put back last: what a build that failed or was broken off leaves is never started.
 * @param {string} root
 * @param {string} node
 */
export async function ensureBuilt(root, node) {
  const stamp = sourcesStamp(root)
  if (isBuilt(root, stamp)) return
  rmSync(join(root, stampPath), { force: true })
  await whileSaying('Building the program', async () => {
    for (const [file, ...words] of buildCommands) await build(root, node, file, words)
  })
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(join(root, stampPath), stamp)
}

/**
 * @param {string} root
 * @param {string} stamp
 */
export function isBuilt(root, stamp) {
  const path = join(root, stampPath)
  return (
    existsSync(path) &&
    readFileSync(path, 'utf8') === stamp &&
    results.every((file) => existsSync(join(root, file)))
  )
}

async function build(root, node, file, words) {
  const env = withNodeFirst(node, process.env)
  const ending = await run(node, [join(root, 'node_modules', file), ...words], {
    cwd: root,
    env,
    isShown: false,
  })
  if (ending.signal) throw new WayOut(`The build was ended by ${ending.signal}.`)
  if (ending.code === 0) return
  const wayOut = 'If the sources are untouched, remove the folder node_modules and run the command again.'
  throw new WayOut(
    `The program could not be built. The build said:\n\n${lastLines(ending.output, 30)}\n\n${wayOut}`,
  )
}

/**
 * A fingerprint of all that the build is made of. By content: a fresh clone and a copied folder have new times.
 * @param {string} root
 */
export function sourcesStamp(root) {
  const hash = createHash('sha256')
  for (const source of sources) addTo(hash, root, source)
  return hash.digest('hex')
}

function addTo(hash, root, path) {
  const full = join(root, path)
  if (!existsSync(full)) return
  if (statSync(full).isDirectory()) {
    for (const name of readdirSync(full).toSorted()) addTo(hash, root, `${path}/${name}`)
  } else if (!/\.test\.[a-z]+$/.test(path)) {
    const content = readFileSync(full)
    hash.update(`${path}\0${content.length}\0`).update(content)
  }
}

// `npm run build` runs this file itself.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await tellingWaysOut(async () => {
    await ensureBuilt(checkout, pinnedNode(checkout))
    console.log('The build in dist is up to date.')
  })
}
