/**
 * The service worker: a page that is marked `data-offline` is answered without network once it has been opened. The page
 * itself puts into the stores what is to be kept, see `keeping.ts`; each build has stores of its own, and those of others
 * are deleted.
 */

/** What the browser gives a service worker; its own library of types cannot stand beside that of pages. */
interface Waiting extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface Asked extends Event {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}
interface Worker {
  skipWaiting(): Promise<void>
  readonly clients: { claim(): Promise<void> }
  addEventListener(kind: 'install' | 'activate', hear: (event: Waiting) => void): void
  addEventListener(kind: 'fetch', hear: (event: Asked) => void): void
}

const worker = globalThis as unknown as Worker
const { origin, searchParams } = new URL(location.href)
const build = searchParams.get('build') ?? ''
const stores = { pages: `samsyn pages ${build}`, files: `samsyn files ${build}` }
/** How long a network that neither answers nor fails is waited for, when there is a page to show instead. */
const patience = 4000

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(clean()))
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin: asked, pathname } = new URL(request.url)
  if (request.method !== 'GET' || asked !== origin) return
  if (request.mode === 'navigate') event.respondWith(pageFor(request))
  else if (pathname.startsWith('/assets/') || pathname === '/favicon.svg') event.respondWith(fileFor(request))
})

async function clean(): Promise<void> {
  const own: readonly string[] = Object.values(stores)
  const old = (await caches.keys()).filter((name) => name.startsWith('samsyn ') && !own.includes(name))
  await Promise.all(old.map(async (name) => caches.delete(name)))
  await worker.clients.claim()
}

/** The network first; what is kept when there is none, or when nobody is there who could answer. */
async function pageFor(request: Request): Promise<Response> {
  const pages = await caches.open(stores.pages)
  const kept = (await pages.match(request.url)) ?? (await pages.match(request.url, { ignoreSearch: true }))
  if (!kept) return fetch(request)
  const tired = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), patience))
  return Promise.race([answerTo(request, kept), tired])
}

async function answerTo(request: Request, kept: Response): Promise<Response> {
  try {
    const answer = await fetch(request)
    return answer.status < 500 ? answer : kept
  } catch {
    return kept
  }
}

/** A file with a fingerprint in its name never changes. */
async function fileFor(request: Request): Promise<Response> {
  return (await (await caches.open(stores.files)).match(request.url)) ?? fetch(request)
}
