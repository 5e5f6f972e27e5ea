// Everything here only makes smoother what already works without it.

import { keepNotes } from './notes.ts'

/** Choosing in a view's form shows the new view at once, in place, and keeps the address in step. */
function swapOnChoice(form: HTMLFormElement): void {
  const button = form.querySelector<HTMLButtonElement>('button')
  if (button) button.hidden = true
  let latest = 0
  const look = () => {
    latest += 1
    const turn = latest
    const address = new URL(form.action)
    const words = [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    )
    address.search = new URLSearchParams(words).toString()
    // A later choice has its own answer under way; then this one is no longer wanted.
    const isWanted = () => turn === latest
    swapView(form, address, isWanted).catch(() => {
      if (isWanted()) location.assign(address)
    })
  }
  form.addEventListener('change', look)
  if (!('typing' in form.dataset)) return
  let pause: ReturnType<typeof setTimeout> | undefined
  form.addEventListener('input', () => {
    clearTimeout(pause)
    pause = setTimeout(look, pauseBeforeLooking)
  })
}

/** How long after the last key a view is asked for. */
const pauseBeforeLooking = 200

async function swapView(form: HTMLFormElement, address: URL, isWanted: () => boolean): Promise<void> {
  const selector = form.dataset['swap'] ?? ''
  document.querySelector(selector)?.setAttribute('aria-busy', 'true')
  const answer = await fetch(address, { headers: { accept: 'text/html' } })
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  if (!isWanted()) return
  const [old, fresh] = [document.querySelector(selector), page.querySelector(selector)]
  if (!answer.ok || !fresh || !old) throw new Error('no such view')
  show(fresh, old)
  history.replaceState(history.state, '', address)
}

function show(fresh: Element, old: Element): void {
  const focused = document.activeElement?.id
  old.replaceWith(fresh)
  enhance(fresh)
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true })
  announce(fresh.querySelector('h2, h3, figcaption')?.textContent ?? '')
}

/** Says politely what has changed, to those who do not see it. */
function announce(text: string): void {
  let voice = document.getElementById('announcement')
  if (!voice) {
    voice = Object.assign(document.createElement('p'), { id: 'announcement', className: 'ds-sr-only' })
    voice.setAttribute('role', 'status')
    document.body.append(voice)
  }
  voice.textContent = text.trim()
}

/** Asks before somebody leaves a form with something in it that is neither sent nor saved. */
function guardChanges(form: HTMLFormElement): void {
  // A form that came back with errors holds what was never saved.
  let changed = document.querySelector('[data-error-summary]') !== null
  form.addEventListener('input', () => (changed = true))
  form.addEventListener('submit', () => (changed = false))
  form.addEventListener('autosaved', () => (changed = false))
  addEventListener('beforeunload', (event) => {
    if (changed) event.preventDefault()
  })
}

/** How long after the last key a draft is saved. */
const pauseBeforeSaving = 1500

