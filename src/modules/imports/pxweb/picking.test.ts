import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseStructure } from './dataset.ts'
import { selectionFrom, withProposals, type Picked } from './picking.ts'
import { codesToAsk } from './places.ts'
import { tableFrom, type Table } from './table.ts'
import { recorded } from './testing/recorded-answers.ts'
import { mostShown, valuesShown } from './value-list.ts'

const table = tableOf('scb-v2-tab6471-metadata')

function tableOf(name: string): Table {
  const structure = parseStructure(recorded(name))
  if (!structure.ok) throw new Error(JSON.stringify(structure.refusal))
  return tableFrom('TAB6471', structure.value)
}

const enough: Picked = { part: 'month 12', 'v.Alder': 'is:TotSA' }

function picking(picked: Picked, of: Table = table) {
  return selectionFrom(of, withProposals(of, picked), 'SE')
}

function errorsOf(picked: Picked, of: Table = table): object {
  const chosen = picking(picked, of)
  return chosen.ok ? {} : chosen.refusal
}

/** The table with something else about one of its variables. */
function tableWith(code: string, changes: Partial<Table['variables'][number]>): Table {
  return {
    ...table,
    variables: table.variables.map((one) => (one.code === code ? { ...one, ...changes } : one)),
  }
}

describe('what is proposed', () => {
  test('roles, genders, and the value of a variable that has one', () => {
    expect(withProposals(table, {})).toEqual({
      place: 'Region',
      time: 'Tid',
      gender: 'Kon',
      all: 'is:TotSa',
      women: 'is:2',
      men: 'is:1',
      'v.Alder': '',
      'v.ContentsCode': 'is:000007SF',
    })
  })

  test('the total of women and men, and of what may be left out, by leaving out', () => {
    const kon = table.variables.find(({ code }) => code === 'Kon')?.values.slice(1) ?? []
    const withoutTotal = tableWith('Kon', { values: kon })
    expect(withProposals(withoutTotal, {})['all']).toBe('out')
    expect(withProposals(tableWith('Kon', { values: kon, mayBeLeftOut: false }), {})['all']).toBe('')
    expect(withProposals(table, { gender: '' })['v.Kon']).toBe('out')
  })

  test('the part of a year that there is no choice of', () => {
    const yearly = tableWith('Tid', { values: [{ code: '2024', label: '2024', notes: [], unit: null }] })
    expect(withProposals(yearly, {})['part']).toBe('year')
  })

  test('nothing over what somebody has said', () => {
    expect(withProposals(table, { ...enough, gender: '', women: 'is:x' })).toMatchObject({
      gender: '',
      women: 'is:x',
      ...enough,
    })
  })
})

