import { expect, test } from 'vitest'
import { developmentAssets } from './assets.ts'
import { Gallery } from './gallery.tsx'
import { renderPage, type Shell } from './page.tsx'

const shell: Shell = {
  locale: 'sv',
  brand: 'Samsyn',
  siteName: 'Samsyn',
  homeHref: '/',
  navigation: [
    { label: 'Översikt', href: '/', current: true },
    { label: 'Insatser', href: '/insatser' },
  ],
  account: { signInHref: '/logga-in', label: 'Logga in' },
  otherLanguage: { label: 'English', href: '/en', locale: 'en' },
  footer: { text: 'Nätverket', links: [] },
  assets: developmentAssets,
  labels: {
    skipToContent: 'Till innehållet',
    mainNavigation: 'Huvudmeny',
    menu: 'Meny',
    signOut: 'Logga ut',
    footerNavigation: 'Mer',
  },
}

test('a page is a whole document in the reader’s language', () => {
  const html = renderPage(shell, { title: 'Översikt', description: 'Om "allt"' }, <p>Hej</p>)
  expect(html).toMatch(/^<!doctype html><html lang="sv"/)
  expect(html).toContain('<title>Översikt – Samsyn</title>')
  expect(html).toContain('content="Om &quot;allt&quot;"')
  expect(html).toContain('id="innehall"')
  expect(html).toMatch(/<a href="\/" aria-current="page">/)
  expect(html).toMatch(/lang="en" hreflang="en"/)
})

test('what a policy of no inline code forbids is nowhere: no style attributes, no inline scripts, no handlers', () => {
  const html = renderPage(shell, { title: 'Allt' }, <Gallery />)
  expect(html).not.toMatch(/\sstyle=/)
  expect(html).not.toMatch(/\son[a-z]+=/)
  expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/)
  expect(html).not.toContain('<style')
})

test('every id in the gallery is there once, and every reference meets one', () => {
  const html = renderPage(shell, { title: 'Allt' }, <Gallery />)
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1])
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  const references = [...html.matchAll(/(?:aria-labelledby|aria-describedby|for)="([^"]+)"/g)].flatMap(
    (match) => match[1]?.split(' '),
  )
  expect(references.filter((id) => !ids.includes(id))).toEqual([])
})
