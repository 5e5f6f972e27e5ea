import { expect, test } from 'vitest'
import { organisationNumberIn } from './organisation-number.ts'

test.each(['556703-7485', '5567037485', '165567037485', ' 556703 7485 '])('%s is a company’s', (typed) => {
  expect(organisationNumberIn(typed)).toEqual({ digits: '5567037485', isSoleTrader: false })
})

// The tax agency's own test numbers.
const [born, last] = ['121212', '1212']
test.each([`${born}-${last}`, `19${born}-${last}`, `${born}+${last}`])('%s is a sole trader’s', (typed) => {
  expect(organisationNumberIn(typed)).toEqual({ digits: `${born}${last}`, isSoleTrader: true })
})

test.each([
  ['a wrong check digit', '556703-7486'],
  ['too few digits', '55670374'],
  ['letters', 'ABCDEF-GHIJ'],
  ['nothing', ''],
  ['a day that is none', `991399-${last}`],
  ['far too much', '5'.repeat(10_000)],
])('%s is none', (_, typed) => {
  expect(organisationNumberIn(typed)).toBeNull()
})
