import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { slugOf, uniqueSlugs } from './slugs.ts'

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

describe('names in addresses together', () => {
  test('Habo and Håbo are told apart', () => {
    expect(uniqueSlugs(['Habo', 'Håbo'], 'kommun')).toEqual(['habo', 'habo-2'])
  })

  test('a name that already ends like a namesake stands in nobody’s way', () => {
    expect(uniqueSlugs(['A', 'A', 'A 2', 'A'], 'kommun')).toEqual(['a', 'a-2', 'a-2-2', 'a-3'])
  })

  test('names without a letter that an address can hold are numbered', () => {
    expect(uniqueSlugs(['北京', '上海'], 'kommun')).toEqual(['kommun', 'kommun-2'])
  })

  test('are all different and all fit the database', () => {
    const confusable = fc.constantFrom('A', 'Å', 'å', 'a 2', 'A-2', 'a-2-2', 'A-3', '2', '北', '-', '')
    const name = fc.oneof(confusable, fc.string({ unit: 'binary', maxLength: 80 }))
    fc.assert(
      fc.property(fc.array(name, { maxLength: 60 }), (names) => {
        const slugs = uniqueSlugs(names, 'kommun')
        expect(slugs).toHaveLength(names.length)
        expect(new Set(slugs).size).toBe(names.length)
        for (const slug of slugs) expect(slug).toMatch(databaseTakes)
      }),
    )
  })
})
