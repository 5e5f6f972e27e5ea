import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

/** What became of one application to give a programme. */
export interface YhOutcome {
  readonly municipalities: readonly string[]
  readonly area: string
  readonly name: string
  readonly provider: string
  readonly isGranted: boolean
  readonly places: number
}

export type YhOutcomes = () => Promise<readonly YhOutcome[]>

/** Opens `data/myh`; it is read when it is first asked for, and kept. */
export function openYhOutcomes(dataFolder: string): YhOutcomes {
  let reading: Promise<readonly YhOutcome[]> | undefined
  return async () => (reading ??= read(dataFolder))
}

async function read(dataFolder: string): Promise<readonly YhOutcome[]> {
  const text = await readFile(join(dataFolder, 'myh/yh-2024.csv'), 'utf8')
  const rows = parse<Record<string, string>>(text, { columns: true, skip_empty_lines: true })
  return rows.map(({ municipalities = '', area = '', name = '', provider = '', granted, places }) => ({
    municipalities: municipalities.split(' ').filter(Boolean),
    area,
    name,
    provider,
    isGranted: granted === 'ja',
    places: Number(places),
  }))
}
