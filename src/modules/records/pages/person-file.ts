import { formatDay, type IsoDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import type { Held } from '#platform/values/records.ts'
import { erasers, type Item } from '../actions/erase-details.ts'
import { textsIn } from './texts.ts'

/** How something that is held stands in a form. */
export function itemName({ kind, id }: Pick<Held, 'kind' | 'id'>): string {
  return `item-${kind}-${id}`
}

/** What was chosen in a form. */
export function itemsIn(typed: Readonly<Record<string, string>>): readonly Item[] {
  return Object.keys(typed).flatMap((name) => {
    const [, kind = '', id = ''] =
      /^item-([a-z]+)-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(name) ?? []
    return Object.hasOwn(erasers, kind) ? [{ kind: kind as Item['kind'], id }] : []
  })
}

/** What is held on a person, as a text that they can read. */
export function extractText(held: readonly Held[], day: IsoDay, locale: Locale): string {
  const { person } = textsIn(locale)
  const parts = held.map(({ kind, number, data }) =>
    [
      `${person.kinds[kind]} ${number}`,
      ...Object.entries(data)
        .filter(([, value]) => value !== '')
        .map(([name, value]) => `  ${name}: ${value}`),
    ].join('\n'),
  )
  return `${[person.extractTitle(formatDay(day, locale)), ...parts].join('\n\n')}\n`
}

/** The same for a machine (GDPR art. 15.3 and 20). */
export function extractJson(held: readonly Held[], day: IsoDay): string {
  return JSON.stringify(
    { day, held: held.map(({ kind, number, data }) => ({ kind, number, data })) },
    null,
    2,
  )
}
