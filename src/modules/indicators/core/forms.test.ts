import { describe, expect, it } from 'vitest'
import { anIndicator } from './testing.ts'
import { decidedIn, IndicatorForm, typedOf } from './forms.ts'
import { mayEditIndicators } from './policy.ts'
import { isLeanedOn, unsuitable, weighsAnother, type Other } from './suitability.ts'

const row = (number: number, from: string, sv = 'Ny källa', en = 'New source') => ({
  [`breakFrom-${number}`]: from,
  [`breakSv-${number}`]: sv,
  [`breakEn-${number}`]: en,
})

describe('the indicator form', () => {
  const why = { sv: 'därför', en: 'because' }
  it.each([
    anIndicator({ headline: 3, standIn: 'kin', nextPublication: '2027-01-19' }),
    anIndicator({ regionRule: { kind: 'weighted-mean', weight: 'people' }, decimals: 0, unit: 'persons' }),
    anIndicator({ regionRule: { kind: 'none', why }, direction: 'none' }),
    anIndicator({ regionRule: { kind: 'median' } }),
    anIndicator({ regionRule: { kind: 'group', group: 'G96190' } }),
    anIndicator({ unit: 'count', fewest: 5 }),
    anIndicator({
      breaks: [
        { from: 2011, text: { sv: 'Ny ålder', en: 'New ages' } },
        { from: 2023, text: { sv: 'Ny källa', en: 'New source' } },
      ],
    }),
  ])('parses what it shows back to the same indicator', (indicator) => {
    expect(IndicatorForm.parse(typedOf(indicator))).toEqual(decidedIn(indicator))
  })

  const typed = typedOf(anIndicator())
  it.each([
    ['nameSv', ' ', 'name-missing'],
    ['definitionEn', '', 'definition-missing'],
    ['methodSv', 'x'.repeat(3001), 'text-too-long'],
    ['unit', 'litres', 'unit-missing'],
    ['decimals', '5', 'decimals-invalid'],
    ['decimals', '1,5', 'decimals-invalid'],
    ['direction', '', 'direction-missing'],
    ['rule', '', 'rule-missing'],
    ['fewest', '1', 'fewest-invalid'],
    ['fewest', '101', 'fewest-invalid'],
    ['fewest', 'fem', 'fewest-invalid'],
    ['headline', '0', 'headline-invalid'],
    ['headline', 'ett', 'headline-invalid'],
    ['nextPublication', '19/1', 'day-invalid'],
    ['nextPublication', '2027-02-30', 'day-invalid'],
    ['nextPublication', '0000-01-01', 'day-invalid'],
    ['nextPublication', '1999-12-31', 'day-invalid'],
    ['nextPublication', '2101-01-01', 'day-invalid'],
  ])('refuses %s written as %j', (field, value, problem) => {
    const parsed = IndicatorForm.safeParse({ ...typed, [field]: value })
    expect(parsed.error?.issues.map((issue) => [issue.path[0], issue.message])).toContainEqual([
      field,
      problem,
    ])
  })

  it.each(['', '2000-01-01', '2100-12-31'])('takes %j for the next publication', (nextPublication) => {
    expect(IndicatorForm.parse({ ...typed, nextPublication }).nextPublication).toBe(nextPublication || null)
  })

  it.each([
    ['weighted-mean', 'weight', 'weight-missing'],
    ['none', 'whySv', 'why-missing'],
    ['group', 'group', 'group-invalid'],
  ])('wants what the rule %s needs', (rule, field, problem) => {
    const parsed = IndicatorForm.safeParse({ ...typed, rule })
    expect(parsed.error?.issues.map((issue) => [issue.path[0], issue.message])).toContainEqual([
      field,
      problem,
    ])
  })

  it('withholds small numbers only where something is counted', () => {
    const parsed = IndicatorForm.safeParse({ ...typed, unit: 'percent', fewest: '5' })
    expect(parsed.error?.issues.map((issue) => [issue.path[0], issue.message])).toEqual([
      ['fewest', 'fewest-not-people'],
    ])
    expect(IndicatorForm.parse({ ...typed, unit: 'persons', fewest: '5' }).fewest).toBe(5)
  })

  it('reads the breaks by year, whichever row they stand in; an emptied row is taken away', () => {
    const rows = { ...row(1, '2023'), ...row(2, '', ' ', ''), ...row(7, '2011', 'Ny ålder', 'New ages') }
    expect(IndicatorForm.parse({ ...typed, ...rows }).breaks).toEqual([
      { from: 2011, text: { sv: 'Ny ålder', en: 'New ages' } },
      { from: 2023, text: { sv: 'Ny källa', en: 'New source' } },
    ])
  })

  it.each([
    [row(1, 'i fjol'), ['breakFrom-1', 'break-year-invalid']],
    [row(1, '1899'), ['breakFrom-1', 'break-year-invalid']],
    [row(3, '', 'Bara text', ''), ['breakFrom-3', 'break-year-invalid'], ['breakEn-3', 'break-text-missing']],
    [row(2, '2023', '', 'New source'), ['breakSv-2', 'break-text-missing']],
    [row(2, '2023', 'x'.repeat(501)), ['breakSv-2', 'text-too-long']],
    [{ ...row(1, '2023'), ...row(2, '2023') }, ['breakFrom-2', 'break-year-twice']],
  ])('refuses the breaks %j: %j', (rows, ...problems) => {
    const parsed = IndicatorForm.safeParse({ ...typed, ...rows })
    expect(parsed.error?.issues.map((issue) => [issue.path[0], issue.message])).toEqual(problems)
  })

  it.each(['', '96190', 'G96', 'G96190x', 'g96190', '1480'])('takes no %j for a group', (group) => {
    const parsed = IndicatorForm.safeParse({ ...typed, rule: 'group', group })
    expect(parsed.error?.issues.map((issue) => [issue.path[0], issue.message])).toEqual([
      ['group', 'group-invalid'],
    ])
  })

  it('names every field of an empty form that must be filled in', () => {
    const parsed = IndicatorForm.safeParse({})
    expect(parsed.error?.issues.map((issue) => issue.path[0])).toEqual([
      'nameSv',
      'nameEn',
      'definitionSv',
      'definitionEn',
      'unit',
      'decimals',
      'direction',
      'rule',
    ])
  })
})

