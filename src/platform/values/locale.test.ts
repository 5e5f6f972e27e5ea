import { expect, test } from 'vitest'
import { bySwedishName, inLocale } from './locale.ts'

test('Å, Ä and Ö come last', () => {
  expect(['Öckerö', 'Ale', 'Ängelholm', 'Åre', 'Tjörn'].toSorted(bySwedishName)).toEqual([
    'Ale',
    'Tjörn',
    'Åre',
    'Ängelholm',
    'Öckerö',
  ])
})

test('a wording that is missing in one language is read in the other', () => {
  expect(inLocale({ sv: 'Insats', en: '' }, 'en')).toBe('Insats')
})
