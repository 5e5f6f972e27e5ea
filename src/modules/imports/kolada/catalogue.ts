import { storable } from '#platform/values/storable.ts'
import type { KpiRecord } from './answers.ts'

/** A KPI of Kolada's as the program knows it. */
export interface CatalogueEntry {
  /** `N…` for figures fetched from registers, `U…` for figures reported or surveyed. It may be given to another KPI. */
  readonly id: string
  readonly title: string
  readonly description: string
  readonly isDividedByGender: boolean
  /** Whom there are figures of: municipalities (`K`), regions (`L`), both (`A`). */
  readonly municipalityType: string
  readonly auspice: string | null
  readonly operatingArea: string
  readonly perspective: string | null
  /** When the next figures are expected, YYYY-MM-DD. */
  readonly publicationDate: string | null
  readonly preliminaryPublicationDate: string | null
  /** The year those figures will be of. */
  readonly publicationPeriod: number | null
  readonly hasUnitData: boolean
}

/** A group whose figures are the unweighted means of its members' figures. */
export interface KoladaGroup {
  readonly id: string
  readonly title: string
  readonly members: readonly string[]
}

/** From Kolada's record to an entry of the catalogue. */
export function catalogueEntry(record: KpiRecord): CatalogueEntry {
  return {
    id: record.id.trim(),
    title: oneLine(tidy(record.title)),
    description: tidy(record.description ?? ''),
    isDividedByGender: record.is_divided_by_gender,
    municipalityType: record.municipality_type,
    auspice: record.auspice,
    operatingArea: record.operating_area ?? '',
    perspective: record.perspective,
    publicationDate: day(record.publication_date),
    preliminaryPublicationDate: day(record.prel_publication_date),
    publicationPeriod: record.publ_period,
    hasUnitData: record.has_ou_data,
  }
}

/** Line breaks arrive as a backslash and an n, single characters as `%u2010`. */
function tidy(text: string): string {
  const tidied = text
    .replaceAll(String.raw`\r`, '')
    .replaceAll(String.raw`\n`, '\n')
    .replaceAll(/%u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll(/[\t\u00a0 ]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .trim()
  return storable(tidied)
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ')
}

/** Kolada does not promise that its dates are dates. */
function day(text: string | null): string | null {
  return text !== null && /^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(Date.parse(text.slice(0, 10)))
    ? text.slice(0, 10)
    : null
}

/** The fewest answers that a survey's figure is shown with, as the description states it. */
export function fewestAnswers(entry: CatalogueEntry): number | null {
  const [, count] = /minst (\d+) svar krävs/i.exec(entry.description) ?? []
  return count === undefined ? null : Number(count)
}
