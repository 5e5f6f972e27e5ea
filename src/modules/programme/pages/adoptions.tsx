import { formatDay } from '#platform/values/dates.ts'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { DescriptionList } from '#ui/description-list.tsx'
import { Table } from '#ui/table.tsx'
import type { Adoption } from '../core/adoption.ts'
import type { GridMunicipality } from '../core/cell-grid.ts'
import { textsIn } from './texts.ts'

interface AdoptionFactsProps {
  readonly adoption: Adoption | null
  readonly locale: Locale
}

/** What one municipality has adopted, with sources. What is not known says so; it is not left out. */
export function AdoptionFacts({ adoption, locale }: AdoptionFactsProps) {
  const { adoption: texts } = textsIn(locale)
  if (!adoption) return <p class="empty">{texts.notEntered}</p>
  const known = (value: string | null) => value ?? <NotKnown locale={locale} />
  return (
    <>
      {adoption.note && <p>{inLocale(adoption.note, locale)}</p>}
      <DescriptionList
        items={[
          { term: texts.document, details: <Document adoption={adoption} locale={locale} /> },
          {
            term: texts.decidedOn,
            details: known(adoption.decidedOn && formatDay(adoption.decidedOn, locale)),
          },
          { term: texts.decidedBy, details: known(adoption.decidedBy) },
          { term: texts.caseNumber, details: known(adoption.caseNumber) },
          { term: texts.period, details: known(adoption.period) },
          { term: texts.aim, details: known(adoption.aim && inLocale(adoption.aim, locale)) },
          { term: texts.followUp, details: known(adoption.followUp && inLocale(adoption.followUp, locale)) },
          { term: texts.sources, details: <Sources adoption={adoption} locale={locale} /> },
        ]}
      />
    </>
  )
}

interface AdoptionsTableProps {
  readonly municipalities: readonly GridMunicipality[]
  readonly adoptions: ReadonlyMap<string, Adoption>
  readonly locale: Locale
}

/** What each municipality has adopted, one row each, also for those of whom nothing is known. */
export function AdoptionsTable({ municipalities, adoptions, locale }: AdoptionsTableProps) {
  const texts = textsIn(locale)
  const adoptionIn = ({ code }: GridMunicipality) => adoptions.get(code) ?? null
  return (
    <Table
      caption={texts.programme.adoptionsCaption}
      captionHidden
      rows={municipalities}
      rowKey={({ code }) => code}
      columns={[
        {
          label: texts.programme.municipality,
          rowHeader: true,
          cell: ({ slug, name }) => (
            <a href={addressOf('municipality', locale, { municipality: slug })}>{name}</a>
          ),
        },
        {
          label: texts.adoption.document,
          cell: (row) => <Document adoption={adoptionIn(row)} locale={locale} />,
        },
        {
          label: texts.adoption.decidedOn,
          cell: (row) => <Decision adoption={adoptionIn(row)} locale={locale} />,
        },
        {
          label: texts.adoption.sources,
          cell: (row) => <Sources adoption={adoptionIn(row)} locale={locale} />,
        },
      ]}
    />
  )
}

function NotKnown({ locale }: { readonly locale: Locale }) {
  return <span class="empty">{textsIn(locale).adoption.notKnown}</span>
}

// A document's name is the one it was decided under, whatever language the page is in.
function Document({ adoption, locale }: AdoptionFactsProps) {
  if (!adoption?.document) return <NotKnown locale={locale} />
  const kind = adoption.kind && textsIn(locale).adoption.kinds[adoption.kind]
  return (
    <>
      <span lang="sv">{adoption.document}</span>
      {kind && <span class="empty"> ({kind})</span>}
    </>
  )
}

function Decision({ adoption, locale }: AdoptionFactsProps) {
  if (!adoption?.decidedOn && !adoption?.decidedBy) return <NotKnown locale={locale} />
  const { dayNotKnown, decidedBy } = textsIn(locale).adoption
  const when = adoption.decidedOn ? formatDay(adoption.decidedOn, locale) : dayNotKnown
  return (
    <>
      {when}
      {adoption.decidedBy && (
        <>
          , {decidedBy.toLowerCase()} <span lang="sv">{adoption.decidedBy}</span>
        </>
      )}
    </>
  )
}

function Sources({ adoption, locale }: AdoptionFactsProps) {
  if (!adoption || adoption.sources.length === 0) return <NotKnown locale={locale} />
  return (
    <ul>
      {adoption.sources.map(({ title, url }) => (
        <li key={url}>
          <a href={url} rel="external" lang="sv">
            {title}
          </a>
        </li>
      ))}
    </ul>
  )
}
