import { genders, type Figure, type Gender } from '#modules/statistics'
import { formatNumber } from '#platform/values/numbers.ts'
import type { Locale } from '#platform/values/locale.ts'
import { Table, type Column } from '#ui/table.tsx'
import { saysPreliminary } from '../../pxweb/symbols.ts'
import { pxWebTextsIn } from './pxweb-texts.ts'

interface PreviewTableProps {
  readonly figures: readonly Figure[]
  readonly decimals: number | null
  /** The place that is the whole country. */
  readonly country: string
  /** What the office calls each place. */
  readonly nameOf: (place: string) => string
  readonly locale: Locale
}

interface Row {
  readonly place: string
  readonly gender: Gender
  readonly figures: readonly Figure[]
}

/** Places and genders downwards, years to the right. */
export function PreviewTable({ figures, decimals, country, nameOf, locale }: PreviewTableProps) {
  const texts = pxWebTextsIn(locale).preview
  const rows = rowsOf(figures, country)
  const years = [...new Set(figures.map(({ year }) => year))].toSorted((one, other) => one - other)
  const hasGenders = new Set(figures.map(({ gender }) => gender)).size > 1
  const genderColumn: Column<Row> = { label: texts.gender, cell: ({ gender }) => texts.genders[gender] }
  const columns: readonly Column<Row>[] = [
    { label: texts.place, rowHeader: true, cell: ({ place }) => nameOf(place) },
    ...(hasGenders ? [genderColumn] : []),
    ...years.map((year): Column<Row> => ({
      label: String(year),
      numeric: true,
      cell: (row) => (
        <Cell figure={row.figures.find((one) => one.year === year)} decimals={decimals} locale={locale} />
      ),
    })),
  ]
  return (
    <>
      <Table
        caption={texts.caption}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ place, gender }) => `${place} ${gender}`}
        size="compact"
      />
      <Signs figures={figures} locale={locale} />
    </>
  )
}

function Signs({ figures, locale }: Pick<PreviewTableProps, 'figures' | 'locale'>) {
  const texts = pxWebTextsIn(locale).preview
  const signs = [
    ...(figures.some(({ isPreliminary }) => isPreliminary) ? [texts.preliminaryNote] : []),
    ...(figures.some((figure) => ownSign(figure) !== null) ? [texts.signs] : []),
  ]
  return signs.length > 0 ? <p class="hint">{signs.join(' ')}</p> : null
}

/** The source's sign beside a figure; that it is preliminary is told by the page's own. */
function ownSign({ note, isPreliminary }: Figure): string | null {
  return isPreliminary && saysPreliminary(note) ? null : note
}

/** Place by place as they came, the country first; in each everybody, women and men. */
function rowsOf(figures: readonly Figure[], country: string): readonly Row[] {
  const places = new Set([country, ...figures.map(({ place }) => place)])
  return [...places].flatMap((place) =>
    genders.flatMap((gender) => {
      const of = figures.filter((one) => one.place === place && one.gender === gender)
      return of.length > 0 ? [{ place, gender, figures: of }] : []
    }),
  )
}

function Cell({
  figure,
  decimals,
  locale,
}: {
  readonly figure: Figure | undefined
  readonly decimals: number | null
  readonly locale: Locale
}) {
  const texts = pxWebTextsIn(locale).preview
  if (!figure) return null
  return (
    <>
      {figure.value === null
        ? texts.missing[figure.missing]
        : formatNumber(figure.value, locale, decimals ?? decimalsIn(figure.value))}
      {ownSign(figure) !== null && ` ${figure.note}`}
      {figure.isPreliminary && (
        <>
          {' '}
          <abbr title={texts.preliminary}>p</abbr>
        </>
      )}
    </>
  )
}

/** As many as the figure is written with, where the office does not say. */
function decimalsIn(value: number): number {
  return Math.min(String(value).split('.')[1]?.length ?? 0, 3)
}
