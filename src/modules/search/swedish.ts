import { analysed, type Terms } from './core/analyser.ts'
import { dictionaryFrom, type Dictionary } from './core/dictionary.ts'

let loading: Promise<Dictionary> | undefined

/** What a Swedish text comes down to. The dictionary is read when the first text comes (0.3 s, 60 MB), and kept. */
export async function termsOf(text: string): Promise<Terms> {
  loading ??= load()
  return analysed(text, await loading)
}

async function load(): Promise<Dictionary> {
  const { default: files } = await import('dictionary-sv')
  const decoder = new TextDecoder()
  return dictionaryFrom({ rules: decoder.decode(files.aff), words: decoder.decode(files.dic) })
}
