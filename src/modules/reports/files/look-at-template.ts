import { strFromU8, unzipSync, type Unzipped } from 'fflate'
import { largestTemplate, placesProblem, type TemplateProblem } from '../core/template.ts'

/** What the parts of a template unpack to at most, in bytes: what promises more is no letterhead. */
const largestUnpacked = 60 * 1024 * 1024
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
/** Parts of a document in which places are looked for. */
const written = /^word\/(?:document|header\d*|footer\d*)\.xml$/

/** Looks at a file that somebody wants to have reports in; null where nothing is wrong with it. */
export function templateProblem(bytes: Uint8Array): TemplateProblem | null {
  if (bytes.length === 0) return { kind: 'file-missing' }
  if (bytes.length > largestTemplate) return { kind: 'too-large' }
  const parts = partsOf(bytes)
  if (parts === 'too-large') return { kind: 'too-large' }
  const textOf = (name: string) => strFromU8(parts?.[name] ?? new Uint8Array())
  if (!parts) return { kind: 'not-word' }
  const types = textOf('[Content_Types].xml')
  if (/macroEnabled|vbaProject/i.test(types) || Object.keys(parts).some((name) => /vbaProject/i.test(name)))
    return { kind: 'has-macros' }
  if (!types.includes(wordType) || !parts['word/document.xml']) return { kind: 'not-word' }
  if (Object.keys(parts).some((name) => name.endsWith('.rels') && reachesOut(textOf(name))))
    return { kind: 'reaches-out' }
  return placesProblem(
    Object.keys(parts)
      .filter((name) => written.test(name))
      .flatMap((name) => placesIn(textOf(name))),
  )
}

/** The parts that say what the file is; null for what is no package at all. */
function partsOf(bytes: Uint8Array): Unzipped | 'too-large' | null {
  let unpacked = 0
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        unpacked += originalSize
        return unpacked <= largestUnpacked && /\.(?:xml|rels)$|vbaProject/i.test(name)
      },
    })
    return unpacked > largestUnpacked ? 'too-large' : parts
  } catch {
    return null
  }
}

/** Whether a part is fetched from somewhere when the file is opened. A link that a reader presses is none of that. */
function reachesOut(relations: string): boolean {
  return [...relations.matchAll(/<Relationship\b[^>]*>/g)].some(
    ([relation]) => relation.includes('TargetMode="External"') && !/\/hyperlink"/.test(relation),
  )
}

/** The places that are written in a part. Word may have parted one into many runs of text. */
function placesIn(xml: string): readonly string[] {
  return xml
    .split('</w:p>')
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t\b[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
    )
    .flatMap((text) => [...text.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)].map(([, place = '']) => place))
}
