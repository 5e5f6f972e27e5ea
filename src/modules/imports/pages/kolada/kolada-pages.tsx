import type { ComponentChildren } from 'preact'
import { formatDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { formatNumber } from '#platform/values/numbers.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { DescriptionList } from '#ui/description-list.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import { Notice, Tag } from '#ui/notice.tsx'
import { Table } from '#ui/table.tsx'
import { TextField } from '#ui/text-field.tsx'
import { fewestAnswers, type CatalogueEntry } from '../../kolada/catalogue.ts'
import type { Hit } from '../../kolada/catalogue-search.ts'
import { endingOf, type Successor } from '../../kolada/succession.ts'
import { koladaTextsIn } from './kolada-texts.ts'
import { runTextsIn } from '../runs/run-texts.ts'

/** The name of what is searched for in the search page's address. */
export const searchedFor = { sv: 'sok', en: 'search' } as const satisfies Record<Locale, string>

interface SearchPageProps {
  readonly words: string
  readonly hits: readonly Hit[]
  readonly about: { readonly asOf: string; readonly source: string }
  readonly count: number
  readonly locale: Locale
}

/** Kolada's catalogue, searched. */
export function KoladaSearchPage({ words, hits, about, count, locale }: SearchPageProps) {
  const texts = koladaTextsIn(locale)
  return (
    <Page>
      <PageTitle
        eyebrow={<a href={addressOf('imports', locale)}>{runTextsIn(locale).overview.title}</a>}
        title={texts.title}
        lead={texts.lead(formatNumber(count, locale), formatDay(about.asOf, locale))}
      />
      <form class="form" method="get" action={addressOf('koladaSearch', locale)} role="search">
        <TextField
          name={searchedFor[locale]}
          label={texts.words}
          hint={texts.wordsHint}
          type="search"
          value={words}
          maxLength={200}
        />
        <div class="row form__actions">
          <Button variant="secondary">{texts.find}</Button>
        </div>
      </form>
      {words !== '' && (
        <>
          <p role="status">{hits.length === 0 ? texts.none : texts.found(hits.length)}</p>
          {hits.length > 0 && <Hits hits={hits} locale={locale} />}
          <p class="source">{about.source}</p>
        </>
      )}
    </Page>
  )
}

function Hits({ hits, locale }: { readonly hits: readonly Hit[]; readonly locale: Locale }) {
  const texts = koladaTextsIn(locale)
  return (
    <Table
      caption={texts.caption}
      captionHidden
      rows={hits}
      rowKey={({ entry }) => entry.id}
      columns={[
        {
          label: texts.name,
          rowHeader: true,
          cell: ({ entry, hasEnded }: Hit) => (
            <>
              <a href={addressOf('koladaKpi', locale, { kpi: entry.id })}>{entry.title}</a> {entry.id}{' '}
              {hasEnded && <Tag tone="warning">{texts.ended}</Tag>}
            </>
          ),
        },
        { label: texts.about, cell: ({ entry }) => aboutText(entry, locale) },
        { label: texts.next, cell: ({ entry }) => nextText(entry, locale) },
      ]}
    />
  )
}

function aboutText({ municipalityType, isDividedByGender }: CatalogueEntry, locale: Locale): string {
  const texts = koladaTextsIn(locale)
  const places = { K: texts.municipalities, L: texts.regions, A: texts.both }[municipalityType]
  return [places, isDividedByGender ? texts.byGender : undefined].filter(Boolean).join(', ')
}

function nextText({ publicationDate }: CatalogueEntry, locale: Locale): string {
  return publicationDate === null ? koladaTextsIn(locale).unknown : formatDay(publicationDate, locale)
}

interface KpiPageProps {
  readonly entry: CatalogueEntry
  readonly successors: readonly Successor[]
  /** The latest run, where the series is fetched already. */
  readonly run: string | null
  readonly isPlanned: boolean
  readonly locale: Locale
  /** What stands above the title: errors of the form. */
  readonly above?: ComponentChildren
  /** The form that begins to follow it. */
  readonly children?: ComponentChildren
}

/** One of Kolada's indicators, and the way to follow it. */
export function KoladaKpiPage(props: KpiPageProps) {
  const { entry, isPlanned, run, locale, above, children } = props
  const texts = koladaTextsIn(locale)
  const fewest = fewestAnswers(entry)
  return (
    <Page>
      {above}
      <PageTitle
        eyebrow={<a href={addressOf('koladaSearch', locale)}>{texts.title}</a>}
        title={entry.title}
        lead={entry.id}
      />
      <Ended {...props} />
      <DescriptionList
        items={[
          { term: texts.definition, details: <span class="pre-line">{entry.description}</span> },
          { term: texts.area, details: entry.operatingArea },
          { term: texts.about, details: aboutText(entry, locale) },
          { term: texts.next, details: nextText(entry, locale) },
          ...(fewest === null ? [] : [{ term: '', details: texts.fewest(fewest) }]),
        ].filter(({ details }) => details !== '')}
      />
      {isPlanned ? (
        <Notice title={texts.planned}>
          <p>{texts.plannedLead}</p>
          {run !== null && (
            <LinkButton href={addressOf('importRun', locale, { run })} variant="secondary">
              {texts.seeRun}
            </LinkButton>
          )}
        </Notice>
      ) : (
        children
      )}
    </Page>
  )
}

function Ended({ entry, successors, locale }: KpiPageProps) {
  const texts = koladaTextsIn(locale)
  const ending = endingOf(entry)
  if (!ending) return null
  return (
    <Notice tone="warning" title={texts.endedTitle}>
      <p>{texts.endedLead(ending.words)}</p>
      {successors.map(({ id, title }) => (
        <p key={id}>
          {texts.successor} <a href={addressOf('koladaKpi', locale, { kpi: id })}>{`${title} (${id})`}</a>.
        </p>
      ))}
    </Notice>
  )
}
