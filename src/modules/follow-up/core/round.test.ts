import { describe, expect, it } from 'vitest'
import { RoundForm, whyNotOn } from './round.ts'

const good = { nameSv: ' Hösten 2026 ', nameEn: '', closesOn: '2026-12-11', questions: 'En?\r\n\n Två? \n' }

describe('the form that opens a round', () => {
  it('is one question a line', () => {
    expect(RoundForm.parse({ ...good, questions: 'En?\n\n Två? \n' })).toEqual({
      name: { sv: 'Hösten 2026', en: '' },
      closesOn: '2026-12-11',
      questions: ['En?', 'Två?'],
    })
  })

  it.each([
    [{ nameSv: '' }, 'nameSv', 'name-missing'],
    [{ nameSv: 'x'.repeat(121) }, 'nameSv', 'name-too-long'],
    [{ closesOn: '' }, 'closesOn', 'day-invalid'],
    [{ closesOn: '2026-02-30' }, 'closesOn', 'day-invalid'],
    [
      { questions: Array.from({ length: 11 }, (_, at) => `${at}?`).join('\n') },
      'questions',
      'too-many-questions',
    ],
    [{ questions: 'x'.repeat(301) }, 'questions', 'question-too-long'],
  ])('with %j says so at the field', (wrong, field, reason) => {
    const { error } = RoundForm.safeParse({ ...good, ...wrong })
    expect(error?.issues).toMatchObject([{ path: [field], message: reason }])
  })
})

describe('a last day', () => {
  it.each([
    ['2026-11-30', 'day-passed'],
    ['2026-12-01', null],
    ['2027-12-01', null],
    ['2027-12-02', 'day-too-far'],
  ])('of %s on 30 November 2026: %s', (day, why) => expect(whyNotOn(day, '2026-11-30')).toBe(why))
})
