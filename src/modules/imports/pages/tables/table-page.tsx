import type { Choice } from '#modules/indicators'
import { missingInWords } from '#modules/indicators'
import type { Change, Moves } from '#modules/statistics'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { formatNumber } from '#platform/values/numbers.ts'
import { addressOf } from '#ui/addresses.ts'
import { DescriptionList } from '#ui/description-list.tsx'
import { ErrorSummary, errorsInWords } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { Table } from '#ui/table.tsx'
import type { ReadFigure } from '../../file/read-entry.ts'
import type { ReadTable } from '../../file/read-table.ts'
import type { Recognised, RecognisedColumn } from '../../file/recognised.ts'
import { fileTextsIn, problemText, warningText } from '../../file/texts.ts'
import type { UploadedTable } from '../../upload-store.ts'
import { runTextsIn } from '../runs/run-texts.ts'
import { saidText } from '../runs/run-words.ts'
import { TableForms } from './table-forms.tsx'
import { uploadTextsIn } from './upload-texts.ts'

export interface TablePageProps {
  readonly table: UploadedTable
  readonly indicator: Choice
  readonly read: ReadTable
  /** What storing it would bring; null where it cannot be read. */
  readonly moves: Moves | null
  readonly placeName: (code: string) => string
  readonly typed: Typed
  readonly errors: FieldErrors
  readonly locale: Locale
}

const shown = 50

/** A table that was sent: how it was understood, what is wrong with it, and what storing it would bring. */
export function TablePage(props: TablePageProps) {
  const { table, indicator, read, errors, locale } = props
  const texts = uploadTextsIn(locale)
  return (
    <Page>
      <ErrorSummary
        title={texts.errorTitle}
        errors={errorsInWords(errors, (name) => texts.errors[name] ?? name)}
      />
      <PageTitle
        eyebrow={<a href={addressOf('uploadTable', locale)}>{texts.send.title}</a>}
        title={texts.preview.title(inLocale(indicator.name, locale))}
        lead={texts.preview.from(table.input.kind === 'file' ? table.name : texts.preview.pasted)}
      />
      {read.ok ? <Good {...props} /> : <Wrong read={read} locale={locale} />}
      <Warnings {...props} />
      {read.ok && props.moves && <Changes {...props} changes={props.moves.changed} />}
      {read.ok && <Figures {...props} figures={read.figures} />}
      {read.recognised && <Understood recognised={read.recognised} locale={locale} />}
      <TableForms {...props} />
    </Page>
  )
}

function Good({ moves, indicator, locale }: TablePageProps) {
  const texts = uploadTextsIn(locale).preview
  if (!moves) return null
  const [added, changed, same] = [moves.added.length, moves.changed.length, moves.same].map((count) =>
    formatNumber(count, locale),
  )
  const isNew = moves.added.length + moves.changed.length > 0
  return (
    <Notice tone={isNew ? 'success' : 'info'} title={texts.good} live>
      <p>{texts.brings(added ?? '', changed ?? '', same ?? '')}</p>
      {indicator.series.length === 0 && <p>{texts.begins}</p>}
      {!isNew && <p>{texts.nothingNew}</p>}
    </Notice>
  )
}

function Wrong({
  read,
  locale,
}: {
  readonly read: Extract<ReadTable, { ok: false }>
  readonly locale: Locale
}) {
  const texts = uploadTextsIn(locale).preview
  return (
    <Notice tone="danger" title={texts.problems(read.total)} live>
      <p>{texts.problemsLead}</p>
      <ul>
        {read.problems.map((problem, index) => (
          <li key={index}>{problemText(locale, problem)}</li>
        ))}
      </ul>
      {read.total > read.problems.length && (
        <p>{fileTextsIn(locale).more(read.problems.length, read.total)}</p>
      )}
    </Notice>
  )
}

