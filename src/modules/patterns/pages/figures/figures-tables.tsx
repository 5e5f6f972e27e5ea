import { formatNumber } from '#platform/values/numbers.ts'
import type { Locale } from '#platform/values/locale.ts'
import { Section } from '#ui/heading.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { countOf, type Figures, type Part, type Row, type Speed } from '../../core/figures.ts'
import type { ReadFigures } from './read-figures.ts'
import { figureTextsIn } from './texts.ts'

export interface ShownProps {
  readonly read: ReadFigures
  readonly figures: Figures
  readonly locale: Locale
}

interface SpeedFactsProps extends ShownProps {
  readonly what: 'first-word' | 'plan'
  readonly speed: Speed
}

/** How soon: of how many, counted from all that came and from those that have had it. */
export function SpeedFacts({ what, speed, figures, locale }: SpeedFactsProps) {
  const { speed: texts } = figureTextsIn(locale)
  const [ofAll, ofAnswered] = sharesIn(speed.parts, figures.came)
  return (
    <div>
      <h3>{texts[what]}</h3>
      <ul>
        {ofAll && (
          <li>
            {texts.inTime}: {texts.ofAll(...inWords(ofAll, locale))}
          </li>
        )}
        {ofAnswered && (
          <li>
            {texts.inTime}: {texts.ofAnswered(...inWords(ofAnswered, locale))}
          </li>
        )}
        {speed.parts.map(({ ids, count }) => (
          <li key={ids.join()}>
            {namesOf(ids, texts.timings, locale)}: <Told count={count} locale={locale} />
          </li>
        ))}
        {speed.median !== null && (
          <li>
            {texts.median} {texts.days(formatNumber(speed.median, locale))}
          </li>
        )}
      </ul>
    </div>
  )
}

interface Share {
  readonly count: number
  readonly of: number
}

/** Those in time as a share of all, and of those that are answered; null where a number that it needs is hidden. */
function sharesIn(parts: readonly Part[], came: number | null): readonly [Share | null, Share | null] {
  const [inTime, none] = [countOf(parts, 'in-time'), countOf(parts, 'none')]
  if (inTime === null || came === null) return [null, null]
  const answered = none === null ? null : came - none
  return [
    { count: inTime, of: came },
    answered === null || answered === 0 ? null : { count: inTime, of: answered },
  ]
}

function inWords({ count, of }: Share, locale: Locale): [string, string, string] {
  return [percent(count / of, locale), formatNumber(count, locale), formatNumber(of, locale)]
}

function percent(share: number, locale: Locale): string {
  return `${formatNumber(Math.round(share * 100), locale)} %`
}

function namesOf(ids: readonly string[], names: Readonly<Record<string, string>>, locale: Locale): string {
  return ids.map((id) => names[id] ?? id).join(figureTextsIn(locale).and)
}

/** A number, or that it is not shown. */
function Told({ count, locale }: { readonly count: number | null; readonly locale: Locale }) {
  const texts = figureTextsIn(locale)
  if (count !== null) return <>{formatNumber(count, locale)}</>
  return <span class="source">{texts.hidden}</span>
}

/** How it ended, as the town halls say it and as the companies say it. */
export function Outcomes(props: ShownProps) {
  const { figures, locale } = props
  const { outcomes: texts } = figureTextsIn(locale)
  return (
    <Section id="utgang" title={texts.title} lead={texts.lead}>
      <Table
        caption={texts.townHalls}
        rows={figures.outcomes}
        rowKey={({ ids }) => ids.join()}
        columns={partColumns(props, {
          heading: texts.what,
          names: texts.names,
          parts: figures.outcomes,
          rest: 'open',
          ofPart: texts.ofClosed,
        })}
      />
      <Table
        caption={texts.companies}
        rows={figures.verdicts}
        rowKey={({ ids }) => ids.join()}
        columns={partColumns(props, {
          heading: texts.verdict,
          names: texts.verdicts,
          parts: figures.verdicts,
          rest: 'none',
          ofPart: texts.ofSaid,
        })}
      />
    </Section>
  )
}

interface PartTable {
  readonly heading: string
  readonly names: Readonly<Record<string, string>>
  readonly parts: readonly Part[]
  /** Those that the second share leaves out. */
  readonly rest: string
  readonly ofPart: string
}

function partColumns(
  { figures: { came }, locale }: ShownProps,
  { heading, names, parts, rest, ofPart }: PartTable,
): readonly Column<Part>[] {
  const { outcomes: texts } = figureTextsIn(locale)
  const left = countOf(parts, rest)
  const within = left === null ? 0 : came - left
  return [
    { label: heading, rowHeader: true, cell: ({ ids }) => namesOf(ids, names, locale) },
    { label: texts.count, numeric: true, cell: ({ count }) => <Told count={count} locale={locale} /> },
    {
      label: texts.ofAll,
      numeric: true,
      cell: ({ count }) => (count === null ? '' : percent(count / came, locale)),
    },
    {
      label: ofPart,
      numeric: true,
      cell: ({ ids, count }) =>
        count === null || within === 0 || ids.includes(rest) ? '' : percent(count / within, locale),
    },
  ]
}

interface RowsProps extends ShownProps {
  readonly rows: readonly Row[]
  readonly heading: string
  readonly nameOf: (id: string) => string
}

/** A line for each topic or municipality. */
export function Rows({ rows, heading, nameOf, read, locale }: RowsProps) {
  const texts = figureTextsIn(locale)
  const timed = (['first-word', 'plan'] as const).flatMap((what) => speedColumns(what, locale))
  return (
    <Table
      caption={heading}
      captionHidden
      rows={rows}
      rowKey={({ ids }) => ids.join()}
      columns={[
        {
          label: heading,
          rowHeader: true,
          cell: ({ ids }) => ids.map(nameOf).join(', '),
        },
        {
          label: texts.topics.came,
          numeric: true,
          cell: ({ came }) => <Told count={came} locale={locale} />,
        },
        ...(read.quarter === null ? timed : []),
      ]}
    />
  )
}

function speedColumns(what: 'first-word' | 'plan', locale: Locale): readonly Column<Row>[] {
  const texts = figureTextsIn(locale)
  const { speed } = texts
  const of = (row: Row) => (what === 'plan' ? row.plan : row.firstWord)
  const share = (row: Row, which: 0 | 1) => {
    const found = sharesIn(of(row)?.parts ?? [], row.came)[which]
    return found ? (
      `${percent(found.count / found.of, locale)} (${found.count}/${found.of})`
    ) : (
      <Told count={null} locale={locale} />
    )
  }
  return [
    { label: `${speed[what]}: ${speed.allHeading}`, numeric: true, cell: (row) => share(row, 0) },
    { label: `${speed[what]}: ${speed.answeredHeading}`, numeric: true, cell: (row) => share(row, 1) },
    {
      label: `${speed[what]}: ${speed.medianHeading}`,
      numeric: true,
      cell: (row) => <Told count={of(row)?.median ?? null} locale={locale} />,
    },
  ]
}
