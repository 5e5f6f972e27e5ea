import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { readForm } from './form.ts'

const Form = z.object({
  name: z.string().min(1, 'name-missing').max(5, 'name-too-long'),
  note: z.string().default(''),
})

async function read(body: BodyInit, headers: Record<string, string> = {}) {
  const app = new Hono()
  let reading: unknown
  app.post('/', async (c) => {
    reading = await readForm(c.req, Form)
    return c.text('')
  })
  await app.request('/', { method: 'POST', body, headers })
  return reading
}

test('a form is read by its schema, and what was typed stays beside it', async () => {
  expect(await read(new URLSearchParams({ name: 'Ale', other: 'kept' }))).toEqual({
    ok: true,
    data: { name: 'Ale', note: '' },
    typed: { name: 'Ale', other: 'kept' },
  })
})

test('each field says its first fault by name', async () => {
  expect(await read(new URLSearchParams({ name: 'Stenungsund' }))).toMatchObject({
    ok: false,
    errors: { name: 'name-too-long' },
    typed: { name: 'Stenungsund' },
  })
})

test('line ends are one character, and what cannot be stored is left out', async () => {
  const typed = { name: 'a\r\nb', note: 'x\u0000y\ud800z' }
  expect(await read(new URLSearchParams(typed))).toMatchObject({ data: { name: 'a\nb', note: 'xy\ufffdz' } })
})

test.each([
  ['nothing at all', '', {}],
  ['another kind of body', '{"name":"Ale"}', { 'content-type': 'application/json' }],
  ['a form without its boundary', 'x', { 'content-type': 'multipart/form-data' }],
  ['a form that breaks off', '--abc\r\nContent-Dis', { 'content-type': 'multipart/form-data; boundary=abc' }],
])('%s is a form without answers, not a fault', async (_what, body, headers) => {
  expect(await read(body, headers as Record<string, string>)).toMatchObject({ ok: false })
})

test('a file in the place of words is not an answer', async () => {
  const body = new FormData()
  body.append('name', new Blob(['x']), 'x.txt')
  expect(await read(body)).toMatchObject({ ok: false, typed: {} })
})
