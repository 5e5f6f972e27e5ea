import { rm } from 'node:fs/promises'
import { median, newDataFolder, start, table } from './program.ts'

/** From the command to the page: on an empty data folder, and the next time. */
export async function measureStart(): Promise<string> {
  const cold: number[] = []
  const warm: number[] = []
  for (let round = 0; round < 3; round += 1) {
    const dataFolder = await newDataFolder()
    for (const times of [cold, warm]) {
      const program = await start(['npm', 'start', '--silent', '--'], dataFolder)
      const page = performance.now()
      await (await fetch(program.origin)).text()
      times.push(program.took + performance.now() - page)
      await program.stop()
    }
    await rm(dataFolder, { recursive: true, force: true })
  }
  return `\`npm start\` until the overview has been answered, everything installed and built, median of 3.

${table(
  ['start', 'seconds'],
  [
    ['cold: new data folder, database made, region loaded', (median(cold) / 1000).toFixed(1)],
    ['warm: the next start', (median(warm) / 1000).toFixed(1)],
  ],
)}
`
}
