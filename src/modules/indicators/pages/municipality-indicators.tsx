import { inLocale, type Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Sparkline } from '#ui/charts/sparkline.tsx'
import { Table } from '#ui/table.tsx'
import type { Indicator } from '../core/indicator.ts'
import type { Reading } from '../core/reading.ts'
import type { MunicipalityReading } from '../reads.ts'
import { ChangeWords } from './change-words.tsx'
import { pointsOf } from './charts/chart-points.ts'
import { targetInShort } from './targets/target-words.tsx'
import { textsIn } from './texts.ts'
import { absenceText, numberText, periodText, valueText } from './words.ts'

interface MunicipalityIndicatorsProps {
  readonly readings: readonly MunicipalityReading[]
  /** The name of the municipality. */
  readonly municipality: string
  readonly locale: Locale
}

/** A municipality's latest values, each beside the region's; those without any are named below with the reason. */
export function MunicipalityIndicators({ readings, municipality, locale }: MunicipalityIndicatorsProps) {
  const texts = textsIn(locale).municipality
  const valued = readings.filter(({ own }) => own.reading.kind === 'value')
  const without = readings.filter(({ own }) => own.reading.kind !== 'value')
  return (
    <div class="section">
      <Table
        caption={texts.caption(municipality)}
        captionHidden
        rows={valued}
        rowKey={({ own }) => own.indicator.id}
        empty={texts.empty}
        columns={[
          { label: texts.indicator, rowHeader: true, cell: ({ own }) => <Name {...own} locale={locale} /> },
          { label: texts.value, cell: ({ own }) => <Latest {...own} locale={locale} /> },
          { label: texts.change, cell: ({ own }) => <Changed {...own} locale={locale} /> },
          {
            label: texts.region,
            cell: ({ own, region }) => regionBeside(own.reading, region, own.shown, locale),
          },
          { label: texts.course, cell: ({ own }) => <Course {...own} /> },
        ]}
      />
      {without.length > 0 && (
        <>
          <h3>{texts.without}</h3>
          <ul class="prose">
            {without.map(({ own }) => (
              <li key={own.indicator.id}>
                <Name {...own} locale={locale} />
                {own.reading.kind !== 'value' && `: ${absenceText(own.reading, locale)}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

interface Shown {
  readonly indicator: Indicator
  readonly shown: Indicator
  readonly reading: Reading
  readonly locale: Locale
}

function Name({ indicator, shown, locale }: Omit<Shown, 'reading'>) {
  return (
    <>
      <a href={addressOf('indicator', locale, { indicator: shown.id })}>{inLocale(shown.name, locale)}</a>
      {shown.id !== indicator.id && (
        <p class="source">{textsIn(locale).municipality.standsIn(inLocale(indicator.name, locale))}</p>
      )}
    </>
  )
}

function Latest({ shown, reading, locale }: Shown) {
  if (reading.kind !== 'value') return null
  return (
    <>
      <strong>{valueText(reading.value, shown, locale)}</strong>{' '}
      {periodText(reading.year, reading.isPreliminary, locale)}
      {reading.target && <p class="source">{targetInShort(reading.target, shown, locale)}</p>}
    </>
  )
}

function Changed({ shown, reading, locale }: Shown) {
  return reading.kind === 'value' ? <ChangeWords reading={reading} indicator={shown} locale={locale} /> : null
}

/** The region's value of the same year; one of another year says so, for the two are not to be compared. */
function regionBeside(own: Reading, region: Reading, shown: Indicator, locale: Locale): string {
  const texts = textsIn(locale)
  if (own.kind !== 'value' || region.kind !== 'value') return texts.noRegionValue
  const sameYear = region.points.find((point) => point.year === own.year)?.value ?? null
  const text = (value: number) => numberText(value, shown, locale)
  if (sameYear === null) return texts.municipality.regionOther(text(region.value), region.year, own.year)
  return `${text(sameYear)} ${own.year}`
}

function Course({ shown, reading }: Omit<Shown, 'locale'>) {
  return reading.kind === 'value' ? <Sparkline points={pointsOf(reading.points, shown.breaks)} /> : null
}
