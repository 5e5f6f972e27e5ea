import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CellForm, CellGrid } from '#modules/programme'
import { readSheet, sheetFields, sheetOf, unchangedForms, writtenOfWithdrawn, type ReadRow } from './sheet.ts'

type Cell = NonNullable<CellGrid['entries'][number]['cell']>

const cell: Cell = {
  status: 'delayed',
  text: 'Väntar på beslut.',
  owner: { id: 'anna', name: 'Anna' },
  deputy: { id: 'bo', name: 'Bo' },
  milestone: { text: 'Beslut', on: '2027-01-20' },
  isExample: false,
  version: 4,
  saidAt: new Date('2026-11-01T09:00:00Z'),
  saidBy: null,
  handedOver: null,
}

/** Ale's column: intervention `a` as it is given, and `b` of which nothing has been said. */
function aColumn(a: Cell | null): CellGrid {
  const municipality = { code: '1440', slug: 'ale', name: 'Ale' }
  const interventions = ['a', 'b'].map((id, at) => ({
    id,
    number: at + 1,
    name: { sv: id, en: '' },
    isRetired: false,
  }))
  return {
    municipalities: [municipality],
    interventions,
    entries: interventions.map((intervention) => ({
      intervention,
      municipality,
      cell: intervention.id === 'a' ? a : null,
    })),
  }
}

/** Reads a row as the programme's schema would, as far as the sheet minds. */
const readRow: ReadRow = ({ status, text = '', version }) =>
  status === 'on-plan' || status === 'delayed'
    ? { ok: true, form: { ...({} as CellForm), status, text, version: Number(version) } }
    : { ok: false, errors: { status: 'status-missing' } }

describe('the sheet before anybody has typed', () => {
  it('holds what the municipality has said', () => {
    expect(sheetOf(aColumn(cell), ['Ja'])).toMatchObject({
      'status-a': 'delayed',
      'text-a': 'Väntar på beslut.',
      'milestone-a': 'Beslut',
      'milestoneOn-a': '2027-01-20',
      'owner-a': 'anna',
      'deputy-a': 'bo',
      'version-a': '4',
      'status-b': '',
      'version-b': '0',
      'answer-1': 'Ja',
    })
  })

  it('holds nothing of an example but its version: it is nobody’s word', () => {
    expect(sheetOf(aColumn({ ...cell, isExample: true }), [])).toMatchObject({
      'status-a': '',
      'text-a': '',
      'owner-a': '',
      'version-a': '4',
    })
  })
})

const long = (length: number) => readSheet({ 'answer-1': '🌲'.repeat(length) }, aColumn(null), ['?'], readRow)

describe('reading a sheet', () => {
  it('passes over what nobody has ever spoken of and nobody speaks of now', () => {
    const read = readSheet(sheetOf(aColumn(cell), []), aColumn(cell), [], readRow)
    expect(read.ok && [...read.forms.keys()]).toEqual(['a'])
  })

  it('passes over an example that is left alone', () => {
    const column = aColumn({ ...cell, isExample: true })
    const read = readSheet(sheetOf(column, []), column, [], readRow)
    expect(read.ok && read.forms.size).toBe(0)
  })

  it('does not let a word be emptied', () => {
    const typed = {
      ...sheetOf(aColumn(cell), []),
      'status-a': '',
      'text-a': '',
      'milestone-a': '',
      'milestoneOn-a': '',
    }
    expect(readSheet(typed, aColumn(cell), [], readRow)).toEqual({
      ok: false,
      errors: { 'status-a': 'status-missing' },
    })
  })

  it('asks for the rest of a row that is begun', () => {
    const typed = { ...sheetOf(aColumn(null), []), 'text-b': 'Något' }
    expect(readSheet(typed, aColumn(null), [], readRow)).toEqual({
      ok: false,
      errors: { 'status-b': 'status-missing' },
    })
  })

  it('counts an answer’s characters as a person does', () => {
    expect(long(2000).ok).toBe(true)
    expect(long(2001)).toEqual({ ok: false, errors: { 'answer-1': 'answer-too-long' } })
  })

  it('whatever is sent is read or told of, and a draft keeps the sheet’s fields alone', () => {
    const field = fc.constantFrom(
      'status-a',
      'text-b',
      'version-a',
      'answer-1',
      'answer-2',
      'do',
      '__proto__',
      'x',
    )
    fc.assert(
      fc.property(fc.dictionary(field, fc.string()), (typed) => {
        const read = readSheet(typed, aColumn(cell), ['?'], readRow)
        expect(read.ok ? read.answers : Object.keys(read.errors)).not.toHaveLength(0)
        for (const name of Object.keys(sheetFields(typed, aColumn(cell), ['?'], []))) {
          expect(name).toMatch(/^(\w+-[ab]|answer-1)$/)
          expect(sheetFields(typed, aColumn(cell), ['?'], [])[name]).toBe(typed[name])
        }
      }),
    )
  })
})

describe('an intervention that was withdrawn meanwhile', () => {
  const withdrawn = [{ id: 'c', number: 3, name: { sv: 'c', en: '' } }]

  it('keeps what was written of it, in the draft and to be told', () => {
    const typed = { 'text-c': ' Redan skrivet ', 'text-d': 'Okänd' }
    expect(sheetFields(typed, aColumn(cell), [], withdrawn)).toEqual({ 'text-c': ' Redan skrivet ' })
    expect(writtenOfWithdrawn(typed, withdrawn)).toEqual([
      { intervention: withdrawn[0], text: 'Redan skrivet' },
    ])
  })

  it('is no matter where nothing was written', () => {
    expect(writtenOfWithdrawn({ 'text-c': ' ' }, withdrawn)).toEqual([])
  })
})

describe('nothing has changed', () => {
  it('says the municipality’s own words again, without those who have left', () => {
    expect(unchangedForms(aColumn(cell), new Set(['bo']))).toEqual(
      new Map([
        [
          'a',
          {
            status: 'delayed',
            text: 'Väntar på beslut.',
            owner: null,
            deputy: 'bo',
            milestone: 'Beslut',
            milestoneOn: '2027-01-20',
            version: 4,
          },
        ],
      ]),
    )
  })

  it('never makes an example the municipality’s own', () => {
    expect(unchangedForms(aColumn({ ...cell, isExample: true }), new Set())).toEqual(new Map())
  })
})
