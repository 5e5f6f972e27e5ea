import { describe, expect, it } from 'vitest'
import type { CellGrid } from '#modules/programme'
import { pastedRows } from '#platform/office/pasted-rows.ts'
import { pastedWords } from '../pages/pasted-words.ts'
import { readPasted } from './pasted.ts'

const municipality = { code: '1440', slug: 'ale', name: 'Ale' }
const interventions = [
  {
    id: 'fortbilda',
    number: 1,
    name: { sv: 'Fortbilda anställda', en: 'Train employees' },
    isRetired: false,
  },
  { id: 'mark', number: 12, name: { sv: 'Ha mark redo', en: '' }, isRetired: false },
]
const column: CellGrid = {
  municipalities: [municipality],
  interventions,
  entries: interventions.map((intervention) => ({ intervention, municipality, cell: null })),
}
const named = [
  ['on-plan', 'Enligt plan', 'On plan'],
  ['delayed', 'Försenad', 'Delayed'],
  ['stuck', 'Sitter fast', 'Stuck'],
  ['done', 'Genomförd', 'Done'],
] as const
const words = pastedWords(
  named.map(([id, sv, en]) => ({ id, name: { sv, en }, text: { sv: '', en: '' }, retiredAt: null })),
)
const read = (text: string) => readPasted(pastedRows(text), column, words)

describe('a table copied from a spreadsheet', () => {
  it('is read by its headings, in whichever order they stand', () => {
    expect(read('Läget\tStatus\tInsats\nKlart i maj\tEnligt plan\tHa mark redo')).toEqual({
      fields: { 'text-mark': 'Klart i maj', 'status-mark': 'on-plan' },
      problems: [],
    })
  })

  it('is read by place where it has no headings', () => {
    expect(read('1\tFortbilda anställda\tförsenad\tVäntar\tBeslut\t2027-01-20').fields).toEqual({
      'status-fortbilda': 'delayed',
      'text-fortbilda': 'Väntar',
      'milestone-fortbilda': 'Beslut',
      'milestoneOn-fortbilda': '2027-01-20',
    })
  })

  it('knows numbers with and without a full stop, and both languages’ words', () => {
    expect(read('12.\t\tStuck\tX').fields).toMatchObject({ 'status-mark': 'stuck' })
    expect(read('\ttrain employees\tDone\tX').fields).toMatchObject({ 'status-fortbilda': 'done' })
  })

  it('keeps line breaks and quotes within a cell', () => {
    expect(read('1\t\tEnligt plan\t"Två rader:\nden ""andra"""').fields['text-fortbilda']).toBe(
      'Två rader:\nden "andra"',
    )
  })

  it('leaves what stands where a cell is empty', () => {
    expect(read('1\t\t\tBara text').fields).toEqual({ 'text-fortbilda': 'Bara text' })
  })

  it.each([
    ['99\t\tEnligt plan\tX', { line: 1, problem: 'intervention-unknown', value: '99' }],
    ['\tOkänd insats\tEnligt plan\tX', { line: 1, problem: 'intervention-unknown', value: 'Okänd insats' }],
    ['1\t\tPågår\tX', { line: 1, problem: 'status-unknown', value: 'Pågår' }],
    ['1\t\tEnligt plan\tX\n\n1\t\tFörsenad\tY', { line: 3, problem: 'twice', value: '1' }],
  ])('says what in %j it does not understand', (text, problem) => {
    expect(read(text).problems).toContainEqual(problem)
  })

  it.each(['', '\t\t\t', '"', '"aldrig stängt\t1', '=1+1', '1;Fortbilda', '\u0000'])(
    'takes %j without a fuss',
    (text) => {
      expect(() => read(text)).not.toThrow()
    },
  )
})
