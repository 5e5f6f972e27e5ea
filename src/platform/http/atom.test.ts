import fc from 'fast-check'
import { Parser } from 'saxen'
import { expect, test } from 'vitest'
import { atomOf } from './atom.ts'

/** The texts in the document, as a reader of XML takes them; it throws at what is no XML. */
function textsIn(xml: string): readonly string[] {
  const texts: string[] = []
  const parser = new Parser()
  parser.on('error', (error: Error) => {
    throw error
  })
  parser.on('text', (text: string, decode: (text: string) => string) => {
    if (text.trim() !== '') texts.push(decode(text))
  })
  parser.parse(xml)
  return texts
}

test('whatever is said, the feed is XML and says it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (said) => {
      const text = `A ${said.replaceAll(/\s+/g, ' ')} Z`
      const at = new Date('2026-11-24T09:00:00Z')
      const href = 'https://samsyn.example.org/nya-siffror?a=1&b=2'
      const xml = atomOf({
        title: text,
        locale: 'sv',
        author: text,
        self: href,
        href,
        at,
        entries: [{ id: `${href}#1`, title: text, summary: text, href, at }],
      })
      expect(textsIn(xml).filter((one) => one === text)).toHaveLength(4)
    }),
  )
})

test('what no XML can hold is left out', () => {
  const at = new Date('2026-11-24T09:00:00Z')
  const feed = { locale: 'sv', author: '', self: '', href: '', at, entries: [] }
  expect(atomOf({ ...feed, title: 'a\u0000b\u000Bc\uFFFEd' })).toContain('<title>abcd</title>')
})
