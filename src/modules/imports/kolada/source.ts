import type { Source } from '#modules/statistics'
import type { CatalogueEntry } from './catalogue.ts'
import { en } from './texts.en.ts'
import { sv } from './texts.sv.ts'

/** Where a KPI's figures come from, as every page that shows them says. */
export function koladaSource({ id, title }: CatalogueEntry): Source {
  return {
    id: `kolada-${id.toLowerCase()}`,
    publisher: sv.publisher,
    title: `${title} (Kolada ${id})`,
    url: `https://api.kolada.se/v3/kpi/${id}`,
    licence: sv.licence,
    licenceUrl: null,
    vintage: sv.vintage,
    retrievedOn: null,
    note: { sv: sv.note, en: en.note },
  }
}
