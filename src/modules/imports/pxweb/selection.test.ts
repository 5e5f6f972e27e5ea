import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseStructure } from './dataset.ts'
import { knownOffices } from './offices.ts'
import { partName, periodOf } from './period.ts'
import { codesAtLevels, countryPlace, placeOf } from './places.ts'
import { partsOfYear, proposeGenders, proposeRoles } from './roles.ts'
import { queriesFor, seriesKey, type Selection } from './selection.ts'
import { tableFrom, withCodelist, type Table, type Variable } from './table.ts'
import { recorded } from './testing/recorded-answers.ts'

const table = tableOf('scb-v2-tab6471-metadata', 'TAB6471')

function tableOf(name: string, id: string): Table {
  const structure = parseStructure(recorded(name))
  if (!structure.ok) throw new Error(JSON.stringify(structure.refusal))
  return tableFrom(id, structure.value)
}

const december: Selection = {
  table: 'TAB6471',
  region: { variable: 'Region', codes: ['1480', '1384'] },
  time: { variable: 'Tid', part: { unit: 'month', number: 12 }, fromYear: null },
  gender: { variable: 'Kon', all: 'TotSa', women: '2', men: '1', allIsLeftOut: false },
  fixed: { Alder: '10', ContentsCode: '000007SF' },
  leftOut: [],
  codelists: {},
}

function problemsOf(changes: Partial<Selection>): readonly object[] {
  const queries = queriesFor(table, { ...december, ...changes }, 'SE')
  return queries.ok ? [] : queries.refusal
}

const variable = (changes: Partial<Variable>): Variable => ({
  code: 'X',
  label: 'x',
  role: null,
  values: [],
  mayBeLeftOut: false,
  codelists: [],
  codelist: null,
  notes: [],
  ...changes,
})
const values = (...codes: readonly string[]): Variable['values'] =>
  codes.map((code) => ({ code, label: code, notes: [], unit: null }))
const labelled = (labels: Readonly<Record<string, string>>): Variable['values'] =>
  Object.entries(labels).map(([code, label]) => ({ code, label, notes: [], unit: null }))
const rolesOf = (...variables: readonly Variable[]) => proposeRoles({ ...table, variables })

describe('proposing what a variable is', () => {
  test("from the office's own word, else from the name, else from the values", () => {
    expect(proposeRoles(table)).toEqual({
      region: 'Region',
      time: 'Tid',
      gender: 'Kon',
      contents: 'ContentsCode',
    })
    expect(
      rolesOf(
        variable({
          code: 'alue_23_20260101',
          label: 'Alue 2026',
          role: 'geo',
          values: values('SSS', 'KU091'),
        }),
        variable({ code: 'sukupuoli', label: 'Sukupuoli', values: labelled({ 1: 'Miehet', 2: 'Naiset' }) }),
        variable({ code: 'contentscode', label: 'Tiedot', values: values('vaesto') }),
        variable({ code: 'timeperiod_y', label: 'Vuosi', values: values('2024', '2025') }),
      ),
    ).toEqual({
      region: 'alue_23_20260101',
      time: 'timeperiod_y',
      gender: 'sukupuoli',
      contents: 'contentscode',
    })
    expect(
      rolesOf(
        variable({ code: 'A', values: values('2020', '2021') }),
        variable({ code: 'B', values: values('00', '14', '1480') }),
      ),
    ).toMatchObject({ time: 'A', region: 'B' })
  })

  test('ages and industries are no regions', () => {
    const ages = variable({
      code: 'age',
      values: values(...Array.from({ length: 60 }, (_, at) => String(at + 15))),
    })
    expect(rolesOf(ages)).toEqual({ region: null, time: null, gender: null, contents: null })
  })

  test.each([
    [
      { 1: 'män', 2: 'kvinnor' },
      { all: null, women: '2', men: '1' },
    ],
    [
      { TotSa: 'totalt, samtliga män och kvinnor', 1: 'män', 2: 'kvinnor' },
      { all: 'TotSa', women: '2', men: '1' },
    ],
    [
      { 0: 'Both sexes', 1: 'Males', 2: 'Females' },
      { all: '0', women: '2', men: '1' },
    ],
    [
      { 0: 'Begge kjønn', 1: 'Menn', 2: 'Kvinner' },
      { all: '0', women: '2', men: '1' },
    ],
    [
      { T: 'I alt', M: 'Mænd', K: 'Kvinder' },
      { all: 'T', women: 'K', men: 'M' },
    ],
  ])('genders of %j', (labels, expected) => {
    expect(proposeGenders(variable({ values: labelled(labels) }))).toEqual(expected)
  })

  test('which parts of a year a table counts in, and for how many years', () => {
    const time = table.variables.find(({ code }) => code === 'Tid')
    if (!time) throw new Error('no time')
    const parts = partsOfYear(time)
    expect(parts).toHaveLength(12)
    expect(parts[0]).toEqual({ part: { unit: 'month', number: 1 }, years: 2 })
    expect(parts.at(-1)).toEqual({ part: { unit: 'month', number: 12 }, years: 1 })
  })
})

