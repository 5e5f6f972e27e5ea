import { describe, expect, it } from 'vitest'
import { TargetForm } from './target-form.ts'

const typed = {
  place: '1440',
  year: '2030',
  value: '2,5',
  decidedBy: 'kommunfullmäktige',
  decidedOn: '2026-03-24',
  url: 'https://example.org/beslut',
}

function problemsIn(said: Readonly<Record<string, string>>) {
  const parsed = TargetForm.safeParse({ ...typed, ...said })
  return parsed.error?.issues.map((issue) => [issue.path[0], issue.message])
}

describe('the form of a target', () => {
  it('is what was decided, where, by whom and when', () => {
    expect(TargetForm.parse(typed)).toEqual({ ...typed, year: 2030, value: 2.5 })
  })

  it('is for the region where no place is named, and may lack an address', () => {
    expect(TargetForm.parse({ ...typed, place: '', url: '' })).toMatchObject({ place: null, url: null })
  })

  it.each([
    ['2,5', 2.5],
    ['2.5', 2.5],
    ['1 120 000', 1_120_000],
    ['1\u00a0120\u00a0000', 1_120_000],
    ['–3', -3],
    ['−0,25', -0.25],
    ['-3', -3],
    ['0', 0],
  ])('takes the number %j', (value, number) => {
    expect(TargetForm.parse({ ...typed, value }).value).toBe(number)
  })

  it.each(['', 'två', '1,2,3', '1.000.000', 'NaN', 'Infinity', '1e9', '2 %', '9'.repeat(13)])(
    'takes no %j for a value',
    (value) => {
      expect(problemsIn({ value })).toEqual([['value', 'target-value-invalid']])
    },
  )

  it.each([
    ['year', '', 'target-year-invalid'],
    ['year', '1066', 'target-year-invalid'],
    ['year', '2025', 'target-year-passed'],
    ['decidedBy', ' ', 'decided-by-missing'],
    ['decidedBy', 'x'.repeat(201), 'text-too-long'],
    ['decidedOn', '24 mars', 'day-invalid'],
    ['decidedOn', '2026-02-30', 'day-invalid'],
    ['url', 'file:///etc/hosts', 'url-invalid'],
    ['url', 'mailto:kommunen@example.org', 'url-invalid'],
    ['url', 'beslutet', 'url-invalid'],
  ])('says of %s %j: %s', (field, value, problem) => {
    expect(problemsIn({ [field]: value })).toContainEqual([field, problem])
  })

  it('names every field of an empty form that must be filled in', () => {
    const parsed = TargetForm.safeParse({})
    const fields = new Set(parsed.error?.issues.map((issue) => issue.path[0]))
    expect([...fields]).toEqual(['year', 'value', 'decidedBy', 'decidedOn'])
  })
})
