import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chooseMunicipalities, type MunicipalityChoice } from './municipalities.ts'

const swedish = [
  { code: '0305', name: 'Håbo', county: 'Uppsala län' },
  { code: '0643', name: 'Habo', county: 'Jönköpings län' },
  { code: '1440', name: 'Ale', county: 'Västra Götalands län' },
  { code: '1860', name: 'Laxå', county: 'Örebro län' },
]

const choose = (picked: string[], written: string) => chooseMunicipalities(new Set(picked), written, swedish)
const chosenIn = (choice: MunicipalityChoice) => (choice.ok ? choice.municipalities : [])
const problemsIn = (choice: MunicipalityChoice) => (choice.ok ? [] : choice.problems)
const lines = (count: number) => Array.from({ length: count }, (_, index) => `${index}; K${index}`).join('\n')

describe('choosing municipalities', () => {
  test('ticked ones come in Swedish order, with county and addresses of their own', () => {
    expect(chosenIn(choose(['0305', '0643', '1440'], ''))).toEqual([
      { code: '1440', slug: 'ale', name: 'Ale', county: 'Västra Götalands län' },
      { code: '0643', slug: 'habo', name: 'Habo', county: 'Jönköpings län' },
      { code: '0305', slug: 'habo-2', name: 'Håbo', county: 'Uppsala län' },
    ])
  })

  test('one is enough', () => {
    expect(chosenIn(choose(['1440'], ''))).toHaveLength(1)
    expect(chosenIn(choose([], '1; Ø'))).toEqual([{ code: '1', slug: 'o', name: 'Ø', county: null }])
  })

  test('a code that no municipality has is not a tick', () => {
    expect(problemsIn(choose(['9999', '__proto__'], ''))).toEqual([{ reason: 'none-chosen' }])
  })

  test('written ones may have a tab for a semicolon, and empty lines between them', () => {
    const written = '\n101; København \n\n 147\tFrederiksberg\r\n  \n'
    expect(chosenIn(choose([], written)).map(({ code, name }) => [code, name])).toEqual([
      ['147', 'Frederiksberg'],
      ['101', 'København'],
    ])
  })

  test('the name is all that follows the first separator', () => {
    expect(chosenIn(choose([], '1; A; B'))).toMatchObject([{ code: '1', name: 'A; B' }])
  })

  test('ticked and written together make one network', () => {
    expect(chosenIn(choose(['1440'], '101;København')).map(({ county }) => county)).toEqual([
      'Västra Götalands län',
      null,
    ])
  })

  test('a Swedish one that is written out is known as Swedish', () => {
    expect(chosenIn(choose([], '1440; ALE'))).toMatchObject([{ name: 'Ale', county: 'Västra Götalands län' }])
  })

  test('a code of another country that is also a Swedish one stays abroad', () => {
    expect(chosenIn(choose([], '1860; Vestvågøy'))).toMatchObject([{ name: 'Vestvågøy', county: null }])
  })
})

describe('what is wrong with a choice', () => {
  test('nothing chosen', () => {
    expect(problemsIn(choose([], ' \n\t\n'))).toEqual([{ reason: 'none-chosen' }])
  })

  test.each([
    ['1; A\n2', { reason: 'row-name-missing', line: 2, what: '2' }],
    ['1; A\n\n2;  ', { reason: 'row-name-missing', line: 3, what: '2' }],
    ['København', { reason: 'row-name-missing', line: 1, what: 'København' }],
    ['; København', { reason: 'row-code-missing', line: 1, what: 'København' }],
    ['1; A\n1; B', { reason: 'row-code-twice', line: 2, what: 'B' }],
    ['a1; A\nA1; B', { reason: 'row-code-twice', line: 2, what: 'B' }],
    ['1; Aarhus\n2; AARHUS', { reason: 'row-name-twice', line: 2, what: 'AARHUS' }],
    ['1440; Ale', { reason: 'row-code-twice', line: 1, what: 'Ale' }],
    ['1; ale', { reason: 'row-name-twice', line: 1, what: 'ale' }],
    [`${'1'.repeat(21)}; A`, { reason: 'row-too-long', line: 1, what: 'A' }],
    [`1; ${'a'.repeat(81)}`, { reason: 'row-too-long', line: 1, what: `${'a'.repeat(40)}…` }],
    ['1; \u202e\u200b', { reason: 'row-name-missing', line: 1, what: '\u200b' }],
  ])('%j is told by its line', (written, problem) => {
    expect(problemsIn(choose(['1440'], written))).toEqual([problem])
  })

  test('every faulty line is told, up to ten', () => {
    const problems = problemsIn(choose([], Array.from({ length: 13 }, (_, index) => `${index}`).join('\n')))
    expect(problems).toHaveLength(11)
    expect(problems[9]).toEqual({ reason: 'row-name-missing', line: 10, what: '9' })
    expect(problems[10]).toEqual({ reason: 'more-rows', count: 3 })
  })

  test('five hundred are the most, ticked and written taken together', () => {
    expect(chosenIn(choose([], lines(500)))).toHaveLength(500)
    expect(problemsIn(choose([], lines(501)))).toEqual([{ reason: 'too-many' }])
    expect(problemsIn(choose(['1440'], lines(500)))).toEqual([{ reason: 'too-many' }])
    expect(problemsIn(choose([], lines(10_000)))).toEqual([{ reason: 'too-many' }])
  })

  test('whatever is written, what comes out fits the database', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (written) => {
        for (const { code, slug, name } of chosenIn(choose(['1440', '0305'], written))) {
          expect(code).not.toBe('')
          expect(name).not.toMatch(/\p{Cc}/u)
          expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
        }
      }),
    )
  })
})