function Warnings({ read, indicator, locale }: TablePageProps) {
  const texts = uploadTextsIn(locale).preview
  const { fewest, unit } = indicator
  const isOfPeople = unit === 'persons' || unit === 'count'
  const small =
    read.ok && fewest !== null && isOfPeople
      ? read.figures.filter(({ figure: { value } }) => value !== null && value > 0 && value < fewest).length
      : 0
  if (read.warnings.length === 0 && small === 0) return null
  return (
    <Notice tone="warning" title={texts.warnings}>
      <ul>
        {read.warnings.map((warning, index) => (
          <li key={index}>{warningText(locale, warning)}</li>
        ))}
        {small > 0 && <li>{texts.small(small, fewest ?? 0)}</li>}
      </ul>
    </Notice>
  )
}

function Changes({ changes, placeName, locale }: TablePageProps & { readonly changes: readonly Change[] }) {
  const texts = uploadTextsIn(locale).preview
  if (changes.length === 0) return null
  const words = missingInWords(locale)
  return (
    <Section id="andrat" title={texts.changes}>
      <Table
        caption={texts.changes}
        captionHidden
        size="compact"
        rows={changes.slice(0, shown)}
        rowKey={({ after }) => `${after.place} ${after.year} ${after.gender}`}
        columns={[
          { label: texts.place, rowHeader: true, cell: ({ after }: Change) => placeName(after.place) },
          { label: texts.year, cell: ({ after }) => after.year },
          { label: texts.before, numeric: true, cell: ({ before }) => saidText(before, locale, words) },
          { label: texts.after, numeric: true, cell: ({ after }) => saidText(after, locale, words) },
        ]}
      />
    </Section>
  )
}

function Figures({
  figures,
  placeName,
  locale,
}: TablePageProps & { readonly figures: readonly ReadFigure[] }) {
  const texts = uploadTextsIn(locale).preview
  const words = missingInWords(locale)
  const [some, all] = [Math.min(shown, figures.length), figures.length].map((count) =>
    formatNumber(count, locale),
  )
  return (
    <Section
      id="siffror"
      title={texts.figures}
      lead={texts.figuresLead(figures.length, some ?? '', all ?? '')}
    >
      <Table
        caption={texts.figures}
        captionHidden
        size="compact"
        rows={figures.slice(0, shown)}
        rowKey={({ cell }) => cell}
        columns={[
          { label: texts.place, rowHeader: true, cell: ({ figure }: ReadFigure) => placeName(figure.place) },
          { label: texts.year, cell: ({ figure }) => figure.year },
          { label: texts.gender, cell: ({ figure }) => runTextsIn(locale).genders[figure.gender] },
          { label: texts.value, numeric: true, cell: ({ figure }) => saidText(figure, locale, words) },
          { label: texts.cell, cell: ({ cell }) => cell },
        ]}
      />
    </Section>
  )
}

function Understood({ recognised, locale }: { readonly recognised: Recognised; readonly locale: Locale }) {
  const texts = uploadTextsIn(locale).preview
  const words = fileTextsIn(locale).recognised
  const { source, encoding, delimiter, sheet, decimalSign, above } = recognised
  const kind = [
    words.sources[source],
    sheet ?? '',
    encoding ? words.encodings[encoding] : '',
    delimiter ? words.delimiters[delimiter] : '',
  ]
  return (
    <Section id="forstatt" title={texts.understood} level={2}>
      <DescriptionList
        items={[
          { term: texts.kind, details: kind.filter((word) => word !== '').join(', ') },
          { term: texts.form, details: words.forms[recognised.form] },
          { term: texts.heading, details: String(recognised.headingRow) },
          ...(decimalSign ? [{ term: texts.decimals, details: words.decimalSigns[decimalSign] }] : []),
          ...(above.length > 0 ? [{ term: texts.above, details: above.join(' · ') }] : []),
        ]}
      />
      <Table
        caption={texts.understood}
        captionHidden
        size="compact"
        rows={recognised.columns}
        rowKey={({ column }) => column}
        columns={[
          { label: texts.column, rowHeader: true, cell: ({ column }: RecognisedColumn) => column },
          { label: texts.columnHeading, cell: ({ heading }) => heading },
          { label: texts.role, cell: ({ role }) => (role === null ? words.notRead : words.roles[role]) },
        ]}
      />
    </Section>
  )
}
