import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const notOurs = new Set(['node_modules', 'dist', '.git', '.samsyn', 'coverage'])

/** The paths of all files of the project, whatever they hold. */
export function filesUnder(root: string, folder = ''): readonly string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true }).filter(
    ({ name }) => !notOurs.has(name),
  )
  return entries.flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) return filesUnder(root, path)
    return entry.isFile() ? [path] : []
  })
}

/** The numbers of the lines that something is true of. */
export function linesThat(text: string, isSo: (line: string) => boolean): readonly number[] {
  return text.split('\n').flatMap((line, index) => (isSo(line) ? [index + 1] : []))
}

/** A line without its comment: it may speak of what the code must not do. */
export function codeOf(line: string): string {
  return line.replace(/^\s*(?:\/?\*|\/\/).*|\s\/\/ .*/, '')
}
