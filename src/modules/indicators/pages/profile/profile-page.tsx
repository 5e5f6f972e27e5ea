import type { Municipality } from '#modules/region'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { StandingMark } from '#ui/charts/standing-mark.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import { Table } from '#ui/table.tsx'
import { isWithheld } from '../../core/joined.ts'
import type { Stands } from '../../profile-reads.ts'
import { queryOf, type Asked } from '../charts/chart-address.ts'
import { profileTextsIn } from './profile-texts.ts'
import { textsIn } from '../texts.ts'
import { valueText } from '../words.ts'

/** From a municipality's own page to its profile. */
export function ProfileLink({ municipality, locale }: Pick<ProfilePageProps, 'municipality' | 'locale'>) {
  return (
    <a href={addressOf('profile', locale, { municipality: municipality.slug })}>
      {profileTextsIn(locale).link(municipality.name)}
    </a>
  )
}

interface ProfilePageProps {
  readonly municipality: Municipality
  readonly stands: readonly Stands[]
  /** How the comparison is asked for the same municipality and the same day. */
  readonly asked: Asked
  readonly locale: Locale
}

/** One municipality over all indicators: its value, and where it lies among all. By name, never by place in an order. */
export function ProfilePage({ municipality, stands, asked, locale }: ProfilePageProps) {
  const texts = profileTextsIn(locale)
  const { name, slug } = municipality
  return (
    <Page>
      <Breadcrumbs
        label={textsIn(locale).page.crumbs}
        items={[
          { label: texts.municipalities, href: addressOf('municipalities', locale) },
          { label: name, href: addressOf('municipality', locale, { municipality: slug }) },
          { label: texts.crumb, href: addressOf('profile', locale, { municipality: slug }) },
        ]}
      />
      <PageTitle title={texts.title(name)} lead={texts.lead(name)} />
      <Table
        caption={texts.caption(name)}
        captionHidden
        rows={stands}
        rowKey={({ indicator }) => indicator.id}
        empty={texts.empty}
        columns={[
          { label: texts.indicator, rowHeader: true, cell: (row) => <Name {...row} locale={locale} /> },
          { label: texts.value, cell: (row) => <Value {...row} locale={locale} /> },
          {
            label: texts.where,
            cell: (row) => (
              <>
                <Where {...row} locale={locale} />
                <Compare {...row} asked={asked} locale={locale} />
              </>
            ),
          },
        ]}
      />
    </Page>
  )
}

type RowProps = Stands & { readonly locale: Locale }

function Name({ indicator, locale }: RowProps) {
  const { id, name, direction } = indicator
  return (
    <>
      <a href={addressOf('indicator', locale, { indicator: id })}>{inLocale(name, locale)}</a>
      <p class="source">{textsIn(locale).directions[direction]}</p>
    </>
  )
}

function Value({ indicator, standing, locale }: RowProps) {
  if (isWithheld(standing.latestValue, indicator)) return <small>{profileTextsIn(locale).withheld}</small>
  return (
    <>
      <strong>{valueText(standing.latestValue, indicator, locale)}</strong> {standing.latestYear}
    </>
  )
}

function Where({ indicator, standing, locale }: RowProps) {
  const texts = profileTextsIn(locale)
  const { common } = standing
  if (!common) return <small>{texts.noCommonYear}</small>
  if (isWithheld(common.value, indicator)) return <small>{texts.withheld}</small>
  const { rank, alike, among, year } = common
  if (among === 1) return <small>{texts.alone(year)}</small>
  const higher = rank - 1
  const lower = among - higher - alike
  return (
    <>
      <StandingMark percentile={(100 * (lower + alike / 2)) / among} />
      <p class="source">
        {texts.above(lower, higher, among, year)}
        {year !== standing.latestYear && ` ${texts.valueThen(valueText(common.value, indicator, locale))}`}
      </p>
    </>
  )
}

function Compare({ indicator, asked, locale }: RowProps & { readonly asked: Asked }) {
  const texts = profileTextsIn(locale)
  const href = addressOf('compare', locale, { indicator: indicator.id }) + queryOf(asked)
  return (
    <a href={href} aria-label={texts.compareWhat(inLocale(indicator.name, locale))}>
      {texts.compare}
    </a>
  )
}
