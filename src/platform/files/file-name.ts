import { cleaned } from '../values/cleaned.ts'
import { storable } from '../values/storable.ts'
import type { FileKind } from './file-kind.ts'

const longestName = 100

/**
 * The name of a file that was sent, to keep it under: without folder, without what a database, a header or another
 * system would stumble over, and ending as its content does, whatever it claimed to be.
 */
export function fileNameOf(sent: string, kind: FileKind, unnamed: string): string {
  const plain = cleaned(storable(sent.slice(-1000)).replaceAll(/\p{Cc}/gu, ''))
    .replace(/^.*[/\\]/, '')
    .replaceAll(/[<>:"|?*]/g, '')
    .replace(/\.(?:jpe?g|heif|[a-z]{3,4}x?)$/i, '')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  return `${[...plain].slice(0, longestName).join('').trim() || unnamed}.${kind}`
}
