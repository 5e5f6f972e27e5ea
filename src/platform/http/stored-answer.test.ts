import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { StoredAnswer } from './stored-answer.ts'

const text = 'samsyn '.repeat(500)
const stored = new StoredAnswer(new TextEncoder().encode(text), {
  'Content-Type': 'text/html; charset=utf-8',
})

function ask(headers: Record<string, string>): Response {
  return stored.answer(new Request('http://samsyn.test/', { headers }))
}

async function bytesOf(answer: Response): Promise<Buffer> {
  return Buffer.from(await answer.arrayBuffer())
}

test('each reader gets the best encoding it takes, and always the same text', async () => {
  const brotli = ask({ 'accept-encoding': 'gzip, deflate, br' })
  expect(brotli.headers.get('content-encoding')).toBe('br')
  expect(brotliDecompressSync(await bytesOf(brotli)).toString()).toBe(text)

  const gzip = ask({ 'accept-encoding': 'gzip' })
  expect(gzip.headers.get('content-encoding')).toBe('gzip')
  expect(gunzipSync(await bytesOf(gzip)).toString()).toBe(text)

  const unwilling = ask({ 'accept-encoding': 'br;q=0, gzip;q=0.5' })
  expect(unwilling.headers.get('content-encoding')).toBe('gzip')

  const plain = ask({})
  expect(plain.headers.get('content-encoding')).toBeNull()
  expect(await plain.text()).toBe(text)
})

test('who has it already gets nothing but the word that it still holds', async () => {
  const { etag } = stored
  const answer = ask({ 'if-none-match': `"other", ${etag}`, 'accept-encoding': 'br' })
  expect(answer.status).toBe(304)
  expect(await answer.text()).toBe('')
  expect(ask({ 'if-none-match': '"other"' }).status).toBe(200)
})

test('what is compressed already is sent as it is', () => {
  const font = new StoredAnswer(new Uint8Array(10), { 'Content-Type': 'font/woff2' })
  const answer = font.answer(new Request('http://samsyn.test/', { headers: { 'accept-encoding': 'br' } }))
  expect(answer.headers.get('content-encoding')).toBeNull()
  expect(answer.headers.get('content-length')).toBe('10')
})
