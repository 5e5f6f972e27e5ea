import type { Locale } from '#platform/values/locale.ts'
import { formatNumber } from '#platform/values/numbers.ts'
import { DescriptionList, type Description } from '#ui/description-list.tsx'
import type { Indicator } from '../../core/indicator.ts'
import type { OpenSdgProgress } from '../../core/open-sdg.ts'
import type { TargetFormula, TargetReading } from '../../core/target.ts'
import { readingTextsIn } from '../reading/reading-texts.ts'
import { paceText } from './target-words.tsx'
import { numberText, signedAmountText } from '../words.ts'

const openSdg = 'https://open-sdg.readthedocs.io/en/latest/progress/'

interface TargetArithmeticProps {
  readonly reading: TargetReading & { readonly formula: TargetFormula }
  readonly indicator: Indicator
  readonly locale: Locale
}

/** Distance, pace and year with every number that went in, and the same question answered by Open SDG. */
export function TargetArithmetic({ reading, indicator, locale }: TargetArithmeticProps) {
  const words = readingTextsIn(locale).target.formula
  const { target, formula } = reading
  const { latest, neededPerYear, pace } = formula
  const text = (value: number) => numberText(value, indicator, locale)
  const distance = signedAmountText(formula.distance, indicator, locale)
  const perYear = pace ? paceText(pace.perYear, indicator, locale) : ''
  const reachedIn = 'reachedIn' in reading ? reading.reachedIn : null
  const items: Description[] = [
    {
      term: words.distance,
      details: words.distanceOf(text(target.value), text(latest.value), latest.year, distance),
    },
    ...(neededPerYear === null || reading.kind === 'reached'
      ? []
      : [
          {
            term: words.needed,
            details: words.neededOf(
              distance,
              target.year - latest.year,
              paceText(neededPerYear, indicator, locale),
            ),
          },
        ]),
    ...(pace
      ? [
          {
            term: words.pace,
            details: words.paceOf(
              pace.points.map(({ year, value }) => `${text(value)} (${year})`).join(', '),
              perYear,
            ),
          },
        ]
      : []),
    ...(reachedIn === null
      ? []
      : [{ term: words.reachedIn, details: words.reachedInOf(latest.year, distance, perYear, reachedIn) }]),
    ...(formula.openSdg
      ? [{ term: <a href={openSdg}>{words.openSdg}</a>, details: openSdgText(formula.openSdg, locale) }]
      : []),
  ]
  return (
    <>
      <DescriptionList items={items} />
      {pace && <p>{words.note}</p>}
    </>
  )
}

function openSdgText({ status, ratio, base }: OpenSdgProgress, locale: Locale): string {
  const words = readingTextsIn(locale).target
  if (ratio === null) return words.openSdg[status]
  return words.formula.openSdgOf(formatNumber(ratio, locale, 2), words.openSdg[status], base.year)
}
