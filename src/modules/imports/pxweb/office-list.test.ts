import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { officesIn } from './office-list.ts'
import { knownOffices } from './offices.ts'

function fileWith(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'samsyn-offices-')), 'offices.json')
  writeFileSync(file, text)
  return file
}

const office = {
  id: 'region',
  name: 'A region',
  country: 'SE',
  api: 1,
  base: 'https://example.org/api/v1/sv/',
  language: 'sv',
}

test('without a list, those known from the start', () => {
  expect(officesIn(undefined)).toBe(knownOffices)
})

test("an operator's list takes their place; what is not said is as usual", () => {
  expect(officesIn(fileWith(JSON.stringify([office])))).toEqual([
    {
      ...office,
      base: 'https://example.org/api/v1/sv',
      database: null,
      hasSearch: false,
      licence: null,
      symbols: {},
    },
  ])
})

test.each([
  ['no JSON', '[{'],
  ['no list', '{}'],
  ['an empty list', '[]'],
  ['a strange version', JSON.stringify([{ ...office, api: 3 }])],
  ['no address', JSON.stringify([{ ...office, base: 'example' }])],
  ['an id twice', JSON.stringify([office, office])],
])('%s is refused by the name of the setting', (_, text) => {
  expect(() => officesIn(fileWith(text))).toThrow(/^SAMSYN_OFFICES/)
})

test('so is a file that is not there', () => {
  expect(() => officesIn('/nowhere/offices.json')).toThrow(/^SAMSYN_OFFICES/)
})
