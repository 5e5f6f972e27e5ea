import { AdoptedHere, type Adoption } from '#modules/adoptions'
import { MunicipalityActivities, type Activity } from '#modules/activities'
import { MunicipalityIndicators, ProfileLink, type MunicipalityReading } from '#modules/indicators'
import {
  MunicipalityInterventions,
  ProposalNotice,
  type CellGrid,
  type Programme,
  type Reader,
} from '#modules/programme'
import type { Municipality } from '#modules/region'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { textsIn } from './texts.ts'

interface MunicipalitiesPageProps {
  readonly locale: Locale
  readonly municipalities: readonly Municipality[]
}

/** The way to each municipality. */
export function MunicipalitiesPage({ locale, municipalities }: MunicipalitiesPageProps) {
  const texts = textsIn(locale).municipalities
  return (
    <Page>
      <PageTitle title={texts.title} lead={texts.lead} />
      <nav aria-label={texts.list}>
        <ul class="link-columns">
          {municipalities.map(({ slug, name }) => (
            <li key={slug}>
              <a href={addressOf('municipality', locale, { municipality: slug })}>{name}</a>
            </li>
          ))}
        </ul>
      </nav>
    </Page>
  )
}

export interface MunicipalityShown {
  readonly reader: Reader
  readonly municipality: Municipality
  readonly adoptions: readonly Adoption[]
  readonly mayWriteAdoption: boolean
  readonly column: CellGrid
  readonly activities: readonly Activity[]
  readonly programme: Programme | null
  readonly readings: readonly MunicipalityReading[]
}

/** One municipality: what is decided, done and achieved. */
export function MunicipalityPage(shown: MunicipalityShown) {
  const { reader, municipality, adoptions, column, activities, programme, readings } = shown
  const { locale } = reader
  const all = textsIn(locale)
  const texts = all.municipality
  return (
    <Page>
      <Breadcrumbs
        label={texts.trail}
        items={[
          { label: all.municipalities.title, href: addressOf('municipalities', locale) },
          {
            label: municipality.name,
            href: addressOf('municipality', locale, { municipality: municipality.slug }),
            current: true,
          },
        ]}
      />
      <PageTitle title={municipality.name} lead={texts.lead(municipality.name)} />
      <Section id="beslut" title={texts.adoption}>
        <AdoptedHere
          adoptions={adoptions}
          municipality={municipality}
          today={reader.today}
          mayWrite={shown.mayWriteAdoption}
          locale={locale}
        />
      </Section>
      <Section
        id="indikatorer"
        title={texts.indicators}
        lead={texts.indicatorsLead}
        action={<ProfileLink municipality={municipality} locale={locale} />}
      >
        <MunicipalityIndicators readings={readings} municipality={municipality.name} locale={locale} />
      </Section>
      <Section id="insatser" title={texts.interventions} lead={texts.interventionsLead}>
        <ProposalNotice programme={programme} locale={locale} />
        <MunicipalityInterventions column={column} reader={reader} />
      </Section>
      <Section id="aktiviteter" title={texts.activities}>
        <MunicipalityActivities activities={activities} municipality={municipality} reader={reader} />
      </Section>
    </Page>
  )
}
