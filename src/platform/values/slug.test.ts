import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addingWords, freeSlug, slugOf } from './slug.ts'

const databaseTakes = /^[a-z0-9]+(-[a-z0-9]+)*$/

describe('a name in an address', () => {
  test.each([
    ['Göteborg', 'goteborg'],
    ['Åmål', 'amal'],
    ['Håbo', 'habo'],
    ['Övertorneå', 'overtornea'],
    ['Upplands Väsby', 'upplands-vasby'],
    ['Dals-Ed', 'dals-ed'],
    ['Møre og Romsdal', 'more-og-romsdal'],
    ['Ærø', 'aero'],
    ['Þórshöfn', 'thorshofn'],
    ['Łódź', 'lodz'],
    ['Saint-Étienne', 'saint-etienne'],
    ['  --Ale!! ', 'ale'],
    ['<b>Ale</b>', 'b-ale-b'],
    ['Möt företag före beslut', 'mot-foretag-fore-beslut'],
    ['Åäö & ÉÜ!', 'aao-eu'],
    ['  Å, Ä & Ö (%)  ', 'a-a-o'],
    ['<script>alert(1)</script>', 'script-alert-1-script'],
    ['x'.repeat(200), 'x'.repeat(60)],
    ['北京', ''],
    ['🏔️', ''],
  ])('%s is %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug)
  })

  test('is empty or what the database takes, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        expect(slugOf(name)).toMatch(/^$|^[a-z0-9]+(-[a-z0-9]+)*$/)
      }),
    )
  })
})

describe('the free part of an address', () => {
  const taken = new Set(['folkmangd', 'folkmangd-2', 'mot-foretag', 'mot-foretag-2', 'nameless'])

  test.each([
    ['Nystartade företag', 'nystartade-foretag'],
    ['Folkmängd', 'folkmangd-3'],
    ['Möt företag', 'mot-foretag-3'],
    ['x'.repeat(200), 'x'.repeat(60)],
    ['', 'nameless-2'],
    ['会社', 'nameless-2'],
  ])('of %j is %s', (name, slug) => {
    expect(freeSlug(name, taken, 'nameless', addingWords)).toBe(slug)
    expect(slug).toMatch(databaseTakes)
  })

  test.each([
    ['Ny', 'ny-2'],
    ['New', 'new-2'],
  ])('of %s is not the address of a form', (name, slug) => {
    expect(freeSlug(name, new Set(), 'nameless', addingWords)).toBe(slug)
    expect(freeSlug(name, new Set(), 'nameless', new Set())).toBe(slugOf(name))
  })
})

/** One address part per name, in their order. */
function slugsOf(names: readonly string[], nameless: string): readonly string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const slug = freeSlug(name, taken, nameless, new Set())
    taken.add(slug)
    return slug
  })
}

describe('names in addresses together', () => {
  test('Habo and Håbo are told apart', () => {
    expect(slugsOf(['Habo', 'Håbo'], 'kommun')).toEqual(['habo', 'habo-2'])
  })

  test('a name that already ends like a namesake stands in nobody’s way', () => {
    expect(slugsOf(['A', 'A', 'A 2', 'A'], 'kommun')).toEqual(['a', 'a-2', 'a-2-2', 'a-3'])
  })

  test('names without a letter that an address can hold are numbered', () => {
    expect(slugsOf(['北京', '上海'], 'kommun')).toEqual(['kommun', 'kommun-2'])
  })

  test('are all different and all fit the database', () => {
    const confusable = fc.constantFrom('A', 'Å', 'å', 'a 2', 'A-2', 'a-2-2', 'A-3', '2', '北', '-', '')
    const name = fc.oneof(confusable, fc.string({ unit: 'binary', maxLength: 80 }))
    fc.assert(
      fc.property(fc.array(name, { maxLength: 60 }), (names) => {
        const slugs = slugsOf(names, 'kommun')
        expect(slugs).toHaveLength(names.length)
        expect(new Set(slugs).size).toBe(names.length)
        for (const slug of slugs) expect(slug).toMatch(databaseTakes)
      }),
    )
  })
})
