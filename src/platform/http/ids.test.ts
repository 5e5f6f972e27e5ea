import { expect, test } from 'vitest'
import { idIn } from './ids.ts'
import { isId } from '../values/ids.ts'

const id = '8e3f6c1a-2b4d-4e5f-8a9b-0c1d2e3f4a5b'

const asked = (event: string) => ({ req: { param: (name: string) => ({ event })[name] } })

test.each([
  '',
  'ale',
  id.slice(1),
  `${id}0`,
  `${id}\n`,
  id.toUpperCase(),
  '00000000-0000-0000-0000-000000000000',
  `${id.slice(0, 14)}9${id.slice(15)}`,
])('%j is no id', (text) => {
  expect(isId(text)).toBe(false)
})

test('an id in an address is read, and what is none is not', () => {
  expect(idIn(asked(id), 'event')).toBe(id)
  expect(idIn(asked('1 or 1=1'), 'event')).toBeNull()
  expect(idIn(asked(id), 'pattern')).toBeNull()
})
