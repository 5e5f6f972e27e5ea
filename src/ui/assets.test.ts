import { expect, test } from 'vitest'
import { assetsFrom } from './assets.ts'

const manifest = {
  'src/ui/browser/samsyn.ts': { file: 'assets/samsyn-1.js' },
  'src/ui/styles/samsyn.css': { file: 'assets/samsyn-2.css', assets: ['assets/letters-3.woff2'] },
}

test('the files of a build are found by what they were made from', () => {
  expect(assetsFrom(manifest)).toEqual({
    css: ['/assets/samsyn-2.css'],
    script: '/assets/samsyn-1.js',
    fontPreload: '/assets/letters-3.woff2',
  })
})

test('a build without our styles is no build of ours', () => {
  expect(() => assetsFrom({})).toThrow(/samsyn/)
})
