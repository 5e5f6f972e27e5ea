import type { VNode } from 'preact'
import { HeadlineCards, IndicatorMap, type OverviewIndicators } from '#modules/indicators'
import {
  ExampleNotice,
  Matrix,
  ProposalNotice,
  ProposalTag,
  type CellGrid,
  type Programme,
  type Reader,
} from '#modules/programme'
import type { Municipality, Network } from '#modules/region'
import { inLocale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { textsIn } from './texts.ts'

export interface OverviewShown {
  readonly network: Network
  readonly reader: Reader
  readonly municipalities: readonly Municipality[]
  readonly indicators: OverviewIndicators
  readonly grid: CellGrid
  readonly programme: Programme | null
  /** The round tables to come; null for none. */
  readonly events: VNode | null
}

/** The common picture: what the network is, how it goes, what is done where, and how to reach it. */
export function OverviewPage(shown: OverviewShown) {
  const { network, reader, municipalities, indicators, grid, programme, events } = shown
  const { locale } = reader
  const texts = textsIn(locale).overview
  return (
    <Page>
      <PageTitle
        title={inLocale(network.name, locale)}
        lead={inLocale(network.about, locale)}
        actions={
          <>
            <LinkButton href={addressOf('entrance', locale)}>{texts.entrance}</LinkButton>
            <span>{texts.entranceLead}</span>
            <a href={addressOf('needs', locale)}>{texts.sayNeed}</a>
          </>
        }
      />
      <Section
        id="indikatorer"
        title={texts.indicators}
        lead={texts.indicatorsLead}
        action={
          <div class="row">
            <ProposalTag programme={programme} locale={locale} />
            <a href={addressOf('indicators', locale)}>{texts.allIndicators}</a>
          </div>
        }
      >
        <HeadlineCards readings={indicators.headline} locale={locale} columns={5} />
      </Section>
      <Section
        id="insatser"
        title={texts.matrix(grid.interventions.length, grid.municipalities.length)}
        lead={texts.matrixLead}
        action={<ProposalTag programme={programme} locale={locale} />}
      >
        <ExampleNotice entries={grid.entries} locale={locale} />
        <Matrix grid={grid} reader={reader} />
        <ProposalNotice programme={programme} locale={locale} />
      </Section>
      <Section id="kommuner" title={texts.map} lead={texts.mapLead}>
        <IndicatorMap
          map={indicators.map}
          choices={indicators.choices}
          municipalities={municipalities}
          locale={locale}
          action={`${addressOf('overview', locale)}#kommuner`}
        />
      </Section>
      {events}
      <Section id="kontakt" title={texts.contact}>
        <p>{inLocale(network.contact, locale)}</p>
        <p>
          <a href={addressOf('about', locale)}>{texts.more}</a>
        </p>
      </Section>
    </Page>
  )
}
