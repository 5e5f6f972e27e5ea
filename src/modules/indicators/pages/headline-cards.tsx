import { inLocale, type Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { CardGrid } from '#ui/card.tsx'
import { Sparkline } from '#ui/charts/sparkline.tsx'
import { Figure } from '#ui/figure.tsx'
import { Tag } from '#ui/notice.tsx'
import { koladaIdOf } from '../core/indicator.ts'
import type { HeadlineReading } from '../core/reading.ts'
import { pointsOf } from './charts/chart-points.ts'
import { targetInShort } from './targets/target-words.tsx'
import { textsIn, type Texts } from './texts.ts'
import { absenceText, changeShown, numberText, periodText, sourceText, withoutChangeText } from './words.ts'

interface HeadlineCardsProps {
  readonly readings: readonly HeadlineReading[]
  readonly locale: Locale
  readonly columns?: 2 | 3 | 4 | 5
  readonly labelLevel?: 2 | 3 | 4
}

/** One card an indicator: the region's latest value, how it has changed, its course, where it comes from. */
export function HeadlineCards({ readings, locale, columns = 4, labelLevel = 3 }: HeadlineCardsProps) {
  return (
    <CardGrid columns={columns}>
      {readings.map((reading) => (
        <HeadlineCard key={reading.indicator.id} headline={reading} locale={locale} labelLevel={labelLevel} />
      ))}
    </CardGrid>
  )
}

interface HeadlineCardProps {
  readonly headline: HeadlineReading
  readonly locale: Locale
  readonly labelLevel: 2 | 3 | 4
}

function HeadlineCard({ headline, locale, labelLevel }: HeadlineCardProps) {
  const { indicator, shown, reading, sources } = headline
  const texts = textsIn(locale)
  const common = {
    label: inLocale(indicator.name, locale),
    href: addressOf('indicator', locale, { indicator: indicator.id }),
    labelLevel,
  }
  if (reading.kind !== 'value') {
    return <Figure {...common} value={null} missing={<Absence headline={headline} locale={locale} />} />
  }
  const { change, signal, target } = reading
  const unit = texts.unitAfter[shown.unit]
  return (
    <Figure
      {...common}
      value={numberText(reading.value, shown, locale)}
      {...(unit === '' ? {} : { unit })}
      period={periodText(reading.year, reading.isPreliminary, locale)}
      tags={standInNote(headline, texts, locale)}
      change={change.kind === 'known' ? changeShown(change, signal, shown, locale) : undefined}
      words={target && <p class="change">{targetInShort(target, shown, locale)}</p>}
      chart={
        <>
          {change.kind !== 'known' && (
            <p class="change change--neutral">{withoutChangeText(change, locale)}</p>
          )}
          <Sparkline points={pointsOf(reading.points, shown.breaks)} />
        </>
      }
      source={sourceText(sources, texts)}
    />
  )
}

/** A stand-in is named before its value is read. */
function standInNote({ indicator, shown }: HeadlineReading, texts: Texts, locale: Locale) {
  if (shown.id === indicator.id) return undefined
  return (
    <>
      <Tag tone="info">{texts.standsIn}</Tag>
      <span>{inLocale(shown.name, locale)}</span>
    </>
  )
}

function Absence({ headline, locale }: { readonly headline: HeadlineReading; readonly locale: Locale }) {
  const { reading, indicator } = headline
  if (reading.kind === 'value') return null
  const texts = textsIn(locale)
  const koladaId = koladaIdOf(indicator)
  const howTo = koladaId === null ? texts.fetchedAsSaid : texts.fetchedFromKolada(koladaId)
  return (
    <>
      {absenceText(reading, locale)} {howTo}
    </>
  )
}
