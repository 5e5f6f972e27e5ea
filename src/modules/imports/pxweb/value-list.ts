import type { Category } from './dataset.ts'

/** As many as one looks through in a list; more are searched. */
export const mostShown = 50

export interface ValueList {
  readonly shown: readonly Category[]
  /** How many the words find. */
  readonly found: number
  readonly isLong: boolean
}

/** The values of a long list that hold all the words; the chosen one is always among them. */
export function valuesShown(values: readonly Category[], words: string, chosen: string | null): ValueList {
  const wanted = words.toLowerCase().split(/\s+/)
  const found = values.filter(({ code, label }) => {
    const text = `${label} ${code}`.toLowerCase()
    return wanted.every((word) => text.includes(word))
  })
  const first = found.slice(0, mostShown)
  const kept = values.find(({ code }) => code === chosen)
  return {
    shown: kept && !first.includes(kept) ? [kept, ...first] : first,
    found: found.length,
    isLong: values.length > mostShown,
  }
}
