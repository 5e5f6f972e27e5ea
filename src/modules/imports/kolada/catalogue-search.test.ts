import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { catalogueSearch } from './catalogue-search.ts'
import { packCatalogue, readStoredCatalogue, unpackCatalogue } from './stored-catalogue.ts'
import { endingOf, successorsOf } from './succession.ts'

const stored = readStoredCatalogue(join(import.meta.dirname, '../../../../data'))
const { search } = catalogueSearch(stored.kpis)
const idsFor = (typed: string, most?: number) => search(typed, most).map(({ entry }) => entry.id)

describe('the catalogue that comes with the program', () => {
  test('is whole', () => {
    expect(stored.about.asOf).toBe('2026-03-23')
    expect(stored.kpis).toHaveLength(6099)
    expect(new Set(stored.kpis.map(({ id }) => id)).size).toBe(6099)
    expect(stored.places.filter(({ type }) => type === 'K')).toHaveLength(290)
    expect(stored.groups.find(({ id }) => id === 'G96190')?.members).toHaveLength(13)
    expect(stored.groups.every(({ members }) => members.length > 0)).toBe(true)
  })

  test('is written as it is read', () => {
    expect(unpackCatalogue(packCatalogue(stored))).toEqual(stored)
  })

  test('has 426 KPIs that have ended by their titles; of few is it sure who follows', () => {
    const ended = stored.kpis.filter((entry) => endingOf(entry)?.why === 'end-year-in-title')
    expect(ended).toHaveLength(426)
    const labour = ended.filter(({ id }) => /^N039(?:2[789]|3[0126])$/.test(id))
    expect(
      Object.fromEntries(labour.map((old) => [old.id, successorsOf(old, stored.kpis).map(({ id }) => id)])),
    ).toEqual({
      N03927: ['N03942'],
      N03928: ['N03944'],
      N03929: ['N03945'],
      N03930: ['N03946'],
      N03931: ['N03943'],
      N03932: ['N03941'],
      N03936: ['N03942'],
    })
  })
})

describe('what an officer types', () => {
  test.each([
    ['N02201', 'N02201'],
    ['u07453', 'U07453'],
    ['företagsklimat', 'U07453'],
    ['foretagsklimat', 'U07453'],
    ['FÖRETAGSKLIMAT totalt', 'U07453'],
    ['förätagsklimatt', 'U07453'],
    ['företagskl', 'U07453'],
    ['insikt upphandling', 'U07459'],
    ['upphandling insikt', 'U07459'],
    ['arbetslöshet ungdomar', 'N03935'],
    ['arbetslösa utrikes födda', 'N02282'],
    ['nystartade företag', 'N01003'],
    ['nyföretagande', 'N01003'],
    ['dagbefolkning', 'N02201'],
    ['syselsatta', 'N02201'],
    ['konkurser', 'N00926'],
    ['bruttoregionprodukt', 'N03702'],
    ['flyttnetto', 'N01800'],
    ['inpendling', 'N02276'],
    ['folkmängd', 'N01951'],
    ['etablerade efter gymnasiet', 'N18612'],
  ])('%s', (typed, id) => {
    expect(idsFor(typed, 3)).toContain(id)
  })

  test('the beginning of an id finds all that begin so', () => {
    expect(idsFor('N0220')).toEqual(expect.arrayContaining(['N02201', 'N02202', 'N02203', 'N02204']))
  })

  test('what has ended is found, after what goes on', () => {
    const found = search('företagsklimat insikt totalt', 50)
    const [current, old] = ['U07453', 'U07451'].map((id) => found.findIndex(({ entry }) => entry.id === id))
    expect(current).toBe(0)
    expect(old).toBeGreaterThan(0)
    expect(found[old ?? -1]?.hasEnded).toBe(true)
  })

  test.each(['', '   ', 'och i av', 'xqzzyw', '(%)', 'constructor', '__proto__'])(
    '“%s” finds nothing',
    (typed) => {
      expect(idsFor(typed)).toEqual([])
    },
  )

  test('anything may be typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (typed) => {
        const found = search(typed, 5)
        expect(found.length).toBeLessThanOrEqual(5)
        expect(found.map(({ score }) => score)).toEqual(
          found.map(({ score }) => score).toSorted((a, b) => b - a),
        )
      }),
      { numRuns: 60 },
    )
  })

  test('every KPI is found by its own title', () => {
    const some = stored.kpis.filter((_, index) => index % 97 === 0)
    const lost = some.filter((entry) => !idsFor(entry.title, 10).includes(entry.id))
    expect(lost.map(({ id, title }) => `${id} ${title}`)).toEqual([])
  })
})
