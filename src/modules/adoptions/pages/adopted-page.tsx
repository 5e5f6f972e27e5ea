import { numbered } from '#modules/programme'
import { formatDay } from '#platform/values/dates.ts'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Matrix, type MatrixCell } from '#ui/matrix.tsx'
import { Notice } from '#ui/notice.tsx'
import { StatusLegend } from '#ui/status.tsx'
import { Table } from '#ui/table.tsx'
import { TextField } from '#ui/text-field.tsx'
import { standingOn, type AdoptedColumn, type AdoptedGrid } from '../core/adopted-on.ts'
import { standings } from '../core/mapping.ts'
import { dayNames, type AskedDay } from './day-query.ts'
import { DocumentName, Example, NotKnown } from './facts.tsx'
import { formTextsIn } from './form-texts.ts'
import { textsIn, type Texts } from './texts.ts'
import { decisionText, toneOf, versionHref } from './words.ts'

interface AdoptedPageProps {
  readonly grid: AdoptedGrid
  readonly asked: AskedDay
  readonly locale: Locale
}

/** Which of the shared interventions stood in which adopted programme on a day. */
export function AdoptedPage({ grid, asked, locale }: AdoptedPageProps) {
  const texts = textsIn(locale)
  const { matrix } = texts
  const name = dayNames[locale]
  const error = asked.isWrong ? matrix.dayInvalid : undefined
  return (
    <Page>
      <ErrorSummary
        title={formTextsIn(locale).errors.title}
        errors={error ? [{ field: name, message: error }] : []}
      />
      <PageTitle title={matrix.title} lead={matrix.lead} />
      <form class="form" method="get" action={addressOf('adopted', locale)}>
        <TextField
          name={name}
          label={matrix.day}
          hint={matrix.dayHint}
          value={asked.isWrong ? asked.typed : grid.day}
          size={10}
          autocomplete="off"
          error={error}
        />
        <div>
          <Button variant="secondary">{matrix.show}</Button>
        </div>
      </form>
      <Section id="tabell" title={matrix.on(formatDay(grid.day, locale))}>
        {grid.columns.some(isExample) && (
          <Notice tone="warning">
            <p>{texts.example.among}</p>
          </Notice>
        )}
        <Signs grid={grid} locale={locale} />
        <div class="row">
          <LinkButton href={fileHref(grid, locale)} variant="secondary" download>
            {matrix.csv}
          </LinkButton>
          <a href={`/api/v1/adopted-interventions?day=${grid.day}`}>{matrix.api}</a>
        </div>
      </Section>
      <Grounds grid={grid} locale={locale} />
    </Page>
  )
}

function fileHref({ day }: AdoptedGrid, locale: Locale): string {
  return `${addressOf('adoptedCsv', locale)}?${dayNames[locale]}=${day}`
}

function isExample({ inForce }: AdoptedColumn): boolean {
  return inForce.kind === 'one' && inForce.version.isExample
}

function Signs({ grid, locale }: Pick<AdoptedPageProps, 'grid' | 'locale'>) {
  const { matrix, standings: words } = textsIn(locale)
  if (grid.columns.length === 0 || grid.interventions.length === 0) return <p class="empty">{matrix.empty}</p>
  const columnAt = new Map(grid.columns.map((column) => [column.municipality.code, column]))
  const rowAt = new Map(grid.interventions.map((one) => [one.id, one]))
  return (
    <>
      <Matrix
        caption={matrix.caption(formatDay(grid.day, locale))}
        corner={matrix.corner}
        columns={grid.columns.map(({ municipality: { code, slug, name } }) => ({
          key: code,
          label: name,
          href: addressOf('municipality', locale, { municipality: slug }),
        }))}
        groups={[
          {
            key: 'all',
            label: '',
            rows: grid.interventions.map((one) => ({
              key: one.id,
              label: numbered(one, locale),
              href: addressOf('intervention', locale, { intervention: one.id }),
            })),
          },
        ]}
        cell={(row, column) => {
          const of = columnAt.get(column.key)
          const one = rowAt.get(row.key)
          return of && one ? signFor(of, one.id, inLocale(one.name, locale), locale) : noSign(words)
        }}
      />
      <StatusLegend
        label={matrix.legend}
        statuses={standings.map((standing) => ({ tone: toneOf[standing], label: words[standing] }))}
      />
    </>
  )
}

function noSign(words: Texts['standings']): MatrixCell {
  return { tone: toneOf['not-known'], label: words['not-known'], title: words['not-known'] }
}

/** The sign leads to the municipality's own words, where there is a programme to lead to. */
function signFor(column: AdoptedColumn, id: string, name: string, locale: Locale): MatrixCell {
  const { matrix, standings: words } = textsIn(locale)
  const { municipality, inForce } = column
  const { standing } = standingOn(column, id)
  const sign = {
    tone: toneOf[standing],
    label: words[standing],
    title: matrix.cell(municipality.name, name, words[standing]),
  }
  if (inForce.kind !== 'one') return sign
  const page = versionHref('adoption', municipality, inForce.version.version, locale)
  return { ...sign, href: `${page}#${standing === 'not-known' ? 'insatser' : `insats-${id}`}` }
}

/** Which programme each answer rests on, and how sure that is. */
function Grounds({ grid, locale }: Pick<AdoptedPageProps, 'grid' | 'locale'>) {
  const { matrix } = textsIn(locale)
  return (
    <Section id="grund" title={matrix.sources} lead={matrix.rules}>
      <Table
        caption={matrix.sourcesCaption}
        captionHidden
        rows={grid.columns}
        rowKey={({ municipality }) => municipality.code}
        columns={[
          { label: matrix.municipality, rowHeader: true, cell: ({ municipality }) => municipality.name },
          { label: matrix.programme, cell: (column) => <Programmes column={column} locale={locale} /> },
          { label: matrix.why, cell: (column) => whyText(column, matrix) },
        ]}
      />
    </Section>
  )
}

function Programmes({ column, locale }: { readonly column: AdoptedColumn; readonly locale: Locale }) {
  const { municipality, inForce } = column
  if (inForce.kind === 'none') return <NotKnown locale={locale} />
  const versions = inForce.kind === 'one' ? [inForce.version] : inForce.candidates
  return (
    <>
      {versions.map((one) => (
        <p key={one.version}>
          <a href={versionHref('adoption', municipality, one.version, locale)}>
            <DocumentName facts={one} locale={locale} />
          </a>
          , {decisionText(one, locale) ?? textsIn(locale).facts.dayNotKnown}
          <Example adoption={one} locale={locale} />
        </p>
      ))}
    </>
  )
}

function whyText({ inForce, mapped }: AdoptedColumn, matrix: Texts['matrix']): string {
  switch (inForce.kind) {
    case 'none':
      return matrix.none
    case 'unsure':
      return inForce.candidates.length > 1 ? matrix.unsureDates : matrix.unsureNone
    case 'one':
      return mapped?.tree.nodes.length ? matrix.sure : `${matrix.sure} ${matrix.noTree}`
  }
}
