import type { VNode } from 'preact'
import { dayOf, formatDay } from '#platform/values/dates.ts'
import { inLocale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { LinkButton } from '#ui/button.tsx'
import { DescriptionList, type Description } from '#ui/description-list.tsx'
import { Page, PageTitle, Prose } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Cell } from '../core/cell.ts'
import type { GridEntry } from '../core/cell-grid.ts'
import type { Programme } from '../core/framework.ts'
import { standingOf } from '../core/status.ts'
import { CellHistory, type Past } from './cell-history.tsx'
import { ShownNotices } from './notices.tsx'
import { MilestoneWords } from './milestone-words.tsx'
import { StandingStatus } from './standing-status.tsx'
import { textsIn } from './texts.ts'
import { ago, cellHref, editCellHref, langOfWord, numbered, personInWords, type Reader } from './words.ts'

interface CellPageProps {
  readonly entry: GridEntry
  readonly programme: Programme | null
  /** Null for readers who may not see it. */
  readonly past: Past | null
  readonly reader: Reader
  readonly mayChange: boolean
  readonly isSaved: boolean
  /** What other modules know of it. */
  readonly beside: VNode | null
}

/** What one municipality says of one intervention, and for members how it came to say so. */
export function CellPage(props: CellPageProps) {
  const { entry, programme, past, reader, mayChange, isSaved, beside } = props
  const { locale } = reader
  const texts = textsIn(locale)
  const { cell, municipality, intervention } = entry
  return (
    <Page>
      <CellCrumbs entry={entry} reader={reader} />
      {isSaved && <Notice tone="success" title={texts.cell.saved} live />}
      <PageTitle
        eyebrow={municipality.name}
        title={numbered(intervention, locale)}
        tags={
          <p class="lead">
            <StandingStatus standing={standingOf(cell)} words={reader.words} isStrong />
          </p>
        }
        actions={
          mayChange && (
            <LinkButton href={editCellHref(entry, locale)}>
              {cell ? texts.cell.change : texts.cell.report}
            </LinkButton>
          )
        }
      />
      {intervention.isRetired && (
        <Notice tone="warning">
          <p>{texts.errors['intervention-retired']}</p>
        </Notice>
      )}
      <ShownNotices programme={programme} entries={[entry]} locale={locale} />
      <div class="section">
        <Prose>
          {cell ? paragraphs(cell.text, langOfWord(locale)) : <p>{reader.words.meanings['not-reported']}</p>}
        </Prose>
        {cell && <CellFacts cell={cell} reader={reader} />}
        <p class="row">
          <a href={addressOf('intervention', locale, { intervention: intervention.id })}>
            {texts.cell.others}
          </a>
          <a href={addressOf('municipality', locale, { municipality: municipality.slug })}>
            {texts.cell.municipality(municipality.name)}
          </a>
        </p>
      </div>
      {beside}
      {past && <CellHistory past={past} reader={reader} />}
    </Page>
  )
}

/** The way down to a cell. */
export function CellCrumbs({
  entry,
  reader: { locale },
}: {
  readonly entry: GridEntry
  readonly reader: Pick<Reader, 'locale'>
}) {
  const { intervention, municipality } = entry
  const texts = textsIn(locale)
  return (
    <Breadcrumbs
      label={texts.interventions.title}
      items={[
        { label: texts.interventions.title, href: addressOf('interventions', locale) },
        {
          label: inLocale(intervention.name, locale),
          href: addressOf('intervention', locale, { intervention: intervention.id }),
        },
        { label: municipality.name, href: cellHref(entry, locale) },
      ]}
    />
  )
}

function CellFacts({ cell, reader }: { readonly cell: Cell; readonly reader: Reader }) {
  const texts = textsIn(reader.locale)
  const people: Description[] = [
    { term: texts.cell.owner, details: personInWords(cell.owner, texts) },
    { term: texts.cell.deputy, details: personInWords(cell.deputy, texts) },
  ]
  return (
    <DescriptionList
      items={[
        {
          term: texts.cell.milestone,
          details: cell.milestone ? (
            <MilestoneWords milestone={cell.milestone} locale={reader.locale} />
          ) : (
            texts.cell.noMilestone
          ),
        },
        { term: texts.cell.said, details: saidInWords(cell, reader) },
        ...(reader.isMember ? people : []),
      ]}
    />
  )
}

function saidInWords(cell: Cell, reader: Reader): string {
  const { cell: texts } = textsIn(reader.locale)
  const day = formatDay(dayOf(cell.saidAt), reader.locale)
  const who = reader.isMember ? cell.saidBy?.name : null
  return who ? texts.saidBy(day, ago(cell.saidAt, reader), who) : texts.saidOn(day, ago(cell.saidAt, reader))
}

/** What was typed with blank lines between becomes paragraphs. */
function paragraphs(text: string, lang: 'sv' | undefined) {
  return text.split(/\n\s*\n/).map((paragraph, at) => (
    <p key={at} lang={lang}>
      {paragraph.split('\n').map((line, row) => (
        <>
          {row > 0 && <br />}
          {line}
        </>
      ))}
    </p>
  ))
}
