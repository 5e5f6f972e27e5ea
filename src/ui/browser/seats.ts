// The board of who sits where: people are dragged, and what others or the engine do is seen. Without it the forms do the same.

const regionOf = () => document.querySelector<HTMLElement>('[data-seats]')

/** How often is asked whether somebody else has saved, and how often a running engine is looked at. */
const pauseBetweenNews = 5000
const pauseWhileRunning = 1000

/** Sends a form, or asks for a page, and shows the answer's board in place. */
async function renew(address: string, init: RequestInit = {}): Promise<void> {
  const focus = focusIn(regionOf())
  regionOf()?.setAttribute('aria-busy', 'true')
  const answer = await fetch(address, { ...init, headers: { accept: 'text/html' } })
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const [old, fresh] = [regionOf(), page.querySelector<HTMLElement>('[data-seats]')]
  if (!old || !fresh) throw new Error('no board')
  const open = [...old.querySelectorAll('details')].map((one) => one.open)
  old.replaceWith(fresh)
  const details = [...fresh.querySelectorAll('details')]
  if (details.length === open.length)
    for (const [number, one] of details.entries()) one.open = open[number] ?? one.open
  enhance(fresh)
  focusAgain(fresh, focus)
  // Why a name went back to where it was is not left to be looked for above.
  if (!answer.ok) fresh.querySelector('[role=alert], [role=status]')?.scrollIntoView({ block: 'center' })
  // What was just done is not said again by the next look.
  const shown = new URL(answer.url)
  shown.searchParams.delete('saved')
  history.replaceState(history.state, '', shown)
}

/** How that which has the focus is found again in another board; null where it is elsewhere. */
function focusIn(region: HTMLElement | null): string | null {
  const focused = document.activeElement
  if (!focused || !region?.contains(focused)) return null
  if (focused instanceof HTMLButtonElement) return `button[value="${CSS.escape(focused.value)}"]`
  return focused.id === '' ? 'button' : `#${CSS.escape(focused.id)}`
}

/** Where it is no more, the focus is at what can be done first instead of nowhere. */
function focusAgain(region: HTMLElement, focus: string | null): void {
  const found = focus && (region.querySelector<HTMLElement>(focus) ?? region.querySelector('button'))
  if (found) found.focus({ preventScroll: true })
}

/** Answers false for what is pressed again while the first is under way. */
function send(form: HTMLFormElement, submitter: HTMLElement | null): boolean {
  if (form.ariaBusy === 'true') return false
  form.ariaBusy = 'true'
  const data = new FormData(form, submitter)
  const words = [...data].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
  renew(form.action, { method: 'POST', body: new URLSearchParams(words) }).catch(() => location.reload())
  return true
}

/** Moves somebody as the form by hand does. */
function move(
  region: HTMLElement,
  person: string,
  to: { readonly table: string } | { readonly other: string },
): void {
  const form = region.querySelector<HTMLFormElement>('#flytta form')
  if (!form) return
  const set = (name: string, value: string) => {
    const field = form.elements.namedItem(name)
    if (field instanceof HTMLSelectElement) field.value = value
  }
  set('person', person)
  set('table', 'table' in to ? to.table : '')
  set('other', 'other' in to ? to.other : '')
  if (send(form, form.querySelector('button[value=move]'))) showMoved(region, person, to)
}

/** Shows a move at once, as it will be unless the answer says otherwise. */
function showMoved(region: HTMLElement, person: string, to: Parameters<typeof move>[2]): void {
  const chip = chipOf(region, person)
  const other = 'other' in to ? chipOf(region, to.other) : null
  const table =
    'table' in to ? region.querySelector(`[data-table="${CSS.escape(to.table)}"] .seat-chips`) : null
  if (!chip) return
  if (!other) return table?.append(chip)
  const place = document.createElement('li')
  chip.replaceWith(place)
  other.replaceWith(chip)
  place.replaceWith(other)
}

function chipOf(region: HTMLElement, person: string): HTMLElement | null {
  return region.querySelector(`[data-person="${CSS.escape(person)}"]`)
}

