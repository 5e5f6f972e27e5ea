// A table's notes are kept on the device first and sent when there is a network. Without this script the same forms are
// sent as they are.

import {
  answered,
  answerTo,
  keptAs,
  momentHere,
  opened,
  store,
  takenFrom,
  textOf,
  type Kept,
} from './kept-notes.ts'

const pauseBetweenTries = 10_000
/** How often is asked what the table's other devices have noted. */
const pauseBetweenLooks = 20_000

class Notes {
  readonly #root: HTMLElement
  readonly #db: IDBDatabase
  #isSending = false

  constructor(root: HTMLElement, db: IDBDatabase) {
    this.#root = root
    this.#db = db
  }

  start(): void {
    for (const form of this.#root.querySelectorAll<HTMLFormElement>('form[data-local-first]'))
      form.addEventListener('submit', (event) => {
        event.preventDefault()
        this.#keep(form).catch(() => form.submit())
      })
    this.#root.addEventListener('click', (event) => this.#clicked(event))
    const send = () => {
      this.#followRound()
      this.send().catch(() => undefined)
    }
    const look = () => {
      if (document.visibilityState === 'visible') this.#refresh().catch(() => undefined)
    }
    for (const moment of ['online', 'pageshow']) addEventListener(moment, send)
    addEventListener('online', look)
    addEventListener('offline', () => {
      this.#show().catch(() => undefined)
    })
    document.addEventListener('visibilitychange', look)
    setInterval(send, pauseBetweenTries)
    setInterval(look, pauseBetweenLooks)
    send()
  }

  async #keep(form: HTMLFormElement): Promise<void> {
    if (!form.reportValidity()) return
    const fields = new Map(
      [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    )
    const id = crypto.randomUUID()
    fields.set('id', id)
    // A page that was read without network has the same ids as before: a note that is not in hand is a new one.
    if (fields.get('turn') === '1') fields.set('note', crypto.randomUUID())
    if (fields.has('writtenAt')) fields.set('writtenAt', new Date(momentHere()).toISOString())
    const kept: Kept = {
      id,
      place: this.#root.dataset['notes'] ?? '',
      address: new URL(form.action).pathname,
      kind: form.dataset['localFirst'] ?? '',
      fields: [...fields],
      at: momentHere(),
      state: 'waiting',
      because: '',
    }
    await this.#put(kept)
    this.#emptied(form)
    await this.#show()
    await this.send()
  }

  /** A page that frames the notes tells the round that is held: a note that is not begun yet is of that one. */
  #followRound(): void {
    const rounds = [...document.querySelectorAll<HTMLElement>('[data-round]')].filter(
      (one) => !this.#root.contains(one),
    )
    const told = rounds.find(({ dataset }) => dataset['standing'] === 'now') ?? rounds[0]
    const round = told?.dataset['round']
    const form = this.#form('note')
    const fields = form && new FormData(form)
    if (round === undefined || !fields || fields.get('round') === round) return
    if (fields.get('turn') !== '1' || fields.get('text') !== '') return
    const questions = JSON.parse(this.#root.dataset['rounds'] ?? '[]') as [string, number | null][]
    const question = questions.find(([, asked]) => asked === null || String(asked) === round)?.[0] ?? ''
    fill(form, { round, question })
  }

  /** Sends what waits, in the order in which it was written, until the network fails. */
  async send(): Promise<void> {
    if (this.#isSending) return
    this.#isSending = true
    try {
      let hasSent = false
      for (const kept of await this.#all()) {
        if (kept.state !== 'waiting') continue
        const answer = await answerTo(kept)
        if (!answer) break
        hasSent = true
        await this.#put({ ...kept, ...answer })
        await this.#show()
      }
      if (hasSent) await this.#refresh()
      await this.#forget()
    } finally {
      this.#isSending = false
      await this.#show()
    }
  }

  /** What the table has by now, also from its other devices. */
  async #refresh(): Promise<void> {
    try {
      const answer = await fetch(location.href, { headers: { accept: 'text/html' } })
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      const [old, fresh] = [this.#root, page].map((part) => part.querySelector('[data-kept]'))
      if (!answer.ok || !old || !fresh || old.outerHTML === fresh.outerHTML) return
      old.replaceWith(fresh)
      // What is opened without network next time is to hold it too: the device forgets what the table has.
      if (document.querySelector('[data-offline]')) await (await import('./keeping.ts')).keepThisPage()
    } catch {
      // What is shown is as it was; what was sent stands in the device's own list.
    }
  }

  /** What the page shows as received is no longer kept here. */
  async #forget(): Promise<void> {
    const has = new Set(
      (this.#root.querySelector<HTMLElement>('[data-kept]')?.dataset['has'] ?? '').split(' '),
    )
    for (const kept of await this.#all())
      if (kept.state === 'sent' && has.has(keptAs(kept))) await this.#remove(kept.id)
  }

  async #show(): Promise<void> {
    const all = await this.#all()
    const part = this.#root.querySelector<HTMLElement>('[data-local]')
    const list = this.#root.querySelector<HTMLElement>('[data-local-list]')
    const state = this.#root.querySelector<HTMLElement>('[data-local-state]')
    if (!part || !list || !state) return
    part.hidden = all.length === 0 && navigator.onLine
    const isWaiting = all.some((kept) => kept.state === 'waiting')
    const word = this.#word(isWaiting ? (navigator.onLine ? 'wordWaiting' : 'wordOffline') : 'wordOnline')
    if (state.textContent !== word) state.textContent = word
    list.replaceChildren(...all.map((kept) => this.#lineOf(kept)))
  }

  #lineOf(kept: Kept): HTMLElement {
    const line = document.createElement('li')
    line.dataset['state'] = kept.state
    const words = { waiting: 'wordHere', sent: 'wordSent', refused: 'wordRefused' } as const
    const about = Object.assign(document.createElement('p'), { className: 'source' })
    const kind = this.#root.dataset[`kind${kept.kind.charAt(0).toUpperCase()}${kept.kind.slice(1)}`] ?? ''
    about.textContent = [kind, this.#word(words[kept.state]), kept.because].filter(Boolean).join(' · ')
    const text = Object.assign(document.createElement('p'), { className: 'as-written' })
    text.textContent = textOf(kept)
    line.append(about, text)
    if (kept.state === 'refused') line.append(buttonOf(this.#word('wordBack'), { back: kept.id }))
    else if (kept.kind === 'note' && textOf(kept) !== '')
      line.append(buttonOf(this.#word('wordTake'), takenFrom(kept)))
    return line
  }

  #word(name: string): string {
    return this.#root.dataset[name] ?? ''
  }

  #clicked(event: Event): void {
    const target = event.target instanceof Element ? event.target : null
    const take = target?.closest<HTMLElement>('[data-take]')
    const back = target?.closest<HTMLElement>('[data-back]')
    const drop = target?.closest<HTMLElement>('[data-drop]')
    if (!take && !back && !drop) return
    event.preventDefault()
    if (take) this.#take(take.dataset)
    if (drop) this.#drop()
    if (back) this.#takeBack(back.dataset['back'] ?? '').catch(() => undefined)
  }

  /** Puts a note in hand: the forms are about it until it is dropped. */
  #take({ take = '', text = '', voice = '', question = '', round = '0', turn = '1' }: DOMStringMap): void {
    for (const form of this.#forms()) fill(form, { note: take })
    fill(this.#form('note'), { text, voice, question, round, turn: String(Number(turn) + 1) })
    fill(this.#form('promise'), { what: [...text.replaceAll(/\s+/g, ' ')].slice(0, 300).join('') })
    fill(this.#form('theme'), { theme: [...text.replaceAll(/\s+/g, ' ')].slice(0, 300).join('') })
    this.#inHand(true)
    const promise = this.#form('promise')
    const part = promise?.closest('details')
    if (part) part.open = true
    promise?.querySelector<HTMLElement>('select')?.focus()
  }

  #drop(): void {
    for (const form of this.#forms()) {
      form.reset()
      fill(form, { note: '', turn: '1' })
    }
    fill(this.#form('note'), { text: '' })
    fill(this.#form('promise'), { what: '' })
    fill(this.#form('theme'), { theme: '' })
    this.#inHand(false)
    this.#form('note')?.querySelector('textarea')?.focus()
  }

  #inHand(isHeld: boolean): void {
    const title = this.#root.querySelector<HTMLElement>('[data-note-title]')
    if (title) title.textContent = title.dataset[isHeld ? 'change' : 'new'] ?? ''
    const drop = this.#root.querySelector<HTMLElement>('[data-drop]')
    if (drop) drop.hidden = !isHeld
    const matter = this.#root.querySelector<HTMLElement>('[data-needs-note]')
    if (matter) matter.hidden = !isHeld
    const text = this.#form('note')?.querySelector('textarea')
    if (text) text.required = !isHeld
  }

  /** What comes next is a new note; after one it is most often of the same question. */
  #emptied(form: HTMLFormElement): void {
    const question = new FormData(form).get('question')
    const part = form.closest('details')
    if (part) part.open = false
    this.#drop()
    if (typeof question === 'string') fill(form, { question })
  }

  /** A thing that was not taken goes back into its form, to be mended and sent anew. */
  async #takeBack(id: string): Promise<void> {
    const kept = (await this.#all()).find((one) => one.id === id)
    if (!kept) return
    fill(this.#form(kept.kind), Object.fromEntries(kept.fields))
    const part = this.#form(kept.kind)?.closest('details')
    if (part) part.open = true
    await this.#remove(id)
    await this.#show()
  }

  #forms(): readonly HTMLFormElement[] {
    return [...this.#root.querySelectorAll<HTMLFormElement>('form[data-local-first]')]
  }

  #form(kind: string): HTMLFormElement | undefined {
    return this.#forms().find((form) => form.dataset['localFirst'] === kind)
  }

  async #all(): Promise<readonly Kept[]> {
    const all = (await answered(this.#db.transaction(store).objectStore(store).getAll())) as Kept[]
    return all.filter(({ place }) => place === this.#root.dataset['notes']).toSorted((a, b) => a.at - b.at)
  }

  async #put(kept: Kept): Promise<void> {
    await answered(this.#db.transaction(store, 'readwrite').objectStore(store).put(kept))
  }

  async #remove(id: string): Promise<void> {
    await answered(this.#db.transaction(store, 'readwrite').objectStore(store).delete(id))
  }
}

function buttonOf(text: string, data: Readonly<Record<string, string>>): HTMLButtonElement {
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'ds-button' })
  button.dataset['variant'] = 'tertiary'
  Object.assign(button.dataset, data)
  button.textContent = text
  return button
}

function fill(form: HTMLFormElement | undefined, values: Readonly<Record<string, string>>): void {
  if (!form) return
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements.namedItem(name)
    if (field instanceof RadioNodeList) field.value = value
    else if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = value !== ''
    else if (
      field instanceof HTMLInputElement ||
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement
    )
      field.value = value
  }
}

/** Keeps what a table notes on the device until it is sent, where the page has a table and the browser can. */
export async function keepNotes(root: ParentNode): Promise<void> {
  const notes = root.querySelector<HTMLElement>('[data-notes]')
  if (!notes || !('indexedDB' in window) || !('randomUUID' in crypto)) return
  new Notes(notes, await opened()).start()
}
