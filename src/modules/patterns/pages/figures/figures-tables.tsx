import { formatNumber } from '#platform/values/numbers.ts'
import type { Locale } from '#platform/values/locale.ts'
import { Section } from '#ui/heading.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { countOf, type Figures, type Part, type Row, type Speed } from '../../figures/figures.ts'
import { figureTextsIn } from './texts.ts'

export interface ShownProps {
  readonly figures: Figures
  readonly locale: Locale
}

interface SpeedFactsProps extends ShownProps {
  readonly what: 'first-word' | 'plan'
  readonly speed: Speed
}

/** How soon: of how many, counted from all that came and from those that have had it. */
export function SpeedFacts({ what, speed, ...props }: SpeedFactsProps) {
  const { speed: texts } = figureTextsIn(props.locale)
  return (
    <>
      <Parts
        {...props}
        caption={texts[what]}
        heading={texts.when}
        names={texts.timings}
        parts={speed.parts}
        rest="none"
        ofPart={texts.ofAnswered}
      />
      {speed.median !== null && (
        <p>
          {texts.median} {texts.days(formatNumber(speed.median, props.locale))}.
        </p>
      )}
    </>
  )
}

/** How it ended, as the town halls say it and as the companies say it. */
export function Outcomes(props: ShownProps) {
  const { figures, locale } = props
  const { outcomes: texts } = figureTextsIn(locale)
  return (
    <Section id="utgang" title={texts.title} lead={texts.lead}>
      <Parts
        {...props}
        caption={texts.townHalls}
        heading={texts.what}
        names={texts.names}
        parts={figures.outcomes}
        rest="open"
        ofPart={texts.ofClosed}
      />
      <Parts
        {...props}
        caption={texts.companies}
        heading={texts.verdict}
        names={texts.verdicts}
        parts={figures.verdicts}
        rest="none"
        ofPart={texts.ofSaid}
      />
    </Section>
  )
}

interface PartsProps extends ShownProps {
  readonly caption: string
  readonly heading: string
  readonly names: Readonly<Record<string, string>>
  readonly parts: readonly Part[]
  /** Those that the second share leaves out. */
  readonly rest: string
  readonly ofPart: string
}

/** How many there are of each kind, with their share of all that came and of those that it can be said of. */
function Parts({ caption, heading, names, parts, rest, ofPart, figures: { came }, locale }: PartsProps) {
  const texts = figureTextsIn(locale)
  const left = countOf(parts, rest)
  const within = left === null ? 0 : came - left
  return (
    <Table
      caption={caption}
      rows={parts}
      rowKey={({ ids }) => ids.join()}
      size="compact"
      columns={[
        {
          label: heading,
          rowHeader: true,
          cell: ({ ids }) =>
            together(
              ids.map((id) => names[id] ?? id),
              locale,
            ),
        },
        {
          label: texts.outcomes.count,
          numeric: true,
          cell: ({ count }) => <Told count={count} locale={locale} />,
        },
        {
          label: texts.outcomes.ofAll,
          numeric: true,
          cell: ({ count }) => (count === null ? '' : percent(count / came, locale)),
        },
        {
          label: ofPart,
          numeric: true,
          cell: ({ ids, count }) =>
            count === null || within === 0 || ids.includes(rest) ? '' : percent(count / within, locale),
        },
      ]}
    />
  )
}

/** Several names of what is told only together. */
function together(names: readonly string[], locale: Locale): string {
  return names.length === 1 ? (names[0] ?? '') : `${names.join(', ')} ${figureTextsIn(locale).together}`
}

function percent(share: number, locale: Locale): string {
  return `${formatNumber(Math.round(share * 100), locale)} %`
}

/** A number, or that it is not shown. */
function Told({ count, locale }: { readonly count: number | null; readonly locale: Locale }) {
  if (count !== null) return <>{formatNumber(count, locale)}</>
  return <span class="source">{figureTextsIn(locale).hidden}</span>
}

interface RowsProps {
  readonly locale: Locale
  readonly rows: readonly Row[]
  readonly heading: string
  readonly nameOf: (id: string) => string
}

/** A line for each topic or municipality. */
export function Rows({ rows, heading, nameOf, locale }: RowsProps) {
  const texts = figureTextsIn(locale)
  const timed = (['first-word', 'plan'] as const).flatMap((what) => speedColumns(what, locale))
  return (
    <Table
      caption={heading}
      captionHidden
      rows={rows}
      rowKey={({ ids }) => ids.join()}
      columns={[
        { label: heading, rowHeader: true, cell: ({ ids }) => together(ids.map(nameOf), locale) },
        {
          label: texts.topics.came,
          numeric: true,
          cell: ({ came }) => <Told count={came} locale={locale} />,
        },
        ...timed,
      ]}
    />
  )
}

function speedColumns(what: 'first-word' | 'plan', locale: Locale): readonly Column<Row>[] {
  const { speed: texts } = figureTextsIn(locale)
  const of = (row: Row) => (what === 'plan' ? row.plan : row.firstWord)
  return [
    {
      label: texts.columns[what].share,
      numeric: true,
      cell: (row) => <Shares parts={of(row).parts} came={row.came} locale={locale} />,
    },
    {
      label: texts.columns[what].median,
      numeric: true,
      cell: (row) => <Told count={of(row).median} locale={locale} />,
    },
  ]
}

interface SharesProps {
  readonly parts: readonly Part[]
  readonly came: number | null
  readonly locale: Locale
}

/** Those in time, of all that came and of those that are answered; without what a hidden number would be needed for. */
function Shares({ parts, came, locale }: SharesProps) {
  const { speed: texts } = figureTextsIn(locale)
  const [inTime, none] = [countOf(parts, 'in-time'), countOf(parts, 'none')]
  if (inTime === null || came === null) return <Told count={null} locale={locale} />
  const answered = none === null ? 0 : came - none
  return (
    <>
      {texts.of(percent(inTime / came, locale), formatNumber(came, locale))}
      {answered > 0 && (
        <>
          <br />
          {texts.of(percent(inTime / answered, locale), formatNumber(answered, locale))}
        </>
      )}
    </>
  )
}
