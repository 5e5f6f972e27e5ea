import type { VNode } from 'preact'
import { dayOf, formatDay } from '#platform/values/dates.ts'
import { HeadlineCards, type HeadlineReading } from '#modules/indicators'
import { inLocale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { LinkButton } from '#ui/button.tsx'
import { DescriptionList } from '#ui/description-list.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import type { CellGrid } from '../core/cell-grid.ts'
import type { Framework, Intervention } from '../core/framework.ts'
import { CellCards } from './cell-cards.tsx'
import { partHref } from './framework-addresses.ts'
import { ShownNotices } from './notices.tsx'
import { textsIn } from './texts.ts'
import { countsInWords, numbered, type Reader } from './words.ts'

interface InterventionPageProps {
  readonly intervention: Intervention
  readonly framework: Framework
  readonly row: CellGrid
  /** The indicators it should move, read for the region. */
  readonly indicators: readonly HeadlineReading[]
  readonly reader: Reader
  readonly mayEdit: boolean
  /** What other modules know of it. */
  readonly beside: readonly (VNode | null)[]
}

/** One intervention: what it is, what it should move, and how it is going in each municipality. */
export function InterventionPage(props: InterventionPageProps) {
  const { intervention, framework, row, reader, mayEdit, beside } = props
  const { locale } = reader
  const texts = textsIn(locale)
  const area = framework.areas.find(({ id }) => id === intervention.area)
  return (
    <Page>
      <Breadcrumbs
        label={texts.interventions.title}
        items={[
          { label: texts.interventions.title, href: addressOf('interventions', locale) },
          {
            label: numbered(intervention, locale),
            href: addressOf('intervention', locale, { intervention: intervention.id }),
          },
        ]}
      />
      <PageTitle
        eyebrow={texts.intervention.eyebrow(intervention.number, area ? inLocale(area.name, locale) : '')}
        title={inLocale(intervention.name, locale)}
        lead={inLocale(intervention.text, locale)}
        actions={
          mayEdit && (
            <LinkButton href={partHref('intervention', intervention.id, locale)} variant="secondary">
              {texts.intervention.edit}
            </LinkButton>
          )
        }
      />
      {intervention.retiredAt && (
        <Notice tone="warning">
          <p>{texts.intervention.retired(formatDay(dayOf(intervention.retiredAt), locale))}</p>
        </Notice>
      )}
      <ShownNotices programme={framework.programme} entries={row.entries} locale={locale} />
      <Belonging {...props} />
      <MovedIndicators {...props} />
      <Section
        id="kommuner"
        title={texts.intervention.municipalities}
        lead={countsInWords(
          row.entries.map(({ cell }) => cell),
          reader,
        )}
      >
        <CellCards entries={row.entries} reader={reader} namedAfter="municipality" />
      </Section>
      {beside}
    </Page>
  )
}

function Belonging({ intervention, framework, reader: { locale } }: InterventionPageProps) {
  const { intervention: texts } = textsIn(locale)
  const area = framework.areas.find(({ id }) => id === intervention.area)
  const goal = framework.goals.find(({ id }) => id === area?.goal)
  const parts = [
    ...(goal ? [{ term: texts.goal, details: inLocale(goal.name, locale) }] : []),
    ...(area ? [{ term: texts.area, details: inLocale(area.name, locale) }] : []),
  ]
  return parts.length === 0 ? null : <DescriptionList items={parts} />
}

function MovedIndicators({ indicators, reader: { locale } }: InterventionPageProps) {
  const { intervention: texts } = textsIn(locale)
  return (
    <Section id="indikatorer" title={texts.indicators}>
      {indicators.length === 0 ? (
        <p class="empty">{texts.noIndicators}</p>
      ) : (
        <HeadlineCards readings={indicators} locale={locale} columns={4} />
      )}
    </Section>
  )
}
