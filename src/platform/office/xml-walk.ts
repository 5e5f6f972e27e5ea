import { Parser } from 'saxen'
import { storable } from '../values/storable.ts'

/** What is met on the way through a document. Names come without their prefix: who wrote the file chose it. */
export interface XmlVisitor {
  readonly opened?: (name: string, attributes: ReadonlyMap<string, string>) => void
  readonly closed?: (name: string) => void
  readonly text?: (text: string) => void
  /** Asked at every element; true ends the walk. */
  readonly isEnough?: () => boolean
}

/** Walks through the bytes of an XML document; false when they are none. Entities of its own are never resolved. */
export function walkXml(bytes: Uint8Array, visitor: XmlVisitor): boolean {
  const xml = xmlText(bytes)
  if (xml === null) return false
  let isSound = true
  const parser = new Parser()
  parser.on('error', () => {
    isSound = false
    parser.stop()
  })
  parser.on('openTag', (name, attributes, decode) => {
    visitor.opened?.(localName(name), named(attributes(), decode))
    if (visitor.isEnough?.() === true) parser.stop()
  })
  parser.on('closeTag', (name) => visitor.closed?.(localName(name)))
  parser.on('text', (text, decode) => visitor.text?.(storable(decode(text))))
  parser.on('cdata', (text) => visitor.text?.(text))
  parser.parse(xml)
  return isSound
}

function xmlText(bytes: Uint8Array): string | null {
  const [first, second] = bytes
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  const encoding = isWide ? (first === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

function named(
  attributes: Record<string, string> | false,
  decode: (text: string) => string,
): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(attributes || {}).map(([name, value]) => [localName(name), storable(decode(value))]),
  )
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