const other = (said: Partial<Other> & { id: string }): Other => ({ ...anIndicator(), ...said })

describe('an indicator among the others', () => {
  const others = [
    other({ id: 'people', unit: 'persons' }),
    other({ id: 'rate', unit: 'percent', headline: 2 }),
    other({ id: 'old', unit: 'persons', headline: 3, retiredAt: new Date(0) }),
  ]
  it.each([
    [{ headline: 1 }, null],
    [{ headline: 2 }, 'headline-taken'],
    [{ headline: 3 }, null],
    [{ regionRule: { kind: 'weighted-mean', weight: 'people' } }, null],
    [{ regionRule: { kind: 'weighted-mean', weight: 'rate' } }, 'weight-not-a-count'],
    [{ regionRule: { kind: 'weighted-mean', weight: 'gone' } }, 'weight-unknown'],
    [{ regionRule: { kind: 'weighted-mean', weight: 'old' } }, 'weight-unknown'],
    [{ standIn: 'rate' }, null],
    [{ standIn: 'old' }, 'stand-in-unknown'],
    [{ standIn: 'gone' }, 'stand-in-unknown'],
  ] as const)('with %j: %s', (said, problem) => {
    expect(unsuitable(anIndicator(said), others)).toBe(problem)
  })

  it('is leaned on by those it weighs or stands in for, unless they are retired', () => {
    const regionRule = { kind: 'weighted-mean', weight: 'people' } as const
    expect(isLeanedOn('people', [other({ id: 'x', regionRule })])).toBe(true)
    expect(isLeanedOn('people', [other({ id: 'x', standIn: 'people' })])).toBe(true)
    expect(weighsAnother('people', [other({ id: 'x', standIn: 'people' })])).toBe(false)
    expect(isLeanedOn('people', [other({ id: 'x', regionRule, retiredAt: new Date(0) })])).toBe(false)
    expect(isLeanedOn('people', others)).toBe(false)
  })
})

const person = (...roles: readonly ('officer' | 'leader' | 'coordinator' | 'partner' | 'operator')[]) => ({
  personId: 'p',
  name: 'n',
  grants: roles.map((role) => ({ role, municipality: null })),
})

describe('who may edit indicators', () => {
  it.each([
    [null, false],
    [person(), false],
    [person('officer'), false],
    [person('leader'), false],
    [person('partner'), false],
    [person('operator'), false],
    [person('officer', 'coordinator'), true],
  ])('%j: %s', (actor, may) => {
    expect(mayEditIndicators(actor)).toBe(may)
  })
})
