import { expect, test } from 'vitest'
import { addresses, addressOf, inOtherLanguage, type PageName } from './addresses.ts'

test('parts are filled in and encoded', () => {
  expect(addressOf('cell', 'sv', { intervention: 'en-vag-in', municipality: 'ale' })).toBe(
    '/insatser/en-vag-in/ale',
  )
  expect(addressOf('indicator', 'en', { indicator: 'a/b?c' })).toBe('/en/indicators/a%2Fb%3Fc')
  expect(() => addressOf('indicator', 'sv')).toThrow('needs indicator')
})

test('every page stands in the other language and back again', () => {
  for (const page of Object.keys(addresses) as PageName[]) {
    const sv = addresses[page].sv.replace(/:\w+/g, 'x')
    const en = inOtherLanguage(sv, 'sv')
    expect(en, page).toBe(addresses[page].en.replace(/:\w+/g, 'x'))
    expect(inOtherLanguage(en ?? '', 'en'), page).toBe(sv)
  }
})

test('an address that is no page’s has no other language', () => {
  expect(inOtherLanguage('/finns-inte/alls', 'sv')).toBeNull()
})
