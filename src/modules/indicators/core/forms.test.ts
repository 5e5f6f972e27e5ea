import { describe, expect, it } from 'vitest'
import { anIndicator } from './testing.ts'
import { decidedIn, IndicatorForm, typedOf } from './forms.ts'
import { mayEditIndicators } from './policy.ts'
import { isLeanedOn, unsuitable, weighsAnother, type Other } from './suitability.ts'

describe('the indicator form', () => {
  const why = { sv: 'därför', en: 'because' }
  it.each([
    anIndicator({ headline: 3, standIn: 'kin', nextPublication: '2027-01-19' }),
    anIndicator({ regionRule: { kind: 'weighted-mean', weight: 'people' }, decimals: 0, unit: 'persons' }),
    anIndicator({ regionRule: { kind: 'none', why }, direction: 'none' }),
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
  ])('wants what the rule %s needs', (rule, field, problem) => {
    const parsed = IndicatorForm.safeParse({ ...typed, rule })
    expect(parsed.error?.issues.map((issue) => [issue.path[0], issue.message])).toContainEqual([
      field,
      problem,
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
