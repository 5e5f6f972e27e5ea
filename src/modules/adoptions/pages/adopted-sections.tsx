import { inTransaction, type Visit } from '#modules/accounts'
import type { VNode } from 'preact'
import { municipalitiesOf } from '#modules/region'
import { dayOf, type IsoDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { Table } from '#ui/table.tsx'
import type { Adoption } from '../core/adoption.ts'
import { inForceOn } from '../core/in-force.ts'
import { adoptionsOf } from '../store.ts'
import { DocumentName, Example, ExampleNotice, Facts, NotKnown, Sources } from './facts.tsx'
import { textsIn } from './texts.ts'
import { decisionText, versionHref, type NamedMunicipality } from './words.ts'

/** What each municipality has decided, as a part of the page about the shared programme. */
export async function adoptedSection(visit: Visit): Promise<VNode | null> {
  const { locale, now } = visit
  const shown = await inTransaction(visit, async (tx) => ({
    municipalities: await municipalitiesOf(tx),
    adoptions: await adoptionsOf(tx),
  }))
  const { list } = textsIn(locale)
  return (
    <Section id="beslut" title={list.section} lead={list.lead}>
      <AdoptionsTable {...shown} today={dayOf(now)} locale={locale} />
      <ul>
        <li>
          <a href={addressOf('adoptions', locale)}>{list.all}</a>
        </li>
        <li>
          <a href={addressOf('adopted', locale)}>{list.matrix}</a>
        </li>
      </ul>
    </Section>
  )
}

interface AdoptionsTableProps {
  readonly municipalities: readonly NamedMunicipality[]
  readonly adoptions: readonly Adoption[]
  readonly today: IsoDay
  readonly locale: Locale
  /** With the versions before, too. */
  readonly withEarlier?: boolean
}

/** What each municipality has adopted, one row each, also for those of whom nothing is known. */
export function AdoptionsTable(props: AdoptionsTableProps) {
  const { municipalities, adoptions, today, locale, withEarlier = false } = props
  const { list } = textsIn(locale)
  const rows = municipalities.map((municipality) => {
    const own = adoptions.filter((one) => one.municipality === municipality.code)
    const current = currentOf(own, today)
    return { municipality, current, others: own.filter((one) => one !== current).toReversed() }
  })
  return (
    <>
      {rows.some(({ current }) => current?.isExample) && (
        <Notice tone="warning">
          <p>{textsIn(locale).example.among}</p>
        </Notice>
      )}
      <Table
        caption={list.caption}
        captionHidden
        rows={rows}
        rowKey={({ municipality }) => municipality.code}
        columns={[
          {
            label: list.municipality,
            rowHeader: true,
            cell: ({ municipality: { slug, name } }) => (
              <a href={addressOf('municipality', locale, { municipality: slug })}>{name}</a>
            ),
          },
          {
            label: list.programme,
            cell: ({ municipality, current, others }) => (
              <>
                <Named adoption={current} municipality={municipality} locale={locale} />
                {withEarlier && others.length > 0 && (
                  <p>
                    {list.earlier}:{' '}
                    {others.map((one) => (
                      <Earlier key={one.version} adoption={one} municipality={municipality} locale={locale} />
                    ))}
                  </p>
                )}
              </>
            ),
          },
          {
            label: list.decided,
            cell: ({ current }) => (current && decisionText(current, locale)) ?? <NotKnown locale={locale} />,
          },
          {
            label: list.sources,
            cell: ({ current }) => <Sources facts={current ?? { sources: [] }} locale={locale} />,
          },
        ]}
      />
    </>
  )
}

interface NamedProps {
  readonly adoption: Adoption | null
  readonly municipality: NamedMunicipality
  readonly locale: Locale
}

function Named({ adoption, municipality, locale }: NamedProps) {
  if (!adoption) return <NotKnown locale={locale} />
  return (
    <>
      <a href={versionHref('adoption', municipality, adoption.version, locale)}>
        <DocumentName facts={adoption} locale={locale} />
      </a>
      <Example adoption={adoption} locale={locale} />
    </>
  )
}

function Earlier({ adoption, municipality, locale }: NamedProps & { readonly adoption: Adoption }) {
  return (
    <>
      <a href={versionHref('adoption', municipality, adoption.version, locale)}>
        {textsIn(locale).version.label(adoption.version)}
      </a>{' '}
    </>
  )
}

/** The version to show first: the one in force, or where that is not sure the latest that may be. */
function currentOf(adoptions: readonly Adoption[], today: IsoDay): Adoption | null {
  const answer = inForceOn(adoptions, today)
  if (answer.kind === 'one') return answer.version
  return (answer.kind === 'unsure' ? answer.candidates.at(-1) : adoptions.at(-1)) ?? null
}

interface AdoptedHereProps {
  readonly adoptions: readonly Adoption[]
  readonly municipality: NamedMunicipality
  readonly today: IsoDay
  /** Whether the reader may enter what the municipality has adopted. */
  readonly mayWrite: boolean
  readonly locale: Locale
}

/** What one municipality has adopted, on its own page. */
export function AdoptedHere({ adoptions, municipality, today, mayWrite, locale }: AdoptedHereProps) {
  const { facts, version, list } = textsIn(locale)
  const adoption = currentOf(adoptions, today)
  return (
    <>
      {adoption ? (
        <>
          <ExampleNotice adoption={adoption} locale={locale} />
          <Facts adoption={adoption} municipality={municipality} locale={locale} />
          <p>
            <a href={versionHref('adoption', municipality, adoption.version, locale)}>{facts.more}</a>
          </p>
        </>
      ) : (
        <p class="empty">{facts.notEntered}</p>
      )}
      {mayWrite && (
        <div>
          <LinkButton
            href={addressOf('enterAdoption', locale, { municipality: municipality.slug })}
            variant="secondary"
          >
            {adoption ? version.enter : list.write}
          </LinkButton>
        </div>
      )}
    </>
  )
}
