import { formatDay, dayOf } from '#platform/values/dates.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Table } from '#ui/table.tsx'
import { TextField } from '#ui/text-field.tsx'
import { movesAmong, type CellChange, type Move, type MunicipalityChanges } from '../core/changes-between.ts'
import { standingOf } from '../core/status.ts'
import type { AskedDays } from './changes-query.ts'
import { changesTextsIn } from './changes-texts.ts'
import { ExampleNotice } from './notices.tsx'
import { StandingStatus } from './standing-status.tsx'
import { cellHref, numbered, type Reader } from './words.ts'

interface ChangesPageProps {
  readonly asked: AskedDays
  readonly changes: readonly MunicipalityChanges[]
  /** How many cells there are. */
  readonly cellCount: number
  readonly reader: Reader
}

/** What the municipalities have said between two days. */
export function ChangesPage({ asked, changes, cellCount, reader }: ChangesPageProps) {
  const { locale } = reader
  const texts = changesTextsIn(locale)
  const all = changes.flatMap((one) => one.changes)
  return (
    <Page>
      <ErrorSummary title={texts.errorTitle} errors={errorsOf(asked, reader)} />
      <PageTitle title={texts.title} lead={texts.lead} />
      <DaysForm asked={asked} reader={reader} />
      <Section
        id="mellan"
        title={texts.between(formatDay(asked.days.from, locale), formatDay(asked.days.to, locale))}
        lead={all.length === 0 ? texts.none : texts.counts(all.length, cellCount)}
      >
        <ExampleNotice entries={all.map(({ entry }) => entry)} locale={locale} />
        {all.length > 0 && <Moves moves={movesAmong(all)} reader={reader} />}
      </Section>
      {changes.map((one) => (
        <Said key={one.municipality.code} one={one} reader={reader} />
      ))}
    </Page>
  )
}

function errorsOf({ errors, names }: AskedDays, { locale }: Reader) {
  const texts = changesTextsIn(locale).errors
  return (['from', 'to'] as const).flatMap((part) => {
    const problem = errors[part]
    return problem ? [{ field: names[part], message: texts[problem] }] : []
  })
}

function DaysForm({ asked, reader }: Pick<ChangesPageProps, 'asked' | 'reader'>) {
  const texts = changesTextsIn(reader.locale)
  const field = (part: 'from' | 'to') => {
    const problem = asked.errors[part]
    const isWrong = problem !== undefined
    return {
      name: asked.names[part],
      value: isWrong || asked.typed[part] !== '' ? asked.typed[part] : asked.days[part],
      ...(isWrong ? { error: texts.errors[problem] } : {}),
      size: 10,
      autocomplete: 'off' as const,
    }
  }
  return (
    <form class="form" method="get" action={addressOf('matrixChanges', reader.locale)}>
      <TextField {...field('from')} label={texts.from} hint={texts.fromHint} />
      <TextField {...field('to')} label={texts.to} hint={texts.toHint} />
      <div>
        <Button variant="secondary">{texts.show}</Button>
      </div>
    </form>
  )
}

function Moves({ moves, reader }: { readonly moves: readonly Move[]; readonly reader: Reader }) {
  const texts = changesTextsIn(reader.locale)
  return (
    <Table
      caption={texts.moves}
      rows={moves}
      rowKey={({ from, to }) => `${from} ${to}`}
      empty={texts.noMoves}
      columns={[
        {
          label: texts.movesFrom,
          cell: ({ from }) => <StandingStatus standing={from} words={reader.words} />,
        },
        { label: texts.movesTo, cell: ({ to }) => <StandingStatus standing={to} words={reader.words} /> },
        { label: texts.movesCount, numeric: true, cell: ({ count }) => count },
      ]}
    />
  )
}

function Said({ one, reader }: { readonly one: MunicipalityChanges; readonly reader: Reader }) {
  const { locale } = reader
  const texts = changesTextsIn(locale)
  const { municipality, changes } = one
  return (
    <Section id={`kommun-${municipality.slug}`} title={municipality.name}>
      <Table
        caption={texts.table(municipality.name)}
        captionHidden
        rows={changes}
        rowKey={({ entry }) => entry.intervention.id}
        columns={[
          {
            label: texts.intervention,
            rowHeader: true,
            cell: ({ entry }) => <a href={cellHref(entry, locale)}>{numbered(entry.intervention, locale)}</a>,
          },
          {
            label: texts.before,
            cell: ({ before }) => <StandingStatus standing={standingOf(before)} words={reader.words} />,
          },
          {
            label: texts.after,
            cell: ({ after }) => <StandingStatus standing={after.status} words={reader.words} />,
          },
          { label: texts.said, cell: (change) => <NowSaid change={change} reader={reader} /> },
          { label: texts.when, cell: ({ after }) => formatDay(dayOf(after.saidAt), locale) },
        ]}
      />
    </Section>
  )
}

function NowSaid({
  change: { after, fields },
  reader,
}: {
  readonly change: CellChange
  readonly reader: Reader
}) {
  return fields.length === 0 ? (
    <span>{changesTextsIn(reader.locale).again}</span>
  ) : (
    <span lang="sv">{after.text}</span>
  )
}
