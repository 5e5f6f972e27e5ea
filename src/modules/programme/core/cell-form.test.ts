import { describe, expect, it } from 'vitest'
import { CellForm } from './cell-form.ts'

const anna = '3f0c1a52-6a53-4a7d-9a35-5d8f7c0a1b11'
const bo = '3f0c1a52-6a53-4a7d-9a35-5d8f7c0a1b22'
const right = {
  status: 'delayed',
  text: 'Upphandlingen drar ut på tiden.',
  owner: anna,
  deputy: bo,
  milestone: 'Avtal undertecknat',
  milestoneOn: '2027-03-01',
  version: '3',
}

function errorsOf(typed: Readonly<Record<string, string>>): Record<string, string> {
  const parsed = CellForm.safeParse(typed)
  const issues = parsed.success ? [] : parsed.error.issues
  return Object.fromEntries(issues.map((issue) => [String(issue.path[0]), issue.message]))
}

it('reads what was typed', () => {
  expect(CellForm.parse({ ...right, text: '  Upphandlingen drar ut på tiden.\n' })).toEqual({
    ...right,
    version: 3,
  })
})

it('takes what is left empty as nothing', () => {
  const parsed = CellForm.parse({ status: 'planned', text: 'Snart.', version: '0' })
  expect(parsed).toEqual({
    status: 'planned',
    text: 'Snart.',
    owner: null,
    deputy: null,
    milestone: null,
    milestoneOn: null,
    version: 0,
  })
})

describe('what is wrong has a name and a field', () => {
  it.each<[string, Record<string, string>, Record<string, string>]>([
    ['no status', { status: '' }, { status: 'status-missing' }],
    ['a status that is none', { status: 'grön' }, { status: 'status-unknown' }],
    ['the standing that nobody may claim', { status: 'not-reported' }, { status: 'status-unknown' }],
    ['no text', { text: ' \n ' }, { text: 'text-missing' }],
    ['1,001 characters', { text: 'å'.repeat(1001) }, { text: 'text-too-long' }],
    ['an owner that is no id', { owner: "anna' or 1=1" }, { owner: 'person-unknown' }],
    ['the same deputy as owner', { deputy: anna }, { deputy: 'deputy-is-owner' }],
    ['a milestone without a day', { milestoneOn: '' }, { milestoneOn: 'day-missing' }],
    ['a day without a milestone', { milestone: '' }, { milestone: 'milestone-missing' }],
    ['a day that does not exist', { milestoneOn: '2026-02-30' }, { milestoneOn: 'day-invalid' }],
    ['a day that is no day', { milestoneOn: 'i morgon' }, { milestoneOn: 'day-invalid' }],
    ['a day before all years', { milestoneOn: '0000-01-01' }, { milestoneOn: 'day-invalid' }],
    ['a day of the last century', { milestoneOn: '1999-12-31' }, { milestoneOn: 'day-invalid' }],
    ['a day of the next century', { milestoneOn: '2101-01-01' }, { milestoneOn: 'day-invalid' }],
    ['a milestone of 201 characters', { milestone: 'x'.repeat(201) }, { milestone: 'milestone-too-long' }],
    ['no version', { version: 'x' }, { version: 'version-missing' }],
    ['a version below nothing', { version: '-1' }, { version: 'version-missing' }],
    ['a version beyond counting', { version: '1e99' }, { version: 'version-missing' }],
    [
      'all that at once',
      { status: '', text: '', deputy: anna, milestone: '', milestoneOn: '2026-02-30' },
      {
        status: 'status-missing',
        text: 'text-missing',
        deputy: 'deputy-is-owner',
        milestone: 'milestone-missing',
        milestoneOn: 'day-invalid',
      },
    ],
  ])('%s', (_name, typed, errors) => {
    expect(errorsOf({ ...right, ...typed })).toEqual(errors)
  })
})

it('counts characters as people do', () => {
  expect(errorsOf({ ...right, text: '🏭'.repeat(1000) })).toEqual({})
})

it.each(['2000-01-01', '2100-12-31'])('takes %s, the edge of what it takes', (milestoneOn) => {
  expect(errorsOf({ ...right, milestoneOn })).toEqual({})
})

it('takes the day that a leap year has', () => {
  expect(errorsOf({ ...right, milestoneOn: '2028-02-29' })).toEqual({})
})
