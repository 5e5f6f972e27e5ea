import type { Design } from './answers.ts'
import { loadDuckDb } from './duckdb.ts'
import { beginAll, loadOurs } from './load-ours.ts'
import { Memory } from './memory.ts'
import { loadNaive } from './naive.ts'
import { narrowDesign } from './narrow.ts'
import { fromCubes, fromDatabase, fromKept, fromKeptWithin } from './ours.ts'
import { drawQuestions, measureDesign } from './questions.ts'
import { sectionOf, type MeasuredDesign } from './section.ts'
import { koladaShape } from './shape.ts'
import { setStage } from './stage.ts'
import { bytesOf, checkSeconds, copyRate, kpiYearTimes } from './writing.ts'

/** What the indicators' figures are asked and how they are written, at the size of Kolada or at a share of it. */
export async function measureStatistics(share = 1): Promise<string> {
  const stage = await setStage()
  try {
    const shape = koladaShape(share)
    const numbers = await beginAll(stage, shape)
    console.error('Recording the figures takes some minutes')
    const loaded = await loadOurs(stage, shape, numbers)
    await stage.owner.query('vacuum analyze')

    const memory = new Memory(shape)
    const questions = drawQuestions(shape)
    const designs: MeasuredDesign[] = []
    const measure = async (design: Design, bytes: number | null) => {
      const times = await measureDesign(design, memory, questions)
      designs.push({ name: design.name, bytes, times })
      console.error(`Measured: ${design.name}`)
    }
    const figures = await bytesOf(stage, 'figure')
    const derived = (await bytesOf(stage, 'cube')) + (await bytesOf(stage, 'standing'))
    await measure(fromDatabase(stage, numbers), figures + derived)
    await measure(fromKept(stage, numbers), null)
    await stage.asVisitor(async (tx) => measure(fromKeptWithin(tx, numbers), null))
    await measure(await fromCubes(stage, numbers, questions), null)
    await measure(memory, memory.bytes)
    await measure(narrowDesign(stage, numbers), figures)
    const duck = await loadDuckDb(stage.folder, shape)
    await measure(duck, duck.bytes)
    duck.close()
    const naive = await loadNaive(stage, shape)
    await measure(naive, await bytesOf(stage, 'naive'))
    await stage.owner.query('drop table naive')

    return sectionOf({
      shape,
      loaded,
      designs,
      derived,
      copied: await copyRate(stage),
      kpiYear: await kpiYearTimes(stage, shape, numbers),
      checked: await checkSeconds(stage),
    })
  } finally {
    await stage.stop()
  }
}
