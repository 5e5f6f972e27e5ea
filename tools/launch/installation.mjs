import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { WayOut } from './checkout.mjs'
import { lastLines, run } from './child.mjs'
import { whileSaying } from './progress.mjs'

/**
 * Makes sure that node_modules holds what package-lock.json pins.
 *
 * npm keeps its own record of what it has installed and writes it last, so a broken-off installation has none. The
 * record is compared with the lock file, and the folders with the record: a few milliseconds, and no stamp of ours
 * that could disagree with somebody's own `npm install`.
 * @param {string} root
 */
export async function ensureInstalled(root) {
  if (isInstalled(root)) return
  const { signal, output } = await whileSaying('Installing what package-lock.json pins', () => install(root))
  if (signal) throw new WayOut(`npm was ended by ${signal}. Run the command again to go on.`)
  if (!isInstalled(root)) throw new WayOut(installationFailure(output))
}

async function install(root) {
  const strictly = await npm(root, ['ci'])
  if (strictly.code === 0 || !lacksOnlyOptional(strictly.output, lockIn(root))) return strictly
  return npm(root, ['install', '--no-save'])
}

// Development tools build the program, optional packages are the platform's own; nothing needs its install script.
const flags = ['--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund']

function npm(root, words) {
  const { file, first } = npmCommand(process.env['npm_execpath'], process.execPath)
  return run(file, [...first, ...words, ...flags], {
    cwd: root,
    isShown: false,
    isScript: first.length === 0,
  })
}

/**
 * Whether `npm ci` refused only because the lock file does not know some packages of other platforms. That happens
 * when the registry it was written from did not carry them. `npm install` then does as well: what is pinned is
 * installed as pinned, and the lock file stays as it is.
 * @param {string} output
 * @param {Record<string, { optionalDependencies?: Record<string, string> }>} lock
 */
export function lacksOnlyOptional(output, lock) {
  const missing = [...output.matchAll(/Missing: (@?[^@\s]+)@\S* from lock file/g)].map(([, name]) => name)
  const optional = new Set(
    Object.values(lock).flatMap((pinned) => Object.keys(pinned.optionalDependencies ?? {})),
  )
  return missing.length > 0 && !/Invalid: /.test(output) && missing.every((name) => optional.has(name))
}

/** @param {string} root */
export function isInstalled(root) {
  const lock = lockIn(root)
  const installed = packagesIn(join(root, 'node_modules', '.package-lock.json'))
  if (!installed || !isAsLocked(lock, installed)) return false
  return Object.keys(installed).every((path) => existsSync(join(root, path, 'package.json')))
}

/**
 * Whether each pinned package is installed in the pinned version. An optional one may be absent: it is another
 * platform's.
 * @param {Record<string, { version?: string, integrity?: string, optional?: boolean }>} lock
 * @param {Record<string, { version?: string, integrity?: string }>} installed
 */
export function isAsLocked(lock, installed) {
  return Object.entries(lock).every(([path, pinned]) => {
    if (path === '') return true
    const found = installed[path]
    if (!found) return pinned.optional === true
    return found.version === pinned.version && found.integrity === pinned.integrity
  })
}

function lockIn(root) {
  const lock = packagesIn(join(root, 'package-lock.json'))
  if (lock) return lock
  throw new WayOut(
    `package-lock.json in ${root} is missing or damaged. Get it back with: git checkout package-lock.json`,
  )
}

function packagesIn(file) {
  if (!existsSync(file)) return undefined
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/**
 * How to call npm: the one that runs us, else the one on the path.
 * @param {string | undefined} execPath npm's own file, as npm tells its scripts; another package manager's is not used
 * @param {string} node
 */
export function npmCommand(execPath, node) {
  if (execPath && /npm-cli\.[cm]?js$/.test(execPath)) return { file: node, first: [execPath] }
  return { file: 'npm', first: [] }
}

const waysOut = [
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT/,
    'The package registry cannot be reached. Check the network (or the proxy: npm config set proxy …) and run the command again.',
  ],
  [/ENOSPC|EDQUOT/, 'The disk is full. Free about 1 GB and run the command again.'],
  [
    /EACCES|EPERM|EROFS/,
    'The checkout cannot be written. Make its files yours (sudo chown -R "$(id -un)" .) and run the command again.',
  ],
  [
    /EUSAGE|in sync/,
    'package.json and package-lock.json do not agree. Run npm install, or get both back with git checkout.',
  ],
  [
    /EINTEGRITY/,
    'A downloaded package is not the one that is pinned. Run npm cache clean --force and the command again.',
  ],
]

/**
 * npm's last words, and what to do about them.
 * @param {string} output
 */
export function installationFailure(output) {
  const known = waysOut.find(([sign]) => sign.test(output))
  const wayOut = known?.[1] ?? 'Remove the folder node_modules and run the command again.'
  return `The packages could not be installed. npm said:\n\n${npmErrors(output)}\n\n${wayOut}`
}

/** npm says what is wrong first, and ends with advice on its own options. */
function npmErrors(output) {
  const errors = output.split('\n').filter((line) => /^npm (error|ERR!) \S/.test(line))
  return errors.length > 0 ? errors.slice(0, 12).join('\n') : lastLines(output)
}
