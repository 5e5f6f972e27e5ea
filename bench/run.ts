import { readFile, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { measureBytes } from './bytes.ts'
import { measureMatrix } from './matrix.ts'
import { measureNeeds } from './needs.ts'
import { measureReports } from './reports.ts'
import { measureRules } from './rules/measure.ts'
import { measureSeating } from './seating/measure.ts'
import { measureServing } from './serving.ts'
import { measureStart } from './start.ts'
import { measureVoice } from './voice.ts'
import { measureStatistics } from './statistics/measure.ts'
import { measureVoiceInbox } from './voice-inbox.ts'

/**
 * `npm run bench`: what it costs to serve, to start and to keep figures, as ratios where a ratio can be had. Absolute
 * figures are of the machine that ran it; the ratios are what may be compared. `npm run bench -- statistics` measures one
 * part and leaves the others as they were; `--share 0.02` tries a part of the figures out, and writes nothing down. `--golfers FOLDER` is where good-enough-golfers lies, to be measured beside ours, and
 * `--peers FOLDER` where rule engines are installed.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { share: { type: 'string' }, golfers: { type: 'string' }, peers: { type: 'string' } },
})
const share = values.share === undefined ? 1 : Number(values.share)
if (!(share > 0 && share <= 1)) throw new Error('--share is a number above 0, at most 1')

const parts = {
  serving: { heading: '## Serving', measure: measureServing },
  start: { heading: '## Starting', measure: measureStart },
  bytes: { heading: '## Bytes of a first visit', measure: measureBytes },
  matrix: { heading: '## The matrix', measure: measureMatrix },
  reports: { heading: '## Reports', measure: measureReports },
  'voice-inbox': { heading: '## The inbox and similar matters', measure: measureVoiceInbox },
  needs: { heading: '## Needs, added up', measure: measureNeeds },
  voice: { heading: '## The voice', measure: measureVoice },
  rules: { heading: '## Rules and the finder', measure: async () => measureRules(values.peers) },
  seating: { heading: '## Seating', measure: async () => measureSeating(values.golfers) },
  statistics: { heading: "## Figures at Kolada's size", measure: async () => measureStatistics(share) },
}
const unknown = positionals.find((name) => !(name in parts))
if (unknown !== undefined)
  throw new Error(`There is no part ${unknown}, only ${Object.keys(parts).join(', ')}`)

const results = new URL('RESULTS.md', import.meta.url)
const before = new Map(
  (await readFile(results, 'utf8')).split(/^(?=## )/m).map((text) => [text.split('\n', 1)[0], text.trim()]),
)
const machine = `*${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), the load on the same machine.*`
const sections: string[] = []
for (const [name, { heading, measure }] of Object.entries(parts)) {
  const isAsked = positionals.length === 0 || positionals.includes(name)
  const section = isAsked ? `${heading}\n\n${machine}\n\n${(await measure()).trim()}` : before.get(heading)
  if (section !== undefined) sections.push(section)
  if (isAsked) console.log(section)
}
if (share === 1) await writeFile(results, `${['# Measured by `npm run bench`', ...sections].join('\n\n')}\n`)
