import type { CatalogueEntry } from './catalogue.ts'
import { proposedUnit } from './unit.ts'

/** What a form that adds an indicator is filled in with, from what the catalogue says. A person decides. */
export function proposedIndicator(entry: CatalogueEntry): Readonly<Record<string, string>> {
  const unit = unitOf(entry.title)
  return {
    nameSv: nameIn(entry.title),
    definitionSv: entry.description,
    decimals: unit === 'persons' || unit === 'count' ? '0' : '1',
    nextPublication: entry.publicationDate ?? '',
    ...(unit === null ? {} : { unit }),
  }
}

/** The title without its unit: `Nystartade företag, antal/1000 inv, 16-64 år` is about started companies. */
function nameIn(title: string): string {
  return title.replace(/,\s*(?:andel \(%\)|antal(?:\/1000 inv)?|index|kr(?:\/\S+)?)\s*$/i, '').slice(0, 120)
}

function unitOf(title: string): string | null {
  const unit = proposedUnit(title)
  if (!unit) return null
  const { kind, per, scale } = unit
  if (kind === 'percent' || kind === 'index') return kind
  if (kind === 'number' && per?.count === 1000) return 'per-1000'
  if (kind === 'number' && per === null) return numberUnit(title)
  if (kind !== 'money') return null
  return { 1: 'sek', 1000: 'tkr' }[scale] ?? null
}

function numberUnit(title: string): string {
  return /invånare|personer|sysselsatta|arbetslösa|elever|barn|ungdomar/i.test(title) ? 'persons' : 'count'
}
