import type { CellGrid, Reader } from '#modules/programme'
import { workbookOf } from '#platform/http/workbook.ts'
import { inLocale } from '#platform/values/locale.ts'
import { pastedColumns } from '../core/pasted.ts'
import { textsIn } from './texts.ts'

/** A municipality's column as an Excel sheet to fill in and paste back. What is made up is left empty. */
export async function templateOf(
  column: CellGrid,
  { locale, words }: Reader,
): Promise<Uint8Array<ArrayBuffer>> {
  const texts = textsIn(locale)
  return workbookOf([
    {
      name: texts.rounds.title,
      headings: pastedColumns.map((name) => texts.columns[name]),
      rows: column.entries.map(({ intervention, cell }) => {
        const said = cell?.isExample ? null : cell
        return [
          intervention.number,
          inLocale(intervention.name, locale),
          said ? words.labels[said.status] : null,
          said?.text ?? null,
          said?.milestone?.text ?? null,
          said?.milestone?.on ?? null,
        ]
      }),
      widths: [9, 44, 16, 70, 40, 18],
    },
  ])
}
