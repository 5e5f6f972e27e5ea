import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, vi } from 'vitest'

/** The two screens every journey is made on. */
export const screens = {
  phone: { width: 390, height: 844 },
  desk: { width: 1280, height: 900 },
} as const
export type Screen = keyof typeof screens

// A third of the size of what the package exports, and so quicker to read for each page.
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const places = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]

function chromiumPath(): string {
  const found = process.env['CHROMIUM_PATH'] ?? places.find((path) => existsSync(path))
  if (!found)
    throw new Error('Chromium was not found. Run npm test, which finds or installs it, or set CHROMIUM_PATH.')
  return found
}

/** A person before a screen. Anything the page logs as an error, and any request to a stranger, fails the journey. */
export interface Reader {
  readonly page: Page
  readonly context: BrowserContext
  readonly origin: string
  /** Goes to an address of the program and looks at the page as a careful reader would. */
  readonly visit: (path: string) => Promise<void>
  /** Nothing is wider than the screen, axe finds no fault, and the heading is one. */
  readonly inspect: () => Promise<void>
  /** Looks at the colours that the page has for those whose screen is dark. */
  readonly inspectInTheDark: () => Promise<void>
  readonly faults: string[]
}

export interface ReaderOptions {
  readonly origin: string
  readonly screen?: Screen
  readonly javaScript?: boolean
}

/** One browser for a test file. */
export function useBrowser(): { readonly reader: (options: ReaderOptions) => Promise<Reader> } {
  let browser: Browser
  const contexts: BrowserContext[] = []
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: chromiumPath(),
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-sync',
        '--disable-background-networking',
        '--disable-component-update',
      ],
    })
  })
  afterAll(async () => {
    await Promise.all(contexts.map((context) => context.close()))
    await browser.close()
  })
  return {
    reader: async (options) => {
      const context = await browser.newContext({
        viewport: screens[options.screen ?? 'desk'],
        javaScriptEnabled: options.javaScript ?? true,
        colorScheme: 'light',
        locale: 'sv-SE',
        reducedMotion: 'reduce',
      })
      contexts.push(context)
      return readerIn(context, options)
    },
  }
}

async function readerIn(context: BrowserContext, options: ReaderOptions): Promise<Reader> {
  const page = await context.newPage()
  const faults: string[] = []
  page.on('console', (message) => {
    // The browser itself notes a page that answers 4xx, which journeys do on purpose.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('request', (request) => {
    if (!request.url().startsWith(options.origin) && !request.url().startsWith('data:'))
      faults.push(`asked ${request.url()}`)
  })
  return {
    page,
    context,
    origin: options.origin,
    faults,
    visit: async (path) => {
      const response = await page.goto(new URL(path, options.origin).toString())
      expect(response?.status(), path).toBeLessThan(400)
    },
    inspect: async () => inspect(page, faults, options),
    inspectInTheDark: async () => inspectInTheDark(page),
  }
}

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const colours = 'color-contrast'
const sizes = 'target-size'

/**
 * What has been looked at for its colours and sizes, in each colour scheme: the same parts look the same on every page,
 * and weighing these two takes as long as all other rules together.
 */
const seenLooks = { light: new Set<string>(), dark: new Set<string>() }

async function inspect(
  page: Page,
  faults: readonly string[],
  { javaScript = true }: ReaderOptions,
): Promise<void> {
  expect(faults).toEqual([])
  expect(await page.locator('h1').count(), `headings of ${page.url()}`).toBe(1)
  const width = page.viewportSize()?.width ?? 0
  const box = await page.locator('body').boundingBox()
  expect(Math.ceil(box?.width ?? 0), `width of ${page.url()}`).toBeLessThanOrEqual(width)
  // Scripts of the inspection itself run in a page whose own scripts may not.
  if (!javaScript) return
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(wide, `sideways scroll of ${page.url()}`).toBe(0)
  await page.evaluate(axeSource)
  const skipped = (await showsNewLooks(page, 'light')) ? [] : [colours, sizes]
  expect(await violations(page, standards, skipped), `axe on ${page.url()}`).toEqual([])
}

/** The same page in the other colour scheme, where it differs by its colours alone. */
async function inspectInTheDark(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' })
  if (await showsNewLooks(page, 'dark'))
    expect(await violations(page, [colours]), `colours in the dark of ${page.url()}`).toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })
}