describe('what was chosen becomes a question', () => {
  test('in the order of the table, with the periods that stand for the year', () => {
    expect(queriesFor(table, december, 'SE')).toEqual({
      ok: true,
      value: [
        {
          table: 'TAB6471',
          variables: [
            { code: 'Region', values: ['1480', '1384'] },
            { code: 'Alder', values: ['10'] },
            { code: 'Kon', values: ['TotSa', '2', '1'] },
            { code: 'ContentsCode', values: ['000007SF'] },
            { code: 'Tid', values: ['2025M12'] },
          ],
        },
      ],
    })
  })

  test('a total by leaving out is a question of its own', () => {
    const gender = { variable: 'Kon', all: null, women: '2', men: null, allIsLeftOut: true }
    const queries = queriesFor(table, { ...december, gender }, 'SE')
    expect(queries.ok && queries.value.map(({ variables }) => variables.map(({ code }) => code))).toEqual([
      ['Region', 'Alder', 'Kon', 'ContentsCode', 'Tid'],
      ['Region', 'Alder', 'ContentsCode', 'Tid'],
    ])
    const only = queriesFor(table, { ...december, gender: { ...gender, women: null } }, 'SE')
    expect(only.ok && only.value).toHaveLength(1)
  })

  test('variables left out are not asked for, where the office allows it', () => {
    const queries = queriesFor(table, { ...december, gender: null, leftOut: ['Kon'] }, 'SE')
    expect(queries.ok && queries.value[0]?.variables.map(({ code }) => code)).not.toContain('Kon')
    expect(problemsOf({ fixed: { ContentsCode: '000007SF' }, leftOut: ['Alder'] })).toEqual([
      { problem: 'may-not-be-left-out', variable: 'Alder' },
    ])
  })

  test.each<[string, Partial<Selection>, readonly object[]]>([
    [
      'a variable without a choice',
      { fixed: { Alder: '10' } },
      [{ problem: 'several-series', variable: 'ContentsCode' }],
    ],
    [
      'a variable the table does not have',
      { fixed: { ...december.fixed, Hustyp: 'x' } },
      [{ problem: 'unknown-variable', variable: 'Hustyp' }],
    ],
    [
      'a value the variable does not have',
      { fixed: { ...december.fixed, Alder: '999' } },
      [{ problem: 'unknown-value', variable: 'Alder', value: '999' }],
    ],
    ['a variable chosen twice', { leftOut: ['Kon'] }, [{ problem: 'chosen-twice', variable: 'Kon' }]],
    [
      'no region',
      { region: { variable: 'Region', codes: [] } },
      [{ problem: 'nothing-chosen', variable: 'Region' }],
    ],
    [
      'a region that is not there',
      { region: { variable: 'Region', codes: ['SE23'] } },
      [
        { problem: 'unknown-value', variable: 'Region', value: 'SE23' },
        { problem: 'unknown-place', variable: 'Region', value: 'SE23' },
      ],
    ],
    [
      'no gender',
      { gender: { variable: 'Kon', all: null, women: null, men: null, allIsLeftOut: false } },
      [{ problem: 'nothing-chosen', variable: 'Kon' }],
    ],
    [
      'the total twice',
      { gender: { variable: 'Kon', all: 'TotSa', women: null, men: null, allIsLeftOut: true } },
      [{ problem: 'chosen-twice', variable: 'Kon' }],
    ],
    [
      'a month table read as years',
      { time: { variable: 'Tid', part: null, fromYear: null } },
      [
        {
          problem: 'two-periods-in-one-year',
          variable: 'Tid',
          year: 2025,
          periods: Array.from({ length: 12 }, (_, at) => `2025M${String(at + 1).padStart(2, '0')}`),
        },
      ],
    ],
    [
      'a period the table does not count in',
      { time: { variable: 'Tid', part: { unit: 'quarter', number: 4 }, fromYear: null } },
      [{ problem: 'no-such-period', variable: 'Tid', part: 'quarter 4' }],
    ],
    [
      'a code list that is not shown',
      { codelists: { Alder: 'vs_x' } },
      [{ problem: 'other-codelist', variable: 'Alder' }],
    ],
  ])('%s', (_, changes, expected) => {
    expect(problemsOf(changes)).toEqual(expected)
  })

  test('a code list goes into the question', () => {
    const tens = {
      id: 'vs_10',
      label: '10',
      kind: 'valueset' as const,
      values: [{ code: '0-9', label: '0-9', of: [] }],
    }
    const coded = { ...december, fixed: { ...december.fixed, Alder: '0-9' }, codelists: { Alder: 'vs_10' } }
    const queries = queriesFor(withCodelist(table, 'Alder', tens), coded, 'SE')
    expect(queries.ok && queries.value[0]?.variables[1]).toEqual({
      code: 'Alder',
      values: ['0-9'],
      codelist: 'vs_10',
    })
  })
})

