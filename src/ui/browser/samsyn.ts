// Everything here only makes smoother what already works without it.

/** Choosing in a view's form shows the new view at once, in place, and keeps the address in step. */
function swapOnChoice(form: HTMLFormElement): void {
  const button = form.querySelector<HTMLButtonElement>('button')
  if (button) button.hidden = true
  let latest = 0
  form.addEventListener('change', () => {
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
  })
}

async function swapView(form: HTMLFormElement, address: URL, isWanted: () => boolean): Promise<void> {
  const selector = form.dataset['swap'] ?? ''
  document.querySelector(selector)?.setAttribute('aria-busy', 'true')
  const answer = await fetch(address, { headers: { accept: 'text/html' } })
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  if (!isWanted()) return
  const [old, fresh] = [document.querySelector(selector), page.querySelector(selector)]
  if (!answer.ok || !fresh || !old) throw new Error('no such view')
  show(fresh, old, form)
  history.replaceState(history.state, '', address)
}

function show(fresh: Element, old: Element, form: HTMLFormElement): void {
  const focused = document.activeElement?.id
  old.replaceWith(fresh)
  if (!form.isConnected) enhance(fresh)
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

/** Asks before somebody leaves a form with something in it that is not sent. */
function guardChanges(form: HTMLFormElement): void {
  // A form that came back with errors holds what was never saved.
  let changed = document.querySelector('[data-error-summary]') !== null
  form.addEventListener('input', () => (changed = true))
  form.addEventListener('submit', () => (changed = false))
  addEventListener('beforeunload', (event) => {
    if (changed) event.preventDefault()
  })
}

function enhance(root: ParentNode): void {
  for (const form of root.querySelectorAll<HTMLFormElement>('form[data-swap]')) swapOnChoice(form)
  for (const form of root.querySelectorAll<HTMLFormElement>('form[data-guard]')) guardChanges(form)
}

enhance(document)
document.querySelector<HTMLElement>('[data-error-summary]')?.focus()
