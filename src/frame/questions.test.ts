import { expect, test } from 'vitest'
import { questionsIn } from './questions.ts'

test.each([
  ['/', ''],
  ['/?utm_source=brev', ''],
  ['/?x=1&indikator=folkmangd', '?indikator=folkmangd'],
  ['/?kommun=ale&ar=2023', '?ar=2023&kommun=ale'],
  ['/?ar=2023&kommun=ale', '?ar=2023&kommun=ale'],
  ['/?indikator=%22%3E%3Cscript%3E', '?indikator=%22%3E%3Cscript%3E'],
])('%s asks %s', (address, asked) => {
  expect(questionsIn(new URL(address, 'http://samsyn.test'))).toBe(asked)
})
