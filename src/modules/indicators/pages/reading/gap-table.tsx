import type { Locale } from '#platform/values/locale.ts'
import { formatNumber } from '#platform/values/numbers.ts'
import { Table, type Column } from '#ui/table.tsx'
import { decimalsOfParts, type GapPart, type TargetGap } from '../../core/gap.ts'
import type { Indicator } from '../../core/indicator.ts'
import { decidedIn } from '../../core/target.ts'
import type { DividedDistance } from '../../core/target-gap.ts'
import { readingTextsIn } from './reading-texts.ts'
import { textsIn } from '../texts.ts'
import { numberText, signedAmountText } from '../words.ts'

interface GapTableProps {
  readonly divided: DividedDistance & { readonly gap: Extract<TargetGap, { kind: 'parts' }> }
  /** The parts as they are written, in the order of the gap's: they add up to what stands below them. */
  readonly printed: readonly number[]
  readonly nameOf: (code: string) => string
  readonly indicator: Indicator
  readonly locale: Locale
}

interface Row {
  readonly name: string
  readonly part: GapPart | null
  readonly printed: number
}

/** Every number that a municipality's part of the distance is made of, and the sum they make. */
export function GapTable({ divided, printed, nameOf, indicator, locale }: GapTableProps) {
  const words = readingTextsIn(locale).gap
  const isSum = indicator.regionRule.kind === 'sum'
  const { gap, year, sharesFrom, target } = divided
  const text = (value: number) => numberText(value, indicator, locale)
  const amount = (value: number) =>
    signedAmountText(value, { unit: 'count', decimals: decimalsOfParts(indicator) }, locale)
  const rows: Row[] = [
    ...gap.parts.map((part, index) => ({
      name: nameOf(part.municipality),
      part,
      printed: printed[index] ?? 0,
    })),
    { name: words.total, part: null, printed: printed.reduce((sum, one) => sum + one, 0) },
  ]
  const columns: Column<Row>[] = [
    { label: words.municipality, rowHeader: true, cell: ({ name }) => name },
    { label: words.value, numeric: true, cell: ({ part }) => part && text(part.value) },
    {
      label: isSum ? words.shareOfTarget : words.share,
      numeric: true,
      cell: ({ part }) =>
        part && `${formatNumber(100 * part.share, locale, 1)}${textsIn(locale).percentSign}`,
    },
    { label: words.expected, numeric: true, cell: ({ part }) => part && text(part.expected) },
    {
      label: words.part,
      numeric: true,
      cell: (row) => (row.part ? amount(row.printed) : <strong>{amount(row.printed)}</strong>),
    },
    { label: words.note, cell: ({ part }) => part?.notes.map((note) => words.notes[note]).join('; ') },
  ]
  return (
    <>
      <p>{isSum ? words.sumFormula(sharesFrom ?? year, decidedIn(target)) : words.meanFormula}</p>
      <Table
        caption={words.caption(year)}
        size="compact"
        columns={columns}
        rows={rows}
        rowKey={({ name }) => name}
      />
    </>
  )
}
