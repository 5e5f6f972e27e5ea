import { rm } from 'node:fs/promises'
import { brotliDecompressSync } from 'node:zlib'
import { request } from 'node:http'
import { newDataFolder, start, table } from './program.ts'

const pages = [
  '/',
  '/indikatorer',
  '/indikatorer/oppet-arbetslosa',
  '/insatser',
  '/kommuner/ale',
  '/programmet',
  '/om',
]

/** What a first visit to a page needs over the wire: the page, its styles and its script; the font apart. */
export async function measureBytes(): Promise<string> {
  const dataFolder = await newDataFolder()
  const program = await start([process.execPath, 'dist/server/main.js', 'start'], dataFolder)
  const rows: string[][] = []
  for (const path of pages) {
    const page = await fetchCompressed(program.origin, path)
    const html = brotliDecompressSync(page).toString()
    const assets = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+\.(?:css|js))"/g)].map(
      ([, address = '']) => address,
    )
    let others = 0
    for (const address of assets) others += (await fetchCompressed(program.origin, address)).length
    rows.push([
      path,
      kilobytes(html.length),
      kilobytes(page.length),
      kilobytes(others),
      kilobytes(page.length + others),
    ])
  }
  await program.stop()
  await rm(dataFolder, { recursive: true, force: true })
  return `Brotli, without the font (47 kB, kept by the browser for a year).

${table(['page', 'HTML', 'HTML compressed', 'styles and script', 'in all, compressed'], rows)}
`
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}

/** The bytes as they are sent; `fetch` would unpack them. */
async function fetchCompressed(origin: string, path: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    request(origin + path, { headers: { 'accept-encoding': 'br' } }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => resolve(Buffer.concat(chunks)))
    })
      .on('error', reject)
      .end()
  })
}