const key = (changes: Partial<Selection> = {}) => seriesKey({ id: 'scb' }, { ...december, ...changes })

describe('the key of a series', () => {
  test('is what it was, and short', () => {
    expect(key()).toBe('pxweb:scb:TAB6471:4a0ff8f3c2')
  })

  test('is one word, whatever the table is called', () => {
    expect(key({ table: 'ssd/Födda och döda/T 1' })).toMatch(
      /^pxweb:scb:ssd\/F%C3%B6dda%20och%20d%C3%B6da\/T%201:\w{10}$/,
    )
  })

  test('does not change with places, years, genders or the order of things', () => {
    expect(key({ region: { variable: 'Region', codes: ['0114'] } })).toBe(key())
    expect(key({ time: { ...december.time, fromYear: 2020 } })).toBe(key())
    expect(key({ gender: null })).toBe(key())
    expect(key({ fixed: { ContentsCode: '000007SF', Alder: '10' } })).toBe(key())
  })

  test('changes with what the figures mean', () => {
    const others = [
      key({ fixed: { ...december.fixed, Alder: '11' } }),
      key({ time: { ...december.time, part: { unit: 'month', number: 6 } } }),
      key({ fixed: { ContentsCode: '000007SF' }, leftOut: ['Alder'] }),
      key({ codelists: { Alder: 'vs_10' } }),
      key({ table: 'TAB1' }),
    ]
    expect(new Set([key(), ...others]).size).toBe(6)
  })
})

const read = (code: string, label = code) => {
  const period = periodOf({ code, label })
  return period && `${period.year} ${partName(period.part)}${period.isPreliminary ? ' preliminary' : ''}`
}

describe('periods', () => {
  test.each([
    ['2024', '2024 year'],
    ['2024*', '2024 year preliminary'],
    ['2024M01', '2024 month 1'],
    ['2024K4', '2024 quarter 4'],
    ['2024Q4', '2024 quarter 4'],
    ['2024U52', '2024 week 52'],
    ['2024H2', '2024 half 2'],
    ['2024T3', '2024 third 3'],
    ['2024M13', null],
    ['2024M00', null],
    ['2023-2024', null],
    ['2023/24', null],
    ['50', null],
    ['1384', null],
  ])('%s is %s', (code, expected) => {
    expect(read(code)).toBe(expected)
  })

  test('a number in place of a year is read from its label', () => {
    expect(read('36', '2026')).toBe('2026 year')
    expect(read('2025', '2025*')).toBe('2025 year preliminary')
  })

  test('whatever is written, a year and a part within it come out, or nothing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const period = periodOf({ code: text, label: text })
        expect(period === null || (period.year >= 1900 && period.year < 2200)).toBe(true)
      }),
    )
  })
})

describe('places', () => {
  test.each([
    ['00', 'SE', '0000'],
    ['14', 'SE', '0014'],
    ['1480', 'SE', '1480'],
    ['SE23', 'SE', null],
    ['148001', 'SE', null],
    ['0301', 'NO', 'NO-0301'],
    ['KU091', 'FI', 'FI-KU091'],
    ['a b', 'FI', null],
  ])('%s in %s is %s', (code, country, expected) => {
    expect(placeOf(code, country)).toBe(expected)
  })

  test('of a whole country, and by level', () => {
    expect(countryPlace('SE')).toBe('0000')
    expect(countryPlace('NO')).toBe('NO')
    const regions = table.variables[0]?.values ?? []
    expect(codesAtLevels(regions, ['municipality'])).toHaveLength(290)
    expect(codesAtLevels(regions, ['country', 'county'])).toHaveLength(22)
  })
})

describe('the offices known from the start', () => {
  test('each has an id of its own and an address that its version needs', () => {
    expect(new Set(knownOffices.map(({ id }) => id)).size).toBe(knownOffices.length)
    for (const { base, api, id } of knownOffices) {
      expect(id).toMatch(/^[a-z]+$/)
      expect(base).toMatch(api === 2 ? /^https:\/\/.+\/v2$/ : /^https:\/\/.+\/api\/v1\/[a-z]{2}$/)
    }
  })
})
