import { describe, expect, test } from 'vitest'
import { addDays } from '#platform/values/dates.ts'
import { occasionOn, SettleForm } from './promise.ts'
import { agoOf, visitsAround, type CompanyVisit } from './visit.ts'
import { VisitForm } from './visit-form.ts'

const today = '2026-11-24'

const visit = (id: string, state: CompanyVisit['state'], days: number): CompanyVisit => ({
  id,
  company: { id: 'c', name: 'C' },
  municipality: '1440',
  on: addDays(today, days),
  state,
  person: null,
  isShared: false,
  isExample: false,
})

describe('who was at a company', () => {
  test('is told for 90 days back, and as far ahead as is planned', () => {
    const { been, coming } = visitsAround(
      [
        visit('old', 'done', -91),
        visit('lately', 'done', -90),
        visit('last', 'done', 0),
        visit('next', 'planned', 3),
        visit('later', 'planned', 300),
        visit('missed', 'planned', -1),
        visit('off', 'cancelled', 2),
      ],
      today,
    )
    expect(been.map(({ id }) => id)).toEqual(['last', 'lately'])
    expect(coming.map(({ id }) => id)).toEqual(['next', 'later'])
  })

  test.each([
    [0, 'days', 0],
    [1, 'days', 1],
    [13, 'days', 13],
    [14, 'weeks', 2],
    [21, 'weeks', 3],
    [89, 'weeks', 13],
  ])('%d days ago is said as %s: %d', (days, unit, count) => {
    expect(agoOf(addDays(today, -days), today)).toEqual({ unit, count })
  })
})

describe('a promise is told of', () => {
  test.each([
    ['before the working day before', '2026-11-23', '2026-11-25', null],
    ['on the working day before', '2026-11-24', '2026-11-25', 'before'],
    ['on its day, should the letter be late', '2026-11-25', '2026-11-25', 'before'],
    ['on the day after', '2026-11-26', '2026-11-25', 'after'],
    ['on the Friday before a Monday', '2026-11-27', '2026-11-30', 'before'],
    ['on no day off', '2026-11-28', '2026-11-30', null],
    ['on the Monday after a Friday', '2026-11-30', '2026-11-27', 'after'],
    ['on no day off after it', '2026-11-28', '2026-11-27', null],
  ])('%s', (_, day, dueOn, occasion) => {
    expect(occasionOn(day, dueOn)).toBe(occasion)
  })

  test('as not kept only with a reason', () => {
    expect(SettleForm.safeParse({ outcome: 'kept' }).success).toBe(true)
    expect(SettleForm.safeParse({ outcome: 'not-kept', because: ' ' }).success).toBe(false)
    expect(SettleForm.safeParse({}).success).toBe(false)
  })
})

describe('the form of a visit', () => {
  const typed = { municipality: '1440', on: today, said: 'x' }
  const wrong = (said: Readonly<Record<string, string>>) => {
    const { error } = VisitForm.safeParse({ ...typed, ...said })
    return error?.issues.map(({ path, message }) => `${String(path[0])}: ${message}`) ?? []
  }

  test('needs a day and what was said, and nothing else', () => {
    expect(wrong({})).toEqual([])
    expect(wrong({ on: '', said: ' ' })).toEqual(['on: day-missing', 'said: said-missing'])
  })

  test.each([
    [{ 'promise-1': 'x' }, 'promiseOn-1: due-missing'],
    [{ 'promiseOn-2': today }, 'promise-2: promise-missing'],
    [{ 'promise-1': 'x', 'promiseOn-1': '2026-02-30' }, 'promiseOn-1: day-invalid'],
    [{ 'promise-3': 'x', 'promiseOn-3': addDays(today, -1) }, 'promiseOn-3: due-before-visit'],
    [{ contactPhone: '1' }, 'contactName: contact-name-missing'],
    [{ contactName: 'x', contactAgreed: 'on' }, 'contactEmail: email-for-asking'],
    [{ contactName: 'x', contactEmail: 'nowhere' }, 'contactEmail: email-invalid'],
    [{ said: 'x'.repeat(8001) }, 'said: text-too-long'],
  ])('%j is told at its field', (said, problem) => {
    expect(wrong(said)).toEqual([problem])
  })

  test('promises nothing where only an owner stands', () => {
    expect(VisitForm.parse({ ...typed, 'promiseOwner-1': 'somebody' }).promises).toEqual([])
  })
})
