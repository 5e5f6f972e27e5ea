import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { turns } from './turns.ts'

test('work is done one after the other, until one has failed', async () => {
  const inTurn = turns()
  const done: string[] = []
  const work = async (name: string, fails = false) =>
    inTurn(async () => {
      done.push(`${name} begins`)
      await setTimeout(1)
      done.push(`${name} ends`)
      if (fails) throw new Error(name)
      return name
    })
  const outcomes = await Promise.allSettled([work('one'), work('two', true), work('three')])
  expect(outcomes).toEqual([
    { status: 'fulfilled', value: 'one' },
    { status: 'rejected', reason: new Error('two') },
    { status: 'rejected', reason: new Error('two') },
  ])
  expect(done).toEqual(['one begins', 'one ends', 'two begins', 'two ends'])
})
