import { inLocale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Section } from '#ui/heading.tsx'
import { Table } from '#ui/table.tsx'
import type { CellGrid, GridEntry } from '../core/cell-grid.ts'
import type { Gaps, MunicipalityGaps } from '../core/gaps.ts'
import { changesTextsIn } from './changes-texts.ts'
import { ExampleNotice } from './notices.tsx'
import { textsIn } from './texts.ts'
import { ago, cellHref, numbered, type Reader } from './words.ts'

interface NetworkWorkProps {
  readonly gaps: Gaps
  readonly grid: CellGrid
  readonly reader: Reader
}

/** The coordinator's view: who is silent, where the picture has holes, and the way to the tools. */
export function NetworkWork({ gaps, grid, reader }: NetworkWorkProps) {
  const { locale } = reader
  const { work: texts } = textsIn(locale)
  return (
    <>
      <Section id="verktyg" title={texts.links}>
        <p class="row">
          <LinkButton href={addressOf('framework', locale)}>{texts.framework}</LinkButton>
          <LinkButton href={addressOf('people', locale)} variant="secondary">
            {texts.people}
          </LinkButton>
          <LinkButton href={addressOf('auditLog', locale)} variant="secondary">
            {texts.log}
          </LinkButton>
          <LinkButton href={addressOf('matrixChanges', locale)} variant="secondary">
            {changesTextsIn(locale).title}
          </LinkButton>
        </p>
      </Section>
      <Section id="luckor" title={texts.gaps} lead={texts.gapsLead}>
        <ExampleNotice entries={grid.entries} locale={locale} />
        <GapsTable gaps={gaps} reader={reader} />
      </Section>
      <Section id="fraga-om" title={texts.toAskAbout}>
        <ToAskAbout gaps={gaps} reader={reader} />
      </Section>
      {gaps.untouched.length > 0 && (
        <Section id="ororda" title={texts.untouched}>
          <ul>
            {gaps.untouched.map((one) => (
              <li key={one.id}>
                <a href={addressOf('intervention', locale, { intervention: one.id })}>
                  {numbered(one, locale)}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function GapsTable({ gaps, reader }: { readonly gaps: Gaps; readonly reader: Reader }) {
  const { work: texts } = textsIn(reader.locale)
  const { labels } = reader.words
  return (
    <Table
      caption={texts.gapsCaption}
      captionHidden
      rows={gaps.municipalities}
      rowKey={({ municipality }) => municipality.code}
      columns={[
        {
          label: texts.municipality,
          rowHeader: true,
          cell: ({ municipality: { slug, name } }) => (
            <a href={addressOf('municipality', reader.locale, { municipality: slug })}>{name}</a>
          ),
        },
        { label: texts.lastWord, cell: (row) => (row.lastWord ? ago(row.lastWord, reader) : texts.never) },
        { label: labels['not-reported'], numeric: true, cell: (row) => row.neverReported.length },
        { label: texts.silent, numeric: true, cell: (row) => row.silent.length },
        { label: labels.stuck, numeric: true, cell: (row) => row.stuck.length },
        { label: texts.withoutOwner, numeric: true, cell: (row) => row.withoutOwner.length },
      ]}
    />
  )
}

function ToAskAbout({ gaps, reader }: { readonly gaps: Gaps; readonly reader: Reader }) {
  const { work: texts } = textsIn(reader.locale)
  const { labels } = reader.words
  const asked = gaps.municipalities.filter((one) => partsOf(one).length > 0)
  if (asked.length === 0) return <p>{texts.nothingToAsk}</p>
  return (
    <div>
      {asked.map((one) => (
        <Disclosure key={one.municipality.code} summary={`${one.municipality.name} (${partsOf(one).length})`}>
          <AskList title={labels['not-reported']} entries={one.neverReported} reader={reader} />
          <AskList title={texts.silent} entries={one.silent} reader={reader} />
          <AskList title={labels.stuck} entries={one.stuck} reader={reader} />
          <AskList title={texts.withoutOwner} entries={one.withoutOwner} reader={reader} />
        </Disclosure>
      ))}
    </div>
  )
}

// A cell may be both silent and without an owner; it is counted once.
function partsOf(one: MunicipalityGaps): readonly GridEntry[] {
  return [...new Set([...one.neverReported, ...one.silent, ...one.stuck, ...one.withoutOwner])]
}

interface AskListProps {
  readonly title: string
  readonly entries: readonly GridEntry[]
  readonly reader: Reader
}

function AskList({ title, entries, reader }: AskListProps) {
  if (entries.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {entries.map((entry) => (
          <li key={entry.intervention.id}>
            <a href={cellHref(entry, reader.locale)}>{inLocale(entry.intervention.name, reader.locale)}</a>
            {entry.cell && (
              <span class="empty">
                {' '}
                {textsIn(reader.locale).cell.lastWord(ago(entry.cell.saidAt, reader)).toLowerCase()}
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
