import { execFileSync } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { firstCellOfAle, OfficerByHand } from './officer-by-hand.ts'
import { ended, newDataFolder, refusedStart, startBuiltProgram, type RunningProgram } from './program.ts'

/** Every process of the program, the database's included. */
function processesOf(program: RunningProgram): number[] {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid=']).toString().trim().split('\n')
  const parents = rows.map((row) => row.trim().split(/\s+/).map(Number) as [number, number])
  const family = [program.process.pid ?? 0]
  for (let index = 0; index < family.length; index += 1) {
    family.push(...parents.filter(([, parent]) => parent === family[index]).map(([pid]) => pid))
  }
  return family
}

test('killed in the middle of writing, it starts cleanly with everything it had acknowledged', async () => {
  const dataFolder = await newDataFolder()
  try {
    const first = await startBuiltProgram({ dataFolder })
    const path = await firstCellOfAle(first.origin)
    const officer = new OfficerByHand(first.origin)
    await officer.signIn('naringslivsansvarig.ale@example.org')

    let acknowledged = ''
    let isKilled = false
    const writing = (async () => {
      for (let word = 1; !isKilled; word += 1) {
        const text = `Ord nummer ${word}`
        if ((await officer.say(path, text)) === 303) acknowledged = text
      }
    })().catch(() => undefined)
    while (acknowledged === '' || Number(acknowledged.split(' ').at(-1)) < 5)
      await new Promise((resolve) => setTimeout(resolve, 20))

    await ended(first.process, () => {
      isKilled = true
      for (const pid of processesOf(first)) process.kill(pid, 'SIGKILL')
    })
    await writing

    const second = await startBuiltProgram({ dataFolder })
    const page = await (await fetch(`${second.origin}${path}`)).text()
    const kept = Number(/Ord nummer (\d+)/.exec(page)?.[1])
    // One word more may have been stored and killed before it was acknowledged.
    expect(kept).toBeGreaterThanOrEqual(Number(acknowledged.split(' ').at(-1)))
    await second.stop()
  } finally {
    await rm(dataFolder, { recursive: true, force: true })
  }
})

test('a second start on the same data, and one on a taken port, are refused in a sentence and harm nothing', async () => {
  const running = await startBuiltProgram()
  const second = await refusedStart(['--data', running.dataFolder, '--port', '0'])
  expect(second.code).toBe(1)
  expect(second.said).toContain(`already runs on the data folder`)
  expect(second.said).toContain(running.origin)

  const otherFolder = await newDataFolder()
  const port = new URL(running.origin).port
  const taken = await refusedStart(['--data', otherFolder, '--port', port])
  expect(taken.code).toBe(1)
  expect(taken.said).toContain(`Port ${port} is taken`)
  await rm(otherFolder, { recursive: true, force: true })

  expect((await fetch(`${running.origin}/readyz`)).status).toBe(200)
  await running.stop()
})

test('what cannot be understood on the command line is answered with how it is used', async () => {
  const refused = await refusedStart(['--prot', '3000'])
  expect(refused.code).toBe(1)
  expect(refused.said).toContain('--port 3000')
})
