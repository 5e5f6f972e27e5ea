import { expect, test } from 'vitest'
import { termsOf } from '../swedish.ts'

const termsIn = async (text: string) => [...(await termsOf(text)).keys()]

test.each([
  ['byggloven', 'bygglov'],
  ['företagets', 'företag'],
  ['tillstånden', 'tillstånd'],
  ['vägarna', 'väg'],
  ['hallars', 'hall'],
])('%s is a form of %s', async (form, lemma) => {
  expect(await termsIn(form)).toContain(lemma)
})

test.each([
  ['lagerhallarna', ['lager', 'hall']],
  ['lastbilsparkering', ['lastbil', 'parkering']],
  ['avfallshämtningen', ['avfall', 'hämtning']],
])('%s is made of %j', async (compound, parts) => {
  expect(await termsIn(compound)).toEqual(expect.arrayContaining(parts))
})

test('words that mean the same are one', async () => {
  expect(await termsIn('byggnadslov')).toContain('bygglov')
})

test('words that say nothing are left out, and anything can be asked', async () => {
  expect(await termsIn('Hej, vi har det inte!')).toEqual([])
  expect(await termsIn(`${'x'.repeat(100_000)} 🙂 <script>`)).toEqual(['script'])
  expect((await termsIn('Ågestaxx-bolagen AB')).length).toBeGreaterThan(0)
})
