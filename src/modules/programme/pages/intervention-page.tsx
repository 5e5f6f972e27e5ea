import { dayOf, formatDay } from '#platform/values/dates.ts'
import type { Choice } from '#modules/indicators'
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
import { ExampleNotice, ProposalNotice } from './notices.tsx'
import { textsIn } from './texts.ts'
import { countsInWords, numbered, type Reader } from './words.ts'

interface InterventionPageProps {
  readonly intervention: Intervention
  readonly framework: Framework
  readonly row: CellGrid
  /** Every indicator of the network. */
  readonly indicators: readonly Choice[]
  readonly reader: Reader
  readonly mayEdit: boolean
}

/** One intervention: what it is, what it should move, and how it is going in each municipality. */
export function InterventionPage(props: InterventionPageProps) {
  const { intervention, framework, row, reader, mayEdit } = props
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
      <ProposalNotice programme={framework.programme} locale={locale} />
      <ExampleNotice entries={row.entries} locale={locale} />
      <Belonging {...props} />
      <Section
        id="kommuner"
        title={texts.intervention.municipalities}
        lead={countsInWords(
          row.entries.map(({ cell }) => cell),
          texts,
        )}
      >
        <CellCards entries={row.entries} reader={reader} namedAfter="municipality" />
      </Section>
    </Page>
  )
}

function Belonging({ intervention, framework, indicators, reader: { locale } }: InterventionPageProps) {
  const { intervention: texts } = textsIn(locale)
  const area = framework.areas.find(({ id }) => id === intervention.area)
  const goal = framework.goals.find(({ id }) => id === area?.goal)
  const moved = indicators.filter(
    ({ id, retiredAt }) => retiredAt === null && intervention.indicators.includes(id),
  )
  return (
    <DescriptionList
      items={[
        ...(goal ? [{ term: texts.goal, details: inLocale(goal.name, locale) }] : []),
        ...(area ? [{ term: texts.area, details: inLocale(area.name, locale) }] : []),
        {
          term: texts.indicators,
          details:
            moved.length === 0 ? (
              <span class="empty">{texts.noIndicators}</span>
            ) : (
              <ul>
                {moved.map(({ id, name }) => (
                  <li key={id}>
                    <a href={addressOf('indicator', locale, { indicator: id })}>{inLocale(name, locale)}</a>
                  </li>
                ))}
              </ul>
            ),
        },
      ]}
    />
  )
}
