import type { Dataset } from './dataset.ts'
import { cellCount } from './json-stat.ts'
import type { Query } from './split.ts'

/** What an answer has or lacks against what was asked; null when it answers exactly that. */
export function strayFrom(query: Query, { dimensions }: Dataset): string | null {
  for (const { code, values } of query.variables) {
    const answered = dimensions.find((one) => one.code === code)
    if (!answered) return `${code} is missing`
    const codes = new Set(answered.categories.map((category) => category.code))
    const lacking = values.find((value) => !codes.has(value))
    if (lacking !== undefined) return `${code} has no ${lacking}`
    if (codes.size !== values.length)
      return `${code} has ${codes.size} values, ${values.length} were asked for`
  }
  const asked = new Set(query.variables.map(({ code }) => code))
  const added = dimensions.find(
    ({ code, categories }) => !asked.has(code) && cellCount([categories.length]) > 1,
  )
  return added ? `${added.code} was not asked for` : null
}