async function violations(
  page: Page,
  rules: readonly string[],
  skipped: readonly string[] = [],
): Promise<readonly string[]> {
  return page.evaluate(
    async ({ runOnly, disabled }) => {
      const { run } = (globalThis as unknown as { axe: typeof axe }).axe
      const result = await run(document, {
        runOnly,
        resultTypes: ['violations'],
        selectors: false,
        rules: Object.fromEntries(disabled.map((rule) => [rule, { enabled: false }])),
      })
      return result.violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`,
      )
    },
    { runOnly: [...rules], disabled: skipped },
  )
}

/** Whether something stands on the page, in something, that has not been seen so before. */
async function showsNewLooks(page: Page, scheme: keyof typeof seenLooks): Promise<boolean> {
  const looks = await page.locator('body *').evaluateAll((elements) => {
    const telling = /^(?:class|fill|type|disabled|hidden|aria-current|aria-invalid|data-.+)$/
    const lookOf = new Map<Element | null, string>()
    for (const element of [document.body, ...elements]) {
      const attributes = [...element.attributes].filter(({ name }) => telling.test(name))
      const own = [element.localName, ...attributes.map(({ name, value }) => `${name}=${value}`)].join(' ')
      lookOf.set(element, own)
    }
    return [...new Set(elements.map((one) => `${lookOf.get(one.parentElement)} > ${lookOf.get(one)}`))]
  })
  const unseen = looks.filter((look) => !seenLooks[scheme].has(look))
  for (const look of unseen) seenLooks[scheme].add(look)
  return unseen.length > 0
}

/**
 * Presses a button that sends a form, or a link, and waits for the page that answers, whichever it is. A click alone
 * does not wait: what is asked of the page next would be asked of the old one, or be cut off by the next visit.
 */
export async function press(page: Page, what: Locator): Promise<void> {
  await Promise.all([page.waitForEvent('framenavigated'), what.click()])
  await page.waitForLoadState()
}

/**
 * The local letters that say all of some words, newest first, once the worker has written so many of them: a letter
 * comes a moment after the page that asked for it.
 */
export async function lettersThatSay(reader: Reader, words: readonly string[], count = 1): Promise<Locator> {
  let letters = reader.page.locator('article')
  for (const hasText of words) letters = letters.filter({ hasText })
  for (let tries = 0; tries < 100; tries += 1) {
    await reader.visit('/post')
    if ((await letters.count()) >= count) return letters
    await reader.page.waitForTimeout(100)
  }
  throw new Error(`Only ${await letters.count()} of ${count} letters say ${words.join(', ')}`)
}

/** What stands in the newest letter that says all of some words. */
export async function letterThatSays(reader: Reader, ...words: readonly string[]): Promise<string> {
  const letters = await lettersThatSay(reader, words)
  return (await letters.first().textContent()) ?? ''
}

/** Signs a person in as they would: asks for the link, opens the local letter, presses the button. */
export async function signInByHand(reader: Reader, email: string, english = false): Promise<void> {
  const earlier = await newestToken(reader, email)
  await reader.visit(english ? '/en/sign-in' : '/logga-in')
  await reader.page.fill('input[name=email]', email)
  await press(reader.page, reader.page.locator('main form button'))
  const token = await tokenAfter(reader, email, earlier)
  await reader.visit('/post')
  await press(reader.page, reader.page.locator(`a[href*="token=${token}"]`))
  await press(reader.page, reader.page.locator('main form button'))
  await reader.page.waitForURL(english ? '**/en/my-work' : '**/mitt-arbete')
}

/** Signs a person in by the same requests, without the pages between, for journeys that begin after that. */
export async function signIn(reader: Reader, email: string, english = false): Promise<void> {
  const earlier = await newestToken(reader, email)
  await send(reader, english ? '/en/sign-in' : '/logga-in', { email })
  await send(reader, '/logga-in/lank', { token: await tokenAfter(reader, email, earlier) })
  await reader.visit(english ? '/en/my-work' : '/mitt-arbete')
}

async function send({ context, origin }: Reader, path: string, form: Record<string, string>): Promise<void> {
  const options = { form, headers: { origin }, maxRedirects: 0 }
  const answer = await context.request.post(new URL(path, origin).toString(), options)
  expect(answer.status(), path).toBeLessThan(400)
}

async function newestToken({ context, origin }: Reader, email: string): Promise<string | undefined> {
  const mailbox = await (await context.request.get(new URL('/post', origin).toString())).text()
  const letters = mailbox.split('<article').filter((letter) => letter.includes(email))
  return letters.flatMap((letter) => /token=(\w+)/.exec(letter)?.[1] ?? []).at(0)
}

/** The token in the letter that the worker writes a moment after the page was answered. */
async function tokenAfter(reader: Reader, email: string, earlier: string | undefined): Promise<string> {
  return vi.waitUntil(
    async () => {
      const token = await newestToken(reader, email)
      return token !== earlier && token
    },
    { timeout: 10_000, interval: 100 },
  )
}