function at(event: Event, what: string): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>(what) : null
}

/** One set of listeners for the whole board: nothing is laid out anew while somebody is dragged. */
function drag(region: HTMLElement): void {
  for (const person of region.querySelectorAll<HTMLElement>('[data-person]')) person.draggable = true
  let dragged: HTMLElement | null = null
  let over: HTMLElement | null = null
  const mark = (next: HTMLElement | null) => {
    if (next === over) return
    over?.removeAttribute('data-over')
    next?.setAttribute('data-over', '')
    over = next
  }
  const end = () => {
    mark(null)
    dragged?.removeAttribute('data-dragged')
    dragged = null
  }
  region.addEventListener('dragstart', (event) => {
    dragged = at(event, '[data-person]')
    if (!dragged || !event.dataTransfer) return
    dragged.setAttribute('data-dragged', '')
    event.dataTransfer.effectAllowed = 'move'
    event.dataTransfer.setData('text/plain', dragged.dataset['person'] ?? '')
  })
  region.addEventListener('dragover', (event) => {
    const target = at(event, '[data-person]') ?? at(event, '[data-table]')
    if (!dragged || !target || target === dragged) return
    event.preventDefault()
    mark(target)
  })
  region.addEventListener('drop', (event) => {
    const person = dragged?.dataset['person']
    const other = at(event, '[data-person]')?.dataset['person']
    const table = at(event, '[data-table]')?.dataset['table']
    end()
    if (person === undefined || person === other) return
    event.preventDefault()
    if (other !== undefined) move(region, person, { other })
    else if (table !== undefined) move(region, person, { table })
  })
  region.addEventListener('dragend', end)
}

/** A press on a name chooses it in the form, which is where the keyboard goes on. */
function choose(region: HTMLElement, person: string): void {
  const form = region.querySelector<HTMLFormElement>('#flytta form')
  const field = form?.elements.namedItem('person')
  const table = form?.elements.namedItem('table')
  if (!(field instanceof HTMLSelectElement) || !(table instanceof HTMLSelectElement)) return
  field.value = person
  form?.scrollIntoView({ block: 'nearest' })
  table.focus()
}

function press(region: HTMLElement): void {
  region.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return
    const person = event.target.closest<HTMLElement>('[data-person]')?.dataset['person']
    const link = event.target.closest<HTMLAnchorElement>('a[data-seats-link]')
    if (person !== undefined) {
      event.preventDefault()
      choose(region, person)
    } else if (link) {
      event.preventDefault()
      renew(link.href).catch(() => location.assign(link.href))
    }
  })
  region.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || !('seatsForm' in form.dataset)) return
    event.preventDefault()
    send(form, event.submitter)
  })
}

let watch: ReturnType<typeof setTimeout> | undefined

/** Looks again while the engine works; else asks whether somebody else has saved. */
function follow(region: HTMLElement): void {
  clearTimeout(watch)
  const isRunning = 'refresh' in region.dataset
  watch = setTimeout(
    () => {
      const look = isRunning ? renew(location.href.replace(/#.*/, '')) : askForNews(region)
      // Where the network is gone, the next look tries again.
      look
        .catch(() => undefined)
        .finally(() => {
          if (regionOf() === region) follow(region)
        })
    },
    isRunning ? pauseWhileRunning : pauseBetweenNews,
  )
}

async function askForNews(region: HTMLElement): Promise<void> {
  if (document.hidden) return
  const answer = await fetch(region.dataset['state'] ?? '', { headers: { accept: 'application/json' } })
  if (!answer.ok) return
  const state = (await answer.json()) as { version: number; isUnderWay: boolean }
  if (state.isUnderWay) return renew(location.href.replace(/#.*/, ''))
  const news = region.querySelector<HTMLElement>('[data-seats-news]')
  const link = news?.querySelector('a')
  if (!news || !link || String(state.version) === region.dataset['version'] || !news.hidden) return
  link.href = location.pathname + location.search
  news.hidden = false
}

function enhance(region: HTMLElement): void {
  drag(region)
  press(region)
  follow(region)
}

const region = regionOf()
if (region) enhance(region)
