/**
 * Keeps the page itself on the device: its document and its built files, nothing of what the agency wrote. A document
 * is asked of the network first, a built file (named by its content) of the device first.
 */
type Waiting = { waitUntil(work: Promise<unknown>): void }
type PageWorker = {
  location: Location
  clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(kind: 'install' | 'activate', listener: (event: Waiting) => void): void
  addEventListener(kind: 'message', listener: (event: Waiting & { data: unknown }) => void): void
  addEventListener(
    kind: 'fetch',
    listener: (event: { request: Request; respondWith(answer: Promise<Response>): void }) => void,
  ): void
}
const worker = globalThis as unknown as PageWorker

const STORE = 'selaras.page'
const DOCUMENT = '/'
const LIST = '/offline-files.json'
/** A network that answers no document for so long counts as gone. */
const PATIENCE_MILLISECONDS = 4000
const servedApart = /^\/(trpc|api|files|feeds|uploads|exports|healthz)(\/|$)/

worker.addEventListener('install', (event) => {
  event.waitUntil(fill().then(() => worker.skipWaiting()))
})
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
worker.addEventListener('message', (event) => {
  if (event.data === 'fill') event.waitUntil(fill())
})
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin || servedApart.test(pathname)) return
  if (request.mode === 'navigate') event.respondWith(openDocument(request))
  else event.respondWith(openFile(request))
})

/** Brings what the present build consists of and lets go of what it no longer does. */
async function fill(): Promise<void> {
  const store = await caches.open(STORE)
  const answer = await fetch(LIST, { cache: 'no-store' })
  if (!answer.ok) return
  const files = new Set<string>((await answer.json()) as string[])
  const held = new Set((await store.keys()).map((request) => new URL(request.url).pathname))
  await store.addAll([...files].filter((file) => !held.has(file)))
  const document = await fetch(DOCUMENT, { cache: 'no-store', headers: { accept: 'text/html' } })
  if (document.ok) await store.put(DOCUMENT, document)
  for (const file of held) if (file !== DOCUMENT && !files.has(file)) await store.delete(file)
}

async function openDocument(request: Request): Promise<Response> {
  const ending = new AbortController()
  const timer = setTimeout(() => ending.abort(), PATIENCE_MILLISECONDS)
  try {
    return await fetch(request, { signal: ending.signal })
  } catch (error) {
    const held = await caches.match(DOCUMENT, { cacheName: STORE })
    if (held === undefined) throw error
    return held
  } finally {
    clearTimeout(timer)
  }
}

async function openFile(request: Request): Promise<Response> {
  return (await caches.match(request, { cacheName: STORE })) ?? fetch(request)
}
