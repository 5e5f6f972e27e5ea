import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { cachedPages, PageCache } from './page-cache.ts'

/** A page that counts how often it is made, behind a cache that hears of changes. */
function countingApp(answer: (c: { count: number }) => Response | Promise<Response>) {
  const cache = new PageCache()
  cache.setListening(true)
  const made = { count: 0 }
  const app = new Hono()
  app.use(
    cachedPages(cache, (request) => (request.headers.has('cookie') ? null : new URL(request.url).pathname)),
  )
  app.get('*', async () => {
    made.count += 1
    return answer(made)
  })
  return { app, cache, made }
}

const page = ({ count }: { count: number }) =>
  new Response(`<p>${count}</p>`, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })

test('a page is made once for all visitors, until something changes', async () => {
  const { app, cache, made } = countingApp(page)
  expect(await (await app.request('/a')).text()).toBe('<p>1</p>')
  expect(await (await app.request('/a')).text()).toBe('<p>1</p>')
  cache.drop()
  expect(await (await app.request('/a')).text()).toBe('<p>2</p>')
  expect(made.count).toBe(2)
})

test('who may be signed in is never answered from what is kept, and leaves nothing there', async () => {
  const { app, made } = countingApp(page)
  const cookie = { headers: { cookie: 'session' } }
  expect(await (await app.request('/a', cookie)).text()).toBe('<p>1</p>')
  expect(await (await app.request('/a')).text()).toBe('<p>2</p>')
  expect(await (await app.request('/a', cookie)).text()).toBe('<p>3</p>')
  expect(made.count).toBe(3)
})

test('what was made before a change is not kept after it', async () => {
  const changes: (() => void)[] = []
  const { app, cache } = countingApp((made) => {
    // The change comes while the page is being made from what was there before.
    changes.pop()?.()
    return page(made)
  })
  changes.push(() => cache.drop())
  await app.request('/a')
  expect(await (await app.request('/a')).text()).toBe('<p>2</p>')
  expect(await (await app.request('/a')).text()).toBe('<p>2</p>')
})

test('while changes are not heard of, nothing is kept', async () => {
  const { app, cache, made } = countingApp(page)
  await app.request('/a')
  cache.setListening(false)
  await app.request('/a')
  await app.request('/a')
  expect(made.count).toBe(3)
})

test.each([
  ['an error', () => new Response('no', { status: 404 })],
  ['what says no-store', () => new Response('mine', { headers: { 'Cache-Control': 'private, no-store' } })],
  ['what sets a cookie', () => new Response('hello', { headers: { 'Set-Cookie': 'a=b' } })],
])('%s is not kept', async (_what, answer) => {
  const { app, made } = countingApp(answer)
  await app.request('/a')
  await app.request('/a')
  expect(made.count).toBe(2)
})

test('what is made from the ground is made once until something changes, and anew after a failure', async () => {
  const cache = new PageCache()
  let count = 0
  const made = async () => cache.ground('catalogue', async () => (count += 1))
  await made()
  expect(await made()).toBe(2)
  cache.setListening(true)
  expect([await made(), await made()]).toEqual([3, 3])
  cache.drop()
  expect(await made()).toBe(4)
  const fails = async () =>
    cache.ground('network', async () => {
      throw new Error('no database')
    })
  await expect(fails()).rejects.toThrow('no database')
  expect(await cache.ground('network', async () => 'there')).toBe('there')
})

test('addresses that anybody can make up push out no plain one', () => {
  const cache = new PageCache()
  cache.setListening(true)
  const answer = {} as Parameters<PageCache['keep']>[1]
  cache.keep('/stod', answer, cache.generation)
  for (let number = 0; number < 600; number += 1) cache.keep(`/stod?age=${number}`, answer, cache.generation)
  expect([cache.find('/stod'), cache.find('/stod?age=0')]).toEqual([answer, undefined])
})

test('the answer unused for longest goes first', () => {
  const cache = new PageCache()
  cache.setListening(true)
  const answer = {} as Parameters<PageCache['keep']>[1]
  for (let number = 0; number < 500; number += 1) cache.keep(String(number), answer, cache.generation)
  expect(cache.find('0')).toBe(answer)
  cache.keep('one more', answer, cache.generation)
  expect(cache.find('0')).toBe(answer)
  expect(cache.find('1')).toBeUndefined()
})
