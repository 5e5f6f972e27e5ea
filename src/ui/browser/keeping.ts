/** How a page that is to be kept is asked for: without a session, so that no page of somebody who is signed in ever is. */
export const asAnybody: RequestInit = {
  credentials: 'omit',
  cache: 'no-store',
  headers: { accept: 'text/html' },
}

/** More pages than these nobody reads without network; the oldest go first. */
const most = { pages: 20, files: 60 }

/** Keeps this page as anybody sees it who has its address, and those that its marked part leads to. */
export async function keepThisPage(): Promise<void> {
  const beside = [...document.querySelectorAll<HTMLAnchorElement>('[data-offline] a[href]')]
  for (const address of new Set([...beside.map(({ href }) => href), location.href]))
    await keep(await fetch(address, asAnybody), address)
}

/** Keeps an answer to this page's address, or one beside it, asked for as anybody, and the files it is shown with. */
export async function keep(answer: Response, address = location.href): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const { build, files } = filesOfThisPage()
  await navigator.serviceWorker.register(`/offline.js?${new URLSearchParams({ build })}`)
  const { origin, pathname, search } = new URL(address)
  const page = origin + pathname + search
  const pages = await caches.open(`samsyn pages ${build}`)
  await pages.delete(page)
  if (!answer.ok || answer.redirected) return
  await pages.put(page, answer)
  await drop(pages, most.pages)
  const store = await caches.open(`samsyn files ${build}`)
  for (const file of files) if (!(await store.match(file))) await store.add(file)
  await drop(store, most.files)
}

async function drop(store: Cache, howMany: number): Promise<void> {
  const all = await store.keys()
  await Promise.all(all.slice(0, Math.max(0, all.length - howMany)).map(async (one) => store.delete(one)))
}

/** What the page is shown with. The names of its styles and its script carry the build's fingerprints. */
function filesOfThisPage(): { readonly build: string; readonly files: readonly string[] } {
  const named = [...document.querySelectorAll('link[rel=stylesheet], script[src]')].map(
    (element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '',
  )
  const loaded = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
    .map(({ pathname }) => pathname)
  return { build: named.toSorted().join(' '), files: [...new Set([...named, ...loaded, '/favicon.svg'])] }
}
