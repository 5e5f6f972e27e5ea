import { formatNumber } from '#platform/values/numbers.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { ChoiceForm } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { countOf, type Figures, type Part, type Row, type Speed } from '../../core/figures.ts'
import { periodNames, type ReadFigures } from './read-figures.ts'
import { figureTextsIn } from './texts.ts'

interface FiguresPageProps {
  readonly read: ReadFigures
  readonly locale: Locale
}

/** What companies have sent to the town halls and how it went, for everybody. */
export function FiguresPage({ read, locale }: FiguresPageProps) {
  const texts = figureTextsIn(locale)
  return (
    <Page>
      <PageTitle title={texts.title} lead={texts.lead} />
      {read.isExample && (
        <Notice tone="warning">
          <p>{texts.example}</p>
        </Notice>
      )}
      {read.sentences.length > 0 && (
        <Section id="aterkommer" title={texts.patterns.title} lead={texts.patterns.lead}>
          <ul>
            {read.sentences.map((text) => (
              <li key={text} lang="sv">
                {text}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {read.years.length === 0 ? (
        <p class="empty">{texts.none}</p>
      ) : (
        <>
          <PeriodForm read={read} locale={locale} />
          <div id="siffror">
            {read.figures ? (
              <Shown read={read} figures={read.figures} locale={locale} />
            ) : (
              <p class="empty">{texts.tooFew}</p>
            )}
          </div>
        </>
      )}
      <Section id="sa-raknas" title={texts.rules.title}>
        <ul>
          {texts.rules.items.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}

function PeriodForm({ read, locale }: FiguresPageProps) {
  const texts = figureTextsIn(locale)
  const names = periodNames[locale]
  return (
    <ChoiceForm action={addressOf('matterFigures', locale)} swap="siffror" submit={texts.show}>
      <SelectField
        name={names.year}
        label={texts.year}
        value={String(read.year)}
        options={read.years.map((year) => ({ value: String(year), label: String(year) }))}
      />
      <SelectField
        name={names.quarter}
        label={texts.period}
        value={read.quarter === null ? '' : String(read.quarter)}
        options={[
          { value: '', label: texts.wholeYear },
          ...[1, 2, 3, 4].map((quarter) => ({ value: String(quarter), label: texts.quarter(quarter) })),
        ]}
      />
    </ChoiceForm>
  )
}

type ShownProps = FiguresPageProps & { readonly figures: Figures }

function Shown(props: ShownProps) {
  const { read, figures, locale } = props
  const texts = figureTextsIn(locale)
  const period = texts.periodName(read.year, read.quarter)
  const query = periodQuery(read, locale)
  return (
    <>
      <p class="lead">{texts.came(formatNumber(figures.came, locale), period)}</p>
      <Section id="hur-det-gick" title={texts.overall}>
        <SpeedFacts {...props} what="first-word" speed={figures.firstWord} />
        <SpeedFacts {...props} what="plan" speed={figures.plan} />
      </Section>
      <Outcomes {...props} />
      <Section id="amnen" title={texts.topics.title}>
        {read.quarter !== null && <p class="hint">{texts.quarterOnly}</p>}
        <Rows {...props} rows={figures.byTopic} heading={texts.topics.topic} nameOf={read.topicName} />
      </Section>
      <Section id="kommuner" title={texts.municipalities.title} lead={texts.municipalities.lead}>
        <Rows
          {...props}
          rows={figures.byMunicipality}
          heading={texts.municipalities.municipality}
          nameOf={read.municipalityName}
        />
      </Section>
      <Section id="hamta" title={texts.files.title} lead={texts.files.lead}>
        <div class="row">
          <LinkButton href={addressOf('matterFiguresCsv', locale) + query} variant="secondary" download>
            {texts.files.csv}
          </LinkButton>
          <LinkButton href={addressOf('matterFiguresJson', locale) + query} variant="secondary" download>
            {texts.files.json}
          </LinkButton>
        </div>
      </Section>
    </>
  )
}

function periodQuery({ year, quarter }: ReadFigures, locale: Locale): string {
  const names = periodNames[locale]
  const asked = new URLSearchParams({ [names.year]: String(year) })
  if (quarter !== null) asked.set(names.quarter, String(quarter))
  return `?${asked.toString()}`
}

interface SpeedFactsProps extends ShownProps {
  readonly what: 'first-word' | 'plan'
  readonly speed: Speed
}

/** How soon: of how many, counted from all that came and from those that have had it. */
function SpeedFacts({ what, speed, figures, locale }: SpeedFactsProps) {
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

function Outcomes(props: ShownProps) {
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

function Rows({ rows, heading, nameOf, read, locale }: RowsProps) {
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
