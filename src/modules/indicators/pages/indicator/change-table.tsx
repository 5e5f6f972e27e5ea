import type { Municipality } from '#modules/region'
import type { Locale } from '#platform/values/locale.ts'
import { Table, type Column } from '#ui/table.tsx'
import type { ChangeParts } from '../../core/change-parts.ts'
import { decimalsOfParts, partsToPrint } from '../../core/gap.ts'
import type { Indicator } from '../../core/indicator.ts'
import { readingTextsIn } from '../reading/reading-texts.ts'
import { signedAmountText } from '../words.ts'

const kitagawa = 'https://doi.org/10.1080/01621459.1955.10501299'

interface ChangeTableProps {
  readonly parts: Extract<ChangeParts, { kind: 'parts' }>
  readonly municipalities: readonly Municipality[]
  readonly indicator: Indicator
  readonly locale: Locale
}

interface Row {
  readonly name: string
  readonly rate: number
  readonly composition: number
  readonly isTotal: boolean
}

/** A change between two years, taken apart by municipality and by own value and weight; every column adds up. */
export function ChangeTable({ parts, municipalities, indicator, locale }: ChangeTableProps) {
  const words = readingTextsIn(locale).gap
  const isSum = indicator.regionRule.kind === 'sum'
  const decimals = decimalsOfParts(indicator)
  const amount = (value: number) => signedAmountText(value, { unit: 'count', decimals }, locale)
  const whole = (value: number) => signedAmountText(value, { ...indicator, decimals }, locale)
  const printed = (pick: (part: (typeof parts.parts)[number]) => number, sum: number) =>
    partsToPrint(parts.parts.map(pick), sum, decimals)
  const rates = printed(({ rate }) => rate, parts.rate)
  const compositions = printed(({ composition }) => composition, parts.composition)
  const rows: Row[] = [
    ...parts.parts.map(({ municipality }, index) => ({
      name: municipalities.find(({ code }) => code === municipality)?.name ?? municipality,
      rate: rates[index] ?? 0,
      composition: compositions[index] ?? 0,
      isTotal: false,
    })),
    { name: words.total, rate: sumOf(rates), composition: sumOf(compositions), isTotal: true },
  ]
  const cell = (pick: (row: Row) => number) => (row: Row) =>
    row.isTotal ? <strong>{amount(pick(row))}</strong> : amount(pick(row))
  const columns: Column<Row>[] = [
    { label: words.municipality, rowHeader: true, cell: ({ name }) => name },
    { label: words.change.rate, numeric: true, cell: cell(({ rate }) => rate) },
    ...(isSum
      ? []
      : [
          { label: words.change.composition, numeric: true, cell: cell(({ composition }) => composition) },
          {
            label: words.change.both,
            numeric: true,
            cell: cell(({ rate, composition }) => rate + composition),
          },
        ]),
  ]
  return (
    <>
      <Finding
        rate={sumOf(rates)}
        composition={isSum ? null : sumOf(compositions)}
        whole={whole}
        locale={locale}
      />
      <Table
        caption={words.change.caption(parts.from.year, parts.to.year)}
        size="compact"
        columns={columns}
        rows={rows}
        rowKey={({ name }) => name}
      />
    </>
  )
}

interface FindingProps {
  readonly rate: number
  /** Null for a sum, where nothing has a weight. */
  readonly composition: number | null
  readonly whole: (value: number) => string
  readonly locale: Locale
}

/** The two effects in words, and how they are reckoned. */
function Finding({ rate, composition, whole, locale }: FindingProps) {
  const words = readingTextsIn(locale).gap.change
  if (composition === null) return <p>{words.findingSum(whole(rate))}</p>
  return (
    <>
      <p>{words.finding(whole(rate + composition), whole(rate), whole(composition))}</p>
      <p>
        {words.formula} <a href={kitagawa}>{words.source}</a>
      </p>
    </>
  )
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