describe('what was picked becomes a selection', () => {
  test('of all municipalities and the country', () => {
    const chosen = picking({ ...enough, from: '2025' })
    if (!chosen.ok) throw new Error(JSON.stringify(chosen.refusal))
    expect(chosen.value).toMatchObject({
      table: 'TAB6471',
      time: { variable: 'Tid', part: { unit: 'month', number: 12 }, fromYear: 2025 },
      gender: { variable: 'Kon', all: 'TotSa', women: '2', men: '1', allIsLeftOut: false },
      fixed: { Alder: 'TotSA', ContentsCode: '000007SF' },
      leftOut: [],
      codelists: {},
    })
    expect(chosen.value.region?.codes).toHaveLength(291)
    expect(chosen.value.region?.codes.slice(0, 2)).toEqual(['00', '0114'])
  })

  test('of counties where there are no municipalities, and of whatever another country has', () => {
    const values = ['00', '01', '14', 'SE23'].map((code) => ({ code }))
    expect(codesToAsk(values, 'SE')).toEqual(['00', '01', '14'])
    expect(codesToAsk([{ code: '0' }, { code: 'K-0301' }, { code: 'a b' }], 'NO')).toEqual(['0', 'K-0301'])
  })

  test('with a variable left out, and the total of genders by leaving out', () => {
    const chosen = picking({ ...enough, gender: '' })
    expect(chosen.ok && chosen.value).toMatchObject({ gender: null, leftOut: ['Kon'] })
    const total = picking({ ...enough, all: 'out' })
    expect(total.ok && total.value.gender).toMatchObject({ all: null, allIsLeftOut: true })
  })

  test.each<[string, Picked, object]>([
    ['nothing said', {}, { part: 'part-missing', 'v.Alder': 'value-missing' }],
    ['a variable that is not there', { ...enough, place: 'Hustyp' }, { place: 'variable-unknown' }],
    ['one variable twice', { ...enough, gender: 'Region' }, { gender: 'variable-twice' }],
    ['time as place', { ...enough, place: 'Tid' }, { place: 'variable-twice' }],
    ['no time', { ...enough, time: '' }, { time: 'time-missing' }],
    ['a part of the year that it does not count', { ...enough, part: 'quarter 4' }, { part: 'part-missing' }],
    ['a year that it does not have', { ...enough, from: '2031' }, { from: 'year-unknown' }],
    ['a year that is none', { ...enough, from: 'förra' }, { from: 'year-unknown' }],
    ['a value that is not there', { ...enough, 'v.Alder': 'is:999' }, { 'v.Alder': 'value-unknown' }],
    ['leaving out what may not be', { ...enough, 'v.Alder': 'out' }, { 'v.Alder': 'may-not-be-left-out' }],
    ['a strange gender', { ...enough, men: 'is:9' }, { men: 'value-unknown' }],
    ['no gender', { ...enough, all: '', women: '', men: '' }, { all: 'gender-missing' }],
    [
      'contents as places',
      { ...enough, place: 'ContentsCode', 'v.Region': 'out' },
      { place: 'places-unknown' },
    ],
    ['one place alone', { ...enough, place: '', 'v.Region': 'is:1480' }, { place: 'place-needed' }],
  ])('%s is told at its field', (_, picked, expected) => {
    expect(errorsOf(picked)).toEqual(expected)
  })

  test('the whole country, by its value or by leaving the place out', () => {
    expect(errorsOf({ ...enough, place: '', 'v.Region': 'is:00' })).toEqual({})
    expect(errorsOf({ ...enough, place: '', 'v.Region': 'out' })).toEqual({})
  })

  test('whatever stands in an address, it is a selection or errors at fields', () => {
    const names = fc.constantFrom(
      'place',
      'time',
      'gender',
      'all',
      'women',
      'part',
      'from',
      'v.Alder',
      'list.Alder',
    )
    const texts = fc.oneof(
      fc.string(),
      fc.constantFrom('Region', 'Tid', 'Kon', 'is:1', 'out', '', 'constructor'),
    )
    fc.assert(
      fc.property(fc.dictionary(names, texts), (picked) => {
        const chosen = picking(picked)
        expect(chosen.ok || Object.keys(chosen.refusal).length > 0).toBe(true)
      }),
    )
  })
})

describe('a long list of values', () => {
  const values = Array.from({ length: 2000 }, (_, at) => ({
    code: String(at),
    label: `Näring ${at}`,
    notes: [],
    unit: null,
  }))

  test('shows its first, and those that hold every word, in any order and case', () => {
    expect(valuesShown(values, '', null)).toMatchObject({ found: 2000, isLong: true })
    expect(valuesShown(values, '', null).shown).toHaveLength(mostShown)
    expect(valuesShown(values, ' 1999 NÄRING ', null).shown.map(({ code }) => code)).toEqual(['1999'])
    expect(valuesShown(values, 'finns inte', null)).toMatchObject({ found: 0, shown: [] })
  })

  test('always shows the chosen one', () => {
    expect(valuesShown(values, '17', '1234').shown[0]?.code).toBe('1234')
    expect(valuesShown(values, '', '3').shown.filter(({ code }) => code === '3')).toHaveLength(1)
  })
})
