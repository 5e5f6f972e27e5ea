import type { Municipality } from '#modules/region'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { Disclosure } from '#ui/disclosure.tsx'
import { Section } from '#ui/heading.tsx'
import { Table, type Column } from '#ui/table.tsx'
import type { MissingReason, Observation } from '../../core/indicator.ts'
import type { RegionValue } from '../../core/region-value.ts'
import type { IndicatorReading } from '../../reads.ts'
import { PreliminaryMark } from '../reading/gender-section.tsx'
import { readingTextsIn } from '../reading/reading-texts.ts'
import { textsIn, type Texts } from '../texts.ts'
import { ValueLink } from '../values/value-link.tsx'
import { capitalised, numberText } from '../words.ts'

interface ValuesProps {
  readonly reading: IndicatorReading
  readonly municipalities: readonly Municipality[]
  readonly locale: Locale
  readonly asOf?: Date | undefined
}

/** A long series shows its latest years and folds the older ones away. */
const longSeries = 20
const yearsInSight = 12
/** More different notes than this are left to the files. */
const mostNotes = 12

/** Every value there is, the newest year first, and why those that are missing are so. */
export function AllValues(props: ValuesProps) {
  const { reading, locale } = props
  const texts = textsIn(locale)
  const newestFirst = reading.region.toReversed()
  const inSight = newestFirst.length > longSeries ? yearsInSight : longSeries
  const older = newestFirst.slice(inSight)
  return (
    <Section id="varden" title={texts.charts.table} lead={readingTextsIn(locale).quoting.values}>
      <Values {...props} rows={newestFirst.slice(0, inSight)} />
      {older.length > 0 && (
        <Disclosure summary={texts.charts.older(older.at(-1)?.year ?? 0, older[0]?.year ?? 0)}>
          <Values {...props} rows={older} />
        </Disclosure>
      )}
      {reading.series.observations.some((one) => one.isPreliminary) && (
        <p class="source">{readingTextsIn(locale).preliminaryExplained}</p>
      )}
      <WhyMissing {...props} />
      <Notes {...props} />
    </Section>
  )
}

function Values({
  reading,
  municipalities,
  locale,
  asOf,
  rows,
}: ValuesProps & { readonly rows: readonly RegionValue[] }) {
  const texts = textsIn(locale)
  const { indicator } = reading.series
  const text = (value: number) => numberText(value, indicator, locale)
  const columns: Column<RegionValue>[] = [
    { label: texts.charts.year, rowHeader: true, cell: (row) => row.year },
    {
      label: texts.region,
      numeric: true,
      cell: (row) => (
        <>
          <ValueLink indicator={indicator.id} place={null} year={row.year} locale={locale} asOf={asOf}>
            {regionCell(row, text, texts)}
          </ValueLink>
          {row.isPreliminary && <PreliminaryMark locale={locale} />}
        </>
      ),
    },
    ...municipalities.map((place): Column<RegionValue> => ({
      label: place.name,
      numeric: true,
      cell: (row) => {
        const part = row.parts.find((one) => one.municipality === place.code)
        if (!part || (part.value === null && !part.missing)) return <small>{texts.noData}</small>
        return (
          <>
            <ValueLink indicator={indicator.id} place={place} year={row.year} locale={locale} asOf={asOf}>
              {part.missing ? <small>{texts.missing[part.missing]}</small> : text(part.value ?? 0)}
            </ValueLink>
            {part.isPreliminary && !part.missing && <PreliminaryMark locale={locale} />}
          </>
        )
      },
    })),
  ]
  const years = rows.map((row) => row.year)
  const caption = texts.charts.tableCaption(
    inLocale(indicator.name, locale),
    texts.units[indicator.unit],
    Math.min(...years),
    Math.max(...years),
  )
  return (
    <Table
      caption={caption}
      size="compact"
      columns={columns}
      rows={rows}
      rowKey={(row) => String(row.year)}
    />
  )
}

function regionCell(row: RegionValue, text: (value: number) => string, texts: Texts) {
  if (row.value !== null) return <strong>{text(row.value)}</strong>
  if (row.gap.kind === 'no-rule') return <small>{texts.noRule}</small>
  if (row.gap.kind === 'group') return <small>{texts.noData}</small>
  return <small>{texts.gapValues(row.gap.there, row.gap.of)}</small>
}

function WhyMissing({ reading, locale }: ValuesProps) {
  const texts = textsIn(locale)
  const reasons = [
    ...new Set(
      reading.series.observations.flatMap((one): MissingReason[] => (one.missing ? [one.missing] : [])),
    ),
  ]
  if (reasons.length === 0) return null
  return (
    <div class="prose">
      <h3>{texts.charts.missingTitle}</h3>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>
            {capitalised(texts.missing[reason])}: {texts.missingExplained[reason]}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Notes({ reading, municipalities, locale }: ValuesProps) {
  const texts = textsIn(locale)
  const noted = reading.series.observations.filter((one) => one.note !== null)
  const byNote = Map.groupBy(noted, (one) => one.note ?? '')
  if (byNote.size === 0) return null
  return (
    <Disclosure summary={texts.charts.notes}>
      {byNote.size > mostNotes ? (
        <p>{texts.charts.notesInFiles}</p>
      ) : (
        <ul>
          {[...byNote].map(([note, observations]) => (
            <li key={note}>
              <span lang="sv">{note}</span> ({whichOnes(observations, municipalities)})
            </li>
          ))}
        </ul>
      )}
    </Disclosure>
  )
}

/** "Ale, Lerum 2016–2021": whom a note is about. */
function whichOnes(observations: readonly Observation[], municipalities: readonly Municipality[]): string {
  const codes = new Set(observations.map((one) => one.municipality))
  const years = observations.map((one) => one.year)
  const [from, to] = [Math.min(...years), Math.max(...years)]
  const span = from === to ? String(from) : `${from}–${to}`
  if (codes.size === municipalities.length) return span
  const names = municipalities.filter(({ code }) => codes.has(code)).map(({ name }) => name)
  return `${names.join(', ')} ${span}`
}
