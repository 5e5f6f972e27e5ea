import { expect, it } from 'vitest'
import { readInstance } from '../../../bench/seating/instance.ts'
import { score } from '../../../bench/seating/score.ts'
import { seatInThread } from './index.ts'

it('seats in a thread, tells of what it finds, and gives the best when it is told to stop', async () => {
  const { problem } = readInstance('ev2-typical80')
  let told = 0
  // It would take ten minutes if it did not hear.
  const thread = seatInThread(problem, {
    seed: 1,
    milliseconds: 600_000,
    onBetter: () => {
      told += 1
      thread.stop()
    },
  })
  const answer = await thread.answer
  if (!answer.ok) throw new Error('it can be seated')
  expect(told).toBeGreaterThan(0)
  expect(score(problem, answer.value.rounds).broken).toEqual({})
})
