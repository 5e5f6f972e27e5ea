import type { Typed } from '#platform/http/form.ts'
import { measureIn, seriesTitle } from '../../pxweb/chosen.ts'
import type { Office } from '../../pxweb/offices.ts'
import type { Preview } from '../../pxweb/preview.ts'
import type { Selection } from '../../pxweb/selection.ts'
import type { Table } from '../../pxweb/table.ts'

/** How offices write the units that the program knows. */
const units: readonly (readonly [string, RegExp])[] = [
  ['percent', /procent|prosent|percent|%/i],
  ['index', /index/i],
  ['tkr', /tkr|tusen kr|1[ .]?000 kr|tusental kr/i],
  ['sek', /kronor|sek\b|^kr$/i],
  ['persons', /personer|persons/i],
]

/** A new indicator as the table itself describes it, in the language that the office writes. The rest a person decides. */
export function proposedIndicator(
  office: Office,
  table: Table,
  selection: Selection,
  preview: Preview,
): Typed {
  const named = measureIn(table, selection)?.label ?? table.label
  const words = { name: named.slice(0, 120), definition: seriesTitle(table, selection) }
  const unit = units.find(([, written]) => written.test(preview.unit ?? ''))?.[0] ?? 'count'
  return {
    ...(office.language === 'sv' ? { nameSv: words.name, definitionSv: words.definition } : {}),
    ...(office.language === 'en' ? { nameEn: words.name, definitionEn: words.definition } : {}),
    unit,
    decimals: String(Math.min(preview.decimals ?? 0, 4)),
    // What is counted can be added up; of anything else somebody must say how the region's value is made.
    ...(['count', 'persons', 'tkr', 'sek'].includes(unit) ? { rule: 'sum' } : {}),
  }
}
