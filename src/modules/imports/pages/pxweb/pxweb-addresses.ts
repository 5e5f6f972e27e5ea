import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import type { TableEntry } from '../../pxweb/office.ts'
import type { Picked } from '../../pxweb/picking.ts'

/** Names in the query that are no field of the picking itself. */
export const asked = { words: 'q', page: 'page', folder: 'folder', step: 'step' } as const

/** The step that a button of the values' form leads to; without it the page is shown again. */
export const previewStep = 'preview'

export function tablesAddress(
  office: string,
  locale: Locale,
  query: Readonly<Record<string, string>> = {},
): string {
  return withQuery(addressOf('pickTable', locale, { office }), query)
}

/** Where an entry of the list leads: deeper, or on to the table's values. */
export function entryAddress(office: string, { kind, id }: TableEntry, locale: Locale): string {
  return kind === 'folder'
    ? tablesAddress(office, locale, { [asked.folder]: id })
    : valuesAddress(office, locale, { table: id })
}

export function valuesAddress(office: string, locale: Locale, picked: Picked): string {
  return withQuery(addressOf('pickValues', locale, { office }), picked)
}

export function previewAddress(office: string, locale: Locale, picked: Picked): string {
  return withQuery(addressOf('pickPreview', locale, { office }), picked)
}

/** What has been picked so far, as the address has it. Searches among values are not carried further. */
export function pickedIn(query: Readonly<Record<string, string>>): Picked {
  return Object.fromEntries(
    Object.entries(query).filter(([name]) =>
      /^(?:table|place|time|gender|all|women|men|part|from)$|^(?:v|list)\./.test(name),
    ),
  )
}

/** The field with words to look for among a variable's values. */
export function searchField(variable: string): string {
  return `find.${variable}`
}

/** The words looked for, by the variable. */
export function searchedIn(query: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, words]) =>
      name.startsWith('find.') ? [[name.slice(5), words.slice(0, 100)]] : [],
    ),
  )
}

function withQuery(address: string, query: Readonly<Record<string, string>>): string {
  const said = new URLSearchParams(query).toString()
  return said === '' ? address : `${address}?${said}`
}
