import { asAnybody, keep } from './keeping.ts'

/**
 * A view that stays current: its clock goes, its rounds begin and end, and it is fetched anew as often as it asks, and when
 * the page is looked at again or the network comes back. Without network it goes on by what it holds, and by the device's own clock.
 */
export function liven(root: HTMLElement, device: () => number): void {
  const view = new LiveView(root, device)
  setInterval(() => view.tick(), 1000)
  const look = () => {
    if (document.visibilityState === 'visible') view.refresh().catch(() => view.sayAge())
  }
  setInterval(look, Number(root.dataset['every']) * 1000)
  document.addEventListener('visibilitychange', look)
  addEventListener('online', look)
  look()
}

/** How far the program's clock is before the device's, as it was last found. */
const skewName = 'samsyn clock'
const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  hour: '2-digit',
  minute: '2-digit',
})

class LiveView {
  #root: HTMLElement
  #device: () => number
  /** What came from the program, before the clock went on. */
  #came: string
  #skew: number

  constructor(root: HTMLElement, device: () => number) {
    this.#root = root
    this.#device = device
    this.#came = root.innerHTML
    const stored = localStorage.getItem(skewName)
    // A page that no service worker answered is as new as can be.
    this.#skew = stored === null || !navigator.serviceWorker?.controller ? this.#skewOf(root) : Number(stored)
    this.#enhance()
  }

  /** Fetches the view and shows it where it has become another. */
  async refresh(): Promise<void> {
    const isKept = 'offline' in this.#root.dataset
    const answer = await fetch(location.href, isKept ? asAnybody : { cache: 'no-store' })
    const copy = answer.clone()
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const fresh = page.getElementById(this.#root.id)
    if (!answer.ok || !fresh) throw new Error('no such view')
    this.#skew = this.#skewOf(fresh)
    localStorage.setItem(skewName, String(this.#skew))
    const hasChanged = fresh.innerHTML !== this.#came
    this.#root.dataset['live'] = fresh.dataset['live'] ?? ''
    if (hasChanged) this.#show(fresh)
    const age = this.#root.querySelector<HTMLElement>('[data-age]')
    if (age) age.hidden = true
    if (isKept) await keep(copy).catch(() => undefined)
  }

  #skewOf({ dataset }: HTMLElement): number {
    return Number(dataset['live']) - this.#device()
  }

  #show(fresh: HTMLElement): void {
    const open = [...this.#root.querySelectorAll('details[open][id]')].map(({ id }) => id)
    const focused = document.activeElement?.id
    this.#came = fresh.innerHTML
    this.#root.replaceChildren(...fresh.childNodes)
    for (const id of open) document.getElementById(id)?.setAttribute('open', '')
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true })
    this.#enhance()
    this.#root.dispatchEvent(new CustomEvent('renewed', { bubbles: true }))
  }

  #enhance(): void {
    tellOfNews(this.#root)
    for (const form of this.#root.querySelectorAll<HTMLFormElement>('form[data-send]'))
      this.#sendInPlace(form)
    this.tick()
  }

  /** A press goes to the program without leaving the page, which there may be no way back to without network. */
  #sendInPlace(form: HTMLFormElement): void {
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      const body = new URLSearchParams()
      for (const [name, value] of new FormData(form, event.submitter))
        if (typeof value === 'string') body.set(name, value)
      fetch(form.action, { method: 'POST', body })
        .then(async () => this.refresh())
        .catch(() => this.#say(form.dataset['send'] ?? ''))
    })
  }

  /** Goes on with the clock. */
  tick(): void {
    const now = this.#device() + this.#skew
    for (const shown of this.#root.querySelectorAll('[data-clock]')) shown.textContent = clock.format(now)
    for (const shown of this.#root.querySelectorAll<HTMLElement>('[data-until]'))
      shown.textContent = minutesIn(this.#root, Number(shown.dataset['until']) - now)
    const rounds = [...this.#root.querySelectorAll<HTMLElement>('[data-starts]')]
    const next = rounds.find((round) => Number(round.dataset['starts']) > now)
    for (const round of rounds) {
      const standing = standingOf(round, now, next)
      round.dataset['standing'] = standing
      const label = round.querySelector<HTMLElement>('[data-standing-label]')
      if (label) label.textContent = label.dataset[standing] ?? ''
    }
  }

  /** Says how old the page is, when it cannot be fetched. */
  sayAge(): void {
    const age = this.#root.querySelector<HTMLElement>('[data-age]')
    this.#say((age?.dataset['age'] ?? '').replace('#', clock.format(Number(this.#root.dataset['live']))))
  }

  #say(text: string): void {
    const line = this.#root.querySelector<HTMLElement>('[data-age]')
    if (!line) return
    line.textContent = text
    line.hidden = false
  }
}

function standingOf(round: HTMLElement, now: number, next: HTMLElement | undefined) {
  if (Number(round.dataset['ends']) <= now) return 'past'
  if (Number(round.dataset['starts']) <= now) return 'now'
  return round === next ? 'next' : 'later'
}

function minutesIn({ dataset }: HTMLElement, milliseconds: number): string {
  const minutes = Math.max(0, Math.ceil(milliseconds / 60_000))
  return minutes === 1 ? (dataset['minute'] ?? '') : (dataset['minutes'] ?? '').replace('#', String(minutes))
}

/** Tells whoever comes back that their seat is another than the one this device showed them last. */
function tellOfNews(root: HTMLElement): void {
  const news = root.querySelector<HTMLElement>('[data-news]')
  const seats = news?.dataset['news']
  if (!news || seats === undefined) return
  const name = `samsyn seats ${location.pathname}`
  const seen = localStorage.getItem(name)
  if (seen === null) localStorage.setItem(name, seats)
  news.hidden = seen === null || seen === seats
  news.querySelector('[data-seen]')?.addEventListener('click', () => {
    localStorage.setItem(name, seats)
    news.hidden = true
  })
}
