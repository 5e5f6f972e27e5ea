import { spawn } from 'node:child_process'
import { WayOut } from './checkout.mjs'

const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * @typedef {object} Ending
 * @property {number | null} code
 * @property {string | null} signal
 * @property {string} output what it printed, when it was not shown
 */

/**
 * Runs a program to its end. Signals that are meant for us are passed on to it, and we wait for what it makes of them.
 * @param {string} file
 * @param {readonly string[]} words
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, isShown: boolean, isScript?: boolean }} how
 *   `isScript`: a command that is a batch file on Windows, and needs its shell
 * @returns {Promise<Ending>}
 */
export function run(file, words, { cwd, env = process.env, isShown, isScript = false }) {
  return new Promise((resolve, reject) => {
    const stdio = isShown ? 'inherit' : ['ignore', 'pipe', 'pipe']
    const child = spawn(file, words, { cwd, env, stdio, shell: isScript && process.platform === 'win32' })
    const pass = (signal) => child.kill(signal)
    for (const signal of forwarded) process.on(signal, pass)
    const unwatch = whenNpmIsGone(() => pass('SIGTERM'))
    const leave = () => {
      unwatch()
      for (const signal of forwarded) process.off(signal, pass)
    }
    let output = ''
    child.stdout?.on('data', (text) => (output += text))
    child.stderr?.on('data', (text) => (output += text))
    child.on('error', (error) => {
      leave()
      reject(new WayOut(`${file} could not be started: ${error.message}`))
    })
    child.on('close', (code, signal) => {
      leave()
      resolve({ code, signal, output })
    })
  })
}

/**
 * npm runs us through a shell. A signal sent to npm alone, as `kill` and some supervisors do, ends that shell and never
 * reaches us; what we see of it is that our parent is another process.
 * @param {() => void} act
 * @returns {() => void} how to stop watching
 */
function whenNpmIsGone(act) {
  if (process.env['npm_lifecycle_event'] === undefined) return () => undefined
  const shell = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(timer)
    act()
  }, 250)
  return () => clearInterval(timer)
}

/**
 * Ends this process as a child of it ended: with its code, or by its signal.
 * @param {Ending} ending
 */
export function endAs({ code, signal }) {
  if (signal) process.kill(process.pid, signal)
  else process.exitCode = code ?? 1
}

/**
 * The last lines that say something.
 * @param {string} output
 */
export function lastLines(output, count = 15) {
  const lines = output.split('\n').map((line) => line.trimEnd())
  return lines
    .filter((line) => line !== '')
    .slice(-count)
    .join('\n')
}
