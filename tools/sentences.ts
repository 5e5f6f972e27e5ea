import { parseSync } from 'vite'

/** Attributes whose text a person reads or hears. */
const spoken = new Set(['title', 'label', 'alt', 'placeholder', 'hint', 'lead', 'caption', 'aria-label'])
const word = /\p{L}{2}/u
const swedishWord = /\p{L}[åäöÅÄÖ]|[åäöÅÄÖ]\p{L}/u
// The first network's name also stands in sentences to its operator, who reads English.
const names = /Göteborg/g

/** The words of a file that belong in a texts file: everything a page says, and every Swedish word in a string. */
export function sentencesIn(file: string, text: string): readonly { line: number; words: string }[] {
  const nodes = nodesIn(parseSync(file, text).program)
  return nodes.flatMap((node) => {
    const words = wordsOf(node)
    return words === '' ? [] : [{ line: text.slice(0, Number(node['start'])).split('\n').length, words }]
  })
}

type Node = Readonly<Record<string, unknown>>

function wordsOf(node: Node): string {
  switch (node['type']) {
    case 'JSXText':
      return ifAny(word, node['value'])
    case 'JSXAttribute':
      return isNode(node['name']) && spoken.has(String(node['name']['name'])) && isNode(node['value'])
        ? ifAny(word, node['value']['value'])
        : ''
    case 'Literal':
      return ifAny(swedishWord, node['value'])
    case 'TemplateElement':
      return isNode(node['value']) ? ifAny(swedishWord, node['value']['raw']) : ''
    default:
      return ''
  }
}

function ifAny(pattern: RegExp, text: unknown): string {
  return typeof text === 'string' && pattern.test(text.replaceAll(names, '')) ? text.trim() : ''
}

function nodesIn(value: unknown): readonly Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn)
  if (!isNode(value)) return []
  return [value, ...Object.values(value).flatMap(nodesIn)]
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !(value instanceof RegExp)
}
