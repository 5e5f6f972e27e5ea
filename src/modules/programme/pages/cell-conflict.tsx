import type { Colleague } from '#modules/accounts'
import type { Typed } from '#platform/http/form.ts'
import { formatMoment } from '#platform/values/dates.ts'
import { LinkButton } from '#ui/button.tsx'
import { FormActions, Hidden, Submit } from '#ui/form.tsx'
import { Notice } from '#ui/notice.tsx'
import { Table } from '#ui/table.tsx'
import { wordOf, type Cell } from '../core/cell.ts'
import type { GridEntry } from '../core/cell-grid.ts'
import { wordFields, type WordField } from '../core/history.ts'
import { Status } from '../core/status.ts'
import { valueInWords } from './cell-history.tsx'
import { textsIn } from './texts.ts'
import { cellHref, editCellHref, type Reader } from './words.ts'

interface CellConflictProps {
  readonly entry: GridEntry
  readonly cell: Cell
  readonly colleagues: readonly Colleague[]
  readonly typed: Typed
  readonly reader: Reader
}

/** Two people wrote at once: what stands there now beside what was typed, and a way to choose either. */
export function CellConflict({ entry, cell, colleagues, typed, reader }: CellConflictProps) {
  const { locale, words } = reader
  const texts = textsIn(locale)
  // Who owned the cell may have left the municipality since.
  const people = [cell.owner, cell.deputy, ...colleagues].filter((person) => person !== null)
  const names = new Map(people.map(({ id, name }) => [id, name ?? texts.cell.someone]))
  const now = wordOf(cell)
  const latest = cell.handedOver ?? { at: cell.saidAt, by: cell.saidBy }
  const inWords = (field: WordField, value: string | null | undefined): string => {
    if (!value) return texts.history.nothing
    if (field === 'status' && !Status.safeParse(value).success) return texts.history.nothing
    return valueInWords(field, value, { names, texts, words, locale })
  }
  return (
    <>
      <Notice tone="danger" title={texts.conflict.title} live>
        <p>
          {texts.conflict.lead(latest.by?.name ?? texts.conflict.someone, formatMoment(latest.at, locale))}
        </p>
      </Notice>
      <Table
        caption={texts.conflict.caption}
        rows={wordFields}
        rowKey={(field) => field}
        columns={[
          { label: texts.conflict.field, rowHeader: true, cell: (field) => texts.history.fields[field] },
          { label: texts.conflict.now, cell: (field) => inWords(field, now[field]) },
          {
            label: texts.conflict.yours,
            cell: (field) => {
              const mine = inWords(field, typed[field])
              return mine === inWords(field, now[field]) ? mine : <strong>{mine}</strong>
            },
          },
        ]}
      />
      <form method="post" action={editCellHref(entry, locale)}>
        {wordFields.map((field) => (
          <Hidden key={field} name={field} value={typed[field] ?? ''} />
        ))}
        <Hidden name="version" value={String(cell.version)} />
        <FormActions>
          <Submit>{texts.conflict.saveMine}</Submit>
          <LinkButton href={cellHref(entry, locale)} variant="secondary">
            {texts.conflict.keep}
          </LinkButton>
        </FormActions>
      </form>
      <h2>{texts.conflict.edit}</h2>
    </>
  )
}
