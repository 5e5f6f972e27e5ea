import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { root, WayOut } from './checkout.mjs'
import { lastLines, run } from './child.mjs'
import { whileSaying } from './progress.mjs'

/**
 * The browser for the tests: one that is there, else the system's package when we may install it.
 * @returns {Promise<string>} its path
 */
export async function ensureChromium() {
  const chosen = process.env['CHROMIUM_PATH']
  if (chosen) {
    if (runs(chosen)) return chosen
    throw new WayOut(
      `CHROMIUM_PATH is ${chosen}, which does not run. Correct it, or unset it to have Chromium looked for.`,
    )
  }
  const found = candidates(machine()).find(runs)
  if (found) return found
  if (!mayInstall()) throw new WayOut(howToGetChromium())
  await installChromium()
  const installed = candidates(machine()).find(runs)
  if (installed) return installed
  throw new WayOut(
    `A package of Chromium was installed, but holds no browser that runs.\n${howToGetChromium()}`,
  )
}

/**
 * @typedef {object} Machine
 * @property {string} platform
 * @property {string} home
 * @property {NodeJS.ProcessEnv} env
 * @property {(folder: string) => string[]} list the names in a folder; none when there is no such folder
 */

/** @returns {Machine} */
const machine = () => ({
  platform: process.platform,
  home: homedir(),
  env: process.env,
  list: (folder) => (existsSync(folder) ? readdirSync(folder) : []),
})

/**
 * Where a Chromium may lie on a machine, the likeliest first; before them the one without windows, which is the same engine
 * with much less work, since no window is drawn around each page.
 * @param {Machine} machine
 */
export function candidates({ platform, home, env, list }) {
  if (platform === 'darwin') {
    const apps = ['Chromium.app/Contents/MacOS/Chromium', 'Google Chrome.app/Contents/MacOS/Google Chrome']
    const installed = ['/Applications', join(home, 'Applications')].flatMap((folder) =>
      apps.map((app) => join(folder, app)),
    )
    const downloaded = [
      'Chromium.app/Contents/MacOS/Chromium',
      'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    ]
    return [
      ...installed,
      ...inCache(
        env['PLAYWRIGHT_BROWSERS_PATH'] ?? join(home, 'Library/Caches/ms-playwright'),
        downloaded,
        list,
      ),
    ]
  }
  if (platform === 'win32') {
    const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter(
      (folder) => folder !== undefined,
    )
    const programs = [
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ]
    const installed = folders.flatMap((folder) => programs.map((program) => join(folder, program)))
    const cache = env['PLAYWRIGHT_BROWSERS_PATH'] ?? join(env['LOCALAPPDATA'] ?? home, 'ms-playwright')
    return [...installed, ...inCache(cache, ['chrome.exe'], list)]
  }
  const names = [
    'chromium-headless-shell',
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
  ]
  const folders = ['/usr/bin', '/usr/local/bin', '/snap/bin']
  const installed = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [
    ...installed,
    ...inCache(env['PLAYWRIGHT_BROWSERS_PATH'] ?? join(home, '.cache/ms-playwright'), ['chrome'], list),
  ]
}

/** Playwright keeps browsers as <cache>/chromium-<number>/chrome-<platform>/<program>; the newest first. */
function inCache(cache, programs, list) {
  const versions = list(cache).filter((name) => /^chromium-\d+$/.test(name))
  versions.sort((one, other) => Number(other.slice(9)) - Number(one.slice(9)))
  return versions.flatMap((version) =>
    list(join(cache, version)).flatMap((folder) =>
      programs.map((program) => join(cache, version, folder, program)),
    ),
  )
}

/** Windows opens a window instead of printing a version: there, being there is enough. */
function runs(file) {
  if (process.platform === 'win32') return existsSync(file)
  return existsSync(file) && spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
}

function mayInstall() {
  return process.getuid?.() === 0 && isDebian() && existsSync('/usr/bin/apt-get')
}

function isDebian() {
  const path = '/etc/os-release'
  return existsSync(path) && isDebianLike(readFileSync(path, 'utf8'))
}

/**
 * Whether the text of /etc/os-release is Debian's or a relative's.
 * @param {string} osRelease
 */
export function isDebianLike(osRelease) {
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(osRelease)
}

async function installChromium() {
  const listed = await aptGet('Reading the lists of packages', ['update'])
  if (listed.code !== 0) throw failed(listed)
  const install = (name) =>
    aptGet('Installing Chromium for the tests', [
      'install',
      '-y',
      '--no-install-recommends',
      name,
      'fonts-liberation',
    ])
  // Not every relative of Debian has the one without windows.
  if ((await install('chromium-headless-shell')).code === 0) return
  const whole = await install('chromium')
  if (whole.code !== 0) throw failed(whole)
}

async function aptGet(step, words) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const ran = await whileSaying(step, () => run('apt-get', words, { cwd: root, env, isShown: false }))
  return { ...ran, words }
}

function failed({ words, output }) {
  return new WayOut(`apt-get ${words.join(' ')} failed:\n\n${lastLines(output)}\n\n${howToGetChromium()}`)
}

function howToGetChromium() {
  const debian = isDebian()
    ? ['sudo apt-get install -y --no-install-recommends chromium fonts-liberation']
    : []
  return [
    'The tests need Chromium, and none was found. Either of these will do:',
    ...[
      ...debian,
      'npx playwright-core install --with-deps chromium',
      'CHROMIUM_PATH=/path/to/chromium npm test',
    ].map((way) => `  ${way}`),
  ].join('\n')
}
