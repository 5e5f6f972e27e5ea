import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { candidates, isDebianLike } from './chromium.mjs'

/** A machine with some folders, given as a path and the names in it. */
function machine(platform, folders = {}, env = {}) {
  return { platform, home: '/home/anna', env, list: (folder) => folders[folder] ?? [] }
}

describe('Chromium', () => {
  it('is looked for where the system puts it', () => {
    expect(candidates(machine('linux'))).toEqual(
      expect.arrayContaining([
        '/usr/bin/chromium',
        '/usr/bin/chromium-browser',
        '/usr/bin/google-chrome-stable',
      ]),
    )
    expect(candidates(machine('darwin'))).toContain(
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    )
    expect(candidates(machine('win32', {}, { PROGRAMFILES: 'C:/Program Files' }))).toContain(
      join('C:/Program Files', 'Google/Chrome/Application/chrome.exe'),
    )
  })

  it('is taken without windows where there is one, wherever it lies', () => {
    const found = candidates(machine('linux'))
    expect(found.indexOf('/usr/local/bin/chromium-headless-shell')).toBeLessThan(
      found.indexOf('/usr/bin/chromium'),
    )
  })

  it('is looked for among those that Playwright downloaded, the newest first', () => {
    const cache = '/home/anna/.cache/ms-playwright'
    const found = candidates(
      machine('linux', {
        [cache]: ['chromium-999', 'chromium-1200', 'firefox-1500', '.links'],
        [`${cache}/chromium-999`]: ['chrome-linux'],
        [`${cache}/chromium-1200`]: ['INSTALLATION_COMPLETE', 'chrome-linux64'],
      }),
    ).filter((path) => path.startsWith(`${cache}/`) && path.includes('/chrome-linux'))
    expect(found).toEqual([
      `${cache}/chromium-1200/chrome-linux64/chrome`,
      `${cache}/chromium-999/chrome-linux/chrome`,
    ])
  })

  it('is looked for where Playwright was told to keep them', () => {
    const folders = { '/browsers': ['chromium-1200'], '/browsers/chromium-1200': ['chrome-linux64'] }
    expect(candidates(machine('linux', folders, { PLAYWRIGHT_BROWSERS_PATH: '/browsers' }))).toContain(
      '/browsers/chromium-1200/chrome-linux64/chrome',
    )
  })

  it.each([
    ['ID=debian\nVERSION_ID="13"', true],
    ['ID=ubuntu\nID_LIKE=debian', true],
    ['ID=linuxmint\nID_LIKE="ubuntu debian"', true],
    ['ID=fedora\nID_LIKE="rhel"', false],
    ['NAME="Not debian"\nID=alpine', false],
  ])('comes as a package where the system is %j: %s', (osRelease, answer) => {
    expect(isDebianLike(osRelease)).toBe(answer)
  })
})
