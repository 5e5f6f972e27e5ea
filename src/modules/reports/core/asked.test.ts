import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dayOf, endOfDay } from '#platform/values/dates.ts'
import { reportAsked } from './asked.ts'

const now = new Date('2026-11-24T09:00:00Z')
const round = {
  word: 'hosten-2026',
  title: { sv: 'Hösten 2026', en: '' },
  day: '2026-11-18',
  at: new Date('2026-11-18T14:00:00Z'),
}
const ask = (subject: string, file: string, since = '') => reportAsked({ subject, file, since }, now, [round])

describe('an address of a report', () => {
  test.each([
    ['2026-11-20', 'page'],
    ['2026-11-20.pdf', 'pdf'],
    ['2026-11-20.docx', 'docx'],
    ['2026-11-20.pptx', 'pptx'],
    ['2026-11-20.xlsx', 'xlsx'],
  ])('%s is a day and a form', (file, form) => {
    expect(ask('ale', file)).toEqual({
      slug: 'ale',
      form,
      occasion: { word: '2026-11-20', title: null, day: '2026-11-20', at: endOfDay('2026-11-20') },
      since: null,
    })
  })

  test('names the region in both languages, whichever is read', () => {
    expect(ask('regionen', '2026-11-20')).toMatchObject({ slug: null })
    expect(ask('region', '2026-11-20')).toMatchObject({ slug: null })
  })

  test('may name a round in place of a day, and is then of the moment when it was frozen', () => {
    expect(ask('ale', 'hosten-2026.pdf', '2026-10-01')).toMatchObject({ form: 'pdf', occasion: round })
    expect(ask('ale', 'hosten-2026', '2026-11-18')).toEqual({ wrong: 'since-not-earlier' })
    expect(ask('ale', 'hosten-2025')).toEqual({ wrong: 'no-day' })
  })

  test('of today holds what is known so far', () => {
    expect(ask('ale', '2026-11-24')).toMatchObject({ occasion: { at: null } })
  })

  test('may be compared with an earlier day', () => {
    expect(ask('ale', '2026-11-20', '2026-10-01')).toMatchObject({
      since: { day: '2026-10-01', at: endOfDay('2026-10-01') },
    })
  })

  test.each([
    ['2026-11-20.doc', '', 'no-form'],
    ['2026-11-20.page', '', 'no-form'],
    ['2026-11-20.pdf.exe', '', 'no-form'],
    ['igår', '', 'no-day'],
    ['2026-02-30.pdf', '', 'no-day'],
    ['2026-11-25', '', 'day-to-come'],
    ['2026-11-20', 'förut', 'no-since'],
    ['2026-11-20', '2026-11-20', 'since-not-earlier'],
    ['2026-11-20', '2026-11-21', 'since-not-earlier'],
  ])('%s compared with “%s” is refused: %s', (file, since, wrong) => {
    expect(ask('ale', file, since)).toEqual({ wrong })
  })

  test('is read or refused, whatever is written in it', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (subject, file, since) => {
        const asked = reportAsked({ subject, file, since }, now, [round])
        expect('wrong' in asked || asked.occasion.day <= dayOf(now)).toBe(true)
      }),
    )
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 400 }), (days) => {
        const day = addDays(dayOf(now), days)
        const asked = ask('ale', day)
        expect('wrong' in asked ? asked.wrong : asked.occasion.day).toBe(days > 0 ? 'day-to-come' : day)
      }),
    )
  })
})
