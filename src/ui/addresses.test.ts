import { expect, test } from 'vitest'
import { addresses, addressOf, inOtherLanguage, withoutKeys, type PageName } from './addresses.ts'

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

const key = 'BeSQEPuZ0owSTXHIPiz6oUHf9O80gbzVwBoyW_Mg9HE'
test.each([
  [`/arende/${key}`, '/arende/:key'],
  [`/arende/${key}/kvitto`, '/arende/:key/kvitto'],
  [`/en/matter/${key}/files/x`, '/en/matter/:key/files/x'],
  [`/arende/nytt/${key}/plats`, '/arende/nytt/:key/plats'],
  // Broken, misspelt and put elsewhere it is still a key.
  [`/arende/${key.slice(0, 20)}`, '/arende/:key'],
  [`/ARENDE/${key}`, '/arende/:key'],
  [`//arende/${key}`, '//arende/:key'],
  ['/arende', '/arende'],
  ['/arende/nytt', '/arende/nytt'],
  ['/arenden/2026-17', '/arenden/2026-17'],
  [`/siffror/00000000-0000-4000-8000-000000000000`, `/siffror/00000000-0000-4000-8000-000000000000`],
])('%s is written down as %s', (path, written) => {
  expect(withoutKeys(path)).toBe(written)
})
