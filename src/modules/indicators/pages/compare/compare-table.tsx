import { Table } from '#ui/table.tsx'
import type { Beside } from '../../core/compare.ts'
import { compareTextsIn } from './compare-texts.ts'
import type { CompareView } from './compare-view.ts'
import { differenceText } from './compare-words.ts'
import { textsIn } from '../texts.ts'
import { numberText } from '../words.ts'

interface Row {
  readonly what: string
  readonly value: string
  readonly difference: string
}

/** The place beside the region, those chosen and its group, in numbers. */
export function CompareTable({ view }: { readonly view: CompareView }) {
  const { comparison, compared, locale, places, asked } = view
  if (!comparison || comparison.own === null || asked.place === null) return null
  const texts = compareTextsIn(locale).table
  return (
    <Table
      caption={texts.caption(textsIn(locale).units[compared.measure.unit], comparison.year.year)}
      rows={rowsOf(view)}
      rowKey={({ what }) => what}
      columns={[
        { label: texts.what, rowHeader: true, cell: ({ what }) => what },
        { label: texts.value, numeric: true, cell: ({ value }) => value },
        {
          label: texts.difference(places.nameOf(asked.place)),
          cell: ({ difference }) => difference,
        },
      ]}
    />
  )
}

function rowsOf(view: CompareView): readonly Row[] {
  const { comparison, compared, locale, places, group, region } = view
  if (!comparison) return []
  const texts = compareTextsIn(locale).table
  const text = (value: number) => numberText(value, compared.measure, locale)
  const row = (what: string, { value, difference }: Beside): Row => ({
    what,
    value: value === null ? texts.noValue : text(value),
    difference: difference ? differenceText(difference, view) : '',
  })
  const { peers } = comparison
  return [
    // A sum of all is nothing that one of them could be held against.
    ...(compared.region.length > 0 ? [row(region.name, comparison.region)] : []),
    ...[...comparison.chosen].map(([code, beside]) => row(places.nameOf(code), beside)),
    ...(peers
      ? [row(texts.mean(group.title), peers.mean), row(texts.median(group.title), peers.median)]
      : []),
    ...(peers && peers.lowest !== null && peers.highest !== null
      ? [
          {
            what: texts.span(group.title),
            value: texts.from(text(peers.lowest), text(peers.highest)),
            difference: '',
          },
        ]
      : []),
  ]
}
