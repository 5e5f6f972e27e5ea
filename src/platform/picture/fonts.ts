import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The family that pictures are set in. */
export const pictureFamily = 'Schibsted Grotesk'

// Built into the program, so that a picture needs no file beside it. See fonts/README.md for licence and making.
const fonts = import.meta.glob<string>('./fonts/*.ttf', { query: '?inline', import: 'default', eager: true })

/**
 * Lends the fonts as files, since the library that draws reads nothing else. For the time of one picture: a folder that
 * stands for weeks is cleaned away by the system, and then every text would be missing.
 */
export async function withFontFiles<Result>(
  use: (files: readonly string[]) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'samsyn-fonts-'))
  try {
    const files = await Promise.all(
      Object.entries(fonts).map(async ([path, address]) => {
        const file = join(folder, path.replace(/^.*\//, ''))
        await writeFile(file, bytesIn(address))
        return file
      }),
    )
    return await use(files)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The fonts as bytes, for what reads them so. */
export function fontBytes(): readonly Uint8Array[] {
  return Object.values(fonts).map(bytesIn)
}

function bytesIn(address: string): Buffer {
  return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64')
}
