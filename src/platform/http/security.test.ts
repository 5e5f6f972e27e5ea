import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { sameOriginOnly, securityHeaders } from './security.ts'

const app = new Hono()
app.use(securityHeaders(true))
app.use(sameOriginOnly(['https://samsyn.example.org']))
app.all('/', (c) => c.text('done'))

const ask = (method: string, headers: Record<string, string> = {}) =>
  app.request('http://inside.test/', { method, headers })

test.each([
  ['from the page itself', { 'sec-fetch-site': 'same-origin' }],
  ['from the public address behind a proxy', { origin: 'https://samsyn.example.org' }],
  ['from the address it was asked at', { origin: 'http://inside.test' }],
])('a form %s is let through', async (_where, headers) => {
  expect((await ask('POST', headers)).status).toBe(200)
})

test.each([
  ['another site', { origin: 'https://evil.example' }],
  ['another site, by a browser that says so', { 'sec-fetch-site': 'cross-site' }],
  [
    'a neighbour under the same domain',
    { 'sec-fetch-site': 'same-site', origin: 'https://evil.example.org' },
  ],
  ['an opaque origin', { origin: 'null' }],
  ['nowhere', {}],
])('a form from %s is refused, whatever the method', async (_where, headers) => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
    expect((await ask(method, headers)).status).toBe(403)
})

test('reading is free', async () => {
  expect((await ask('GET', { origin: 'https://evil.example' })).status).toBe(200)
})

test('no script, style or frame but our own', async () => {
  const { headers } = await ask('GET')
  const policy = headers.get('content-security-policy') ?? ''
  for (const part of [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ]) {
    expect(policy).toContain(part)
  }
  expect(policy).not.toMatch(/unsafe|\*/)
  expect(headers.get('strict-transport-security')).toContain('max-age=63072000')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('x-frame-options')).toBe('DENY')
})