/** Saves what is typed as a draft, whenever whoever types makes a pause; the line below the form says how it went. */
function saveByItself(form: HTMLFormElement, line: HTMLElement): void {
  const version = form.querySelector<HTMLInputElement>('input[name="draft"]')
  let pause: ReturnType<typeof setTimeout> | undefined
  let latest = 0
  const say = (what: 'saving' | 'saved' | 'failed') => (line.textContent = line.dataset[what] ?? '')
  const save = async (turn: number) => {
    say('saving')
    const body = new URLSearchParams(
      [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    )
    body.set('do', 'save')
    const answer = await fetch(form.action, { method: 'POST', body, headers: { accept: 'application/json' } })
    if (!answer.ok) throw new Error('not saved')
    const kept = (await answer.json()) as { version: number }
    if (version) version.value = String(kept.version)
    if (turn !== latest) return
    say('saved')
    form.dispatchEvent(new Event('autosaved'))
  }
  form.addEventListener('input', () => {
    latest += 1
    const turn = latest
    clearTimeout(pause)
    pause = setTimeout(() => {
      save(turn).catch(() => say('failed'))
    }, pauseBeforeSaving)
  })
  form.addEventListener('submit', () => clearTimeout(pause))
}

const steps: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** The arrow keys lead from one sign of a matrix to the next one, in the row or the column. */
function arrowsBetweenSigns(matrix: HTMLTableElement): void {
  matrix.addEventListener('keydown', (event) => {
    const step = steps[event.key]
    const from = document.activeElement?.closest('td')
    if (!step || !from || event.altKey || event.ctrlKey || event.metaKey) return
    const row = matrix.rows.item((from.parentElement as HTMLTableRowElement).rowIndex + step[0])
    const to = row?.cells.item(from.cellIndex + step[1])?.querySelector('a')
    if (!to || !from.closest('tbody')) return
    event.preventDefault()
    to.focus()
  })
}

/** The arrow keys lead from one line of a list to the next one; Enter opens it, as a link does. */
function arrowsBetweenLines(list: HTMLElement): void {
  list.addEventListener('keydown', (event) => {
    const [down] = steps[event.key] ?? [0]
    if (down === 0 || event.altKey || event.ctrlKey || event.metaKey) return
    const links = [...list.querySelectorAll('a')]
    const to = links[links.findIndex((link) => link === document.activeElement) + down]
    if (!to) return
    event.preventDefault()
    to.focus()
  })
}

/** How long after the last key suggestions are asked for. */
const pauseBeforeAsking = 150

/** Fills the list of a field with what may be meant, while one types. */
function suggestWhileTyping(field: HTMLInputElement): void {
  let pause: ReturnType<typeof setTimeout> | undefined
  let latest = 0
  const ask = async (turn: number) => {
    const answer = await fetch(`${field.dataset['suggest'] ?? ''}?q=${encodeURIComponent(field.value)}`)
    const texts = answer.ok ? ((await answer.json()) as readonly string[]) : []
    if (turn === latest) field.list?.replaceChildren(...texts.map((text) => new Option(text, text)))
  }
  field.addEventListener('input', () => {
    latest += 1
    const turn = latest
    clearTimeout(pause)
    // Without suggestions one writes on; the page that follows asks what was meant.
    pause = setTimeout(() => {
      ask(turn).catch(() => undefined)
    }, pauseBeforeAsking)
  })
}

function enhance(root: ParentNode): void {
  for (const field of root.querySelectorAll<HTMLInputElement>('input[data-suggest]'))
    suggestWhileTyping(field)
  for (const form of root.querySelectorAll<HTMLFormElement>('form[data-swap]')) swapOnChoice(form)
  for (const form of root.querySelectorAll<HTMLFormElement>('form[data-guard]')) guardChanges(form)
  for (const matrix of root.querySelectorAll<HTMLTableElement>('table.matrix')) arrowsBetweenSigns(matrix)
  for (const list of root.querySelectorAll<HTMLElement>('[data-arrows]')) arrowsBetweenLines(list)
  for (const line of root.querySelectorAll<HTMLElement>('[data-autosave]')) {
    const form = line.closest('form')
    if (form) saveByItself(form, line)
  }
}

enhance(document)
keepNotes(document).catch(() => undefined)
for (const root of document.querySelectorAll<HTMLElement>('[data-live]')) {
  import('./live.ts').then(({ liven }) => liven(root, () => new Date().getTime())).catch(() => undefined)
}
if (document.querySelector('[data-offline]:not([data-live])')) {
  import('./keeping.ts').then(async ({ keepThisPage }) => keepThisPage()).catch(() => undefined)
}
for (const place of document.querySelectorAll<HTMLElement>('[data-scan]')) {
  import('./scan.ts').then(async ({ offerScan }) => offerScan(place)).catch(() => undefined)
}
document.querySelector<HTMLElement>('[data-error-summary]')?.focus()
// Few pages have a board; the others need not wait for what it takes.
if (document.querySelector('[data-seats]')) await import('./seats.ts')
