import { writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { measureBytes } from './bytes.ts'
import { measureServing } from './serving.ts'
import { measureStart } from './start.ts'

/**
 * `npm run bench`: what it costs to serve and to start, as ratios where a ratio can be had. Absolute figures are of the
 * machine that ran it; the ratios are what may be compared.
 */
const sections = [await measureServing(), await measureStart(), await measureBytes()]
const heading = `# Measured by \`npm run bench\`

${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), the load generator on the same machine.
`
await writeFile(new URL('RESULTS.md', import.meta.url), [heading, ...sections].join('\n'))
console.log(sections.join('\n'))
