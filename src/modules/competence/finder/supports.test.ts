import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parametersOn } from '../core/yearly.ts'
import { PlantedSupport } from '../core/planted.ts'
import { amountsOf } from './find.ts'
import { settingFor } from './setting.ts'
import { asked, Support, supportFaults, triedExamples } from './support.ts'

const folder = join(import.meta.dirname, '../../../../data/supports')
const municipalities = '1440 1489 1480 1401 1384 1482 1441 1462 1481 1402 1415 1419 1407'.split(' ')
const supports = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => {
    const { content, ...rest } = PlantedSupport.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')))
    return {
      ...rest,
      content: Support.parse(content),
      since: null,
      checkedOn: null,
      isCheckedByGiver: false,
      isReached: null,
    }
  })
const setting = settingFor(municipalities, '2026-11-24')

test('there are 25 supports, each known by its own word', () => {
  expect(new Set(supports.map(({ id }) => id)).size).toBe(25)
  const ids = new Set(supports.map(({ id }) => id))
  for (const { content } of supports)
    for (const other of [...content.combinesWith, ...content.conflictsWith]) expect(ids).toContain(other)
})

describe.each(supports)('$id', (support) => {
  test('has a rule without faults', () => {
    expect(supportFaults(support.content, setting)).toEqual([])
  })

  test('says of its examples what it should: at least a yes, a no and an unknown', () => {
    const tried = triedExamples(asked(support, setting).compiled, support.content.examples)
    expect(tried.map(({ answer }) => answer)).toEqual(tried.map(({ example }) => example.expect))
    expect(new Set(tried.map(({ answer }) => answer)).size).toBe(3)
  })
})

describe('omställningsstudiestöd follows the law (2022:856)', () => {
  const support = supports.find(({ id }) => id === 'omstallningsstudiestod')
  if (!support) throw new Error('no support')
  const amounts = (year: number, answers: Readonly<Record<string, number>>) =>
    amountsOf(support.content, answers, { ...setting, parameters: parametersOn(`${year}-06-01`) })
  const mostOf = (year: number, at: number, answers: Readonly<Record<string, number>>) =>
    amounts(year, answers)[at]?.span.most

  // CSN's own figures for 2024 and 2025; that of 2026 follows from the year's income base amount.
  test.each([
    [2024, 5275],
    [2025, 5580],
    [2026, 5773],
  ])('the grant of %i is at most %i kronor a week', (year, most) => {
    expect(mostOf(year, 0, { pace: 100 })).toBe(most)
    expect(mostOf(year, 0, { pace: 100, income: 900_000 })).toBe(most)
  })

  test('in a year whose amounts are not known nothing is said of them, and no fault is found', () => {
    const later = { ...setting, parameters: parametersOn('2027-01-01') }
    const said = amountsOf(support.content, { pace: 100, income: 312_000 }, later)
    expect(said.map(({ unit }) => unit)).toEqual(['weeks'])
    expect(supportFaults(support.content, later)).toEqual([])
  })

  test('a part of full support is its share of it, and less than 20 per cent is none', () => {
    const shares = { 100: 5773, 80: 4330, 60: 3464, 50: 2886, 45: 2309, 20: 1154, 19: 0 }
    for (const [pace, kronor] of Object.entries(shares))
      expect(mostOf(2026, 0, { pace: Number(pace), income: 600_000 })).toBe(kronor)
  })

  test('below the ceiling it is 80 per cent of the income', () => {
    expect(mostOf(2026, 0, { pace: 100, income: 312_000 })).toBe(4800)
  })

  test('the loan is 63 per cent of what is left, never above its share of the price base amount', () => {
    expect(mostOf(2026, 1, { pace: 100, income: 312_000 })).toBe(756)
    expect(mostOf(2026, 1, { pace: 100, income: 900_000 })).toBe(Math.floor(0.0598 * 59_200))
    expect(mostOf(2026, 1, { pace: 50, income: 900_000 })).toBe(Math.floor(0.03 * 59_200))
  })

  test.each([
    [100, 44],
    [75, 58],
    [60, 73],
    [50, 88],
    [40, 110],
    [20, 220],
  ])('at a pace of %i per cent it lasts for at most %i weeks', (pace, weeks) => {
    expect(mostOf(2026, 2, { pace })).toBe(weeks)
  })
})
