import type { Locale } from '#platform/values/locale.ts'
import { DescriptionList } from '#ui/description-list.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import type { Standard } from '../../core/chart-rules.ts'
import type { Indicator } from '../../core/indicator.ts'
import type { PlaceReading } from '../../core/place-reading.ts'
import type { RunChart } from '../../core/run-chart.ts'
import { readingTextsIn } from './reading-texts.ts'
import { formulaItems, ruleText, type KnownSignal } from './signal-words.ts'
import { numberText } from '../words.ts'

const nist = 'https://www.itl.nist.gov/div898/handbook/pmc/section3/pmc322.htm'
const anhoej = 'https://doi.org/10.1371/journal.pone.0113825'

/** Where each set of rules is described; Western Electric's own book of 1956 has no address. */
const described: Readonly<Record<Standard, string>> = {
  'western-electric': 'https://www.itl.nist.gov/div898/handbook/pmc/section3/pmc32.htm',
  nelson: 'https://support.sas.com/documentation/cdl/en/qcug/67522/HTML/default/qcug_shewhart_sect539.htm',
  'making-data-count': 'https://github.com/nhs-r-community/NHSRplotthedots',
}

interface SignalFormulaProps {
  readonly name: string
  readonly reading: PlaceReading
  readonly signal: KnownSignal
  readonly indicator: Indicator
  readonly locale: Locale
}

/** Every number that the signal is made of, the rules by name, their sources, and the second opinion. */
export function SignalFormula({ name, reading, signal, indicator, locale }: SignalFormulaProps) {
  const words = readingTextsIn(locale).signal
  const chart = reading.charted.at(-1)?.chart
  if (chart?.kind !== 'limits') return null
  const { standard, from, to, count, rules } = signal.formula
  const items = [
    ...formulaItems(chart, count, indicator, locale),
    { term: words.formula.rules, details: <Rules rules={rules} locale={locale} /> },
    {
      term: words.formula.sources,
      details: (
        <>
          <a href={described[standard]}>{words.standards[standard]}</a>;{' '}
          <a href={nist}>{words.sources.nist}</a>
        </>
      ),
    },
  ]
  return (
    <Disclosure summary={words.how(name)}>
      <p>{words.method(words.standards[standard], from, to, count)}</p>
      <DescriptionList items={items} />
      {reading.runs && <SecondOpinion runs={reading.runs} indicator={indicator} locale={locale} />}
    </Disclosure>
  )
}

function Rules({ rules, locale }: Pick<KnownSignal['formula'], 'rules'> & { readonly locale: Locale }) {
  return (
    <ul>
      {rules.map((rule) => {
        const text = ruleText(rule, locale)
        return <li key={text}>{text}</li>
      })}
      <li>{readingTextsIn(locale).signal.rangeRule}</li>
    </ul>
  )
}

function SecondOpinion({
  runs,
  indicator,
  locale,
}: {
  readonly runs: RunChart
  readonly indicator: Indicator
  readonly locale: Locale
}) {
  const words = readingTextsIn(locale).signal
  const median = numberText(runs.median, indicator, locale)
  return (
    <>
      <h4>{words.second}</h4>
      {runs.kind === 'not-enough-data' ? (
        <p>{words.secondTooFew(runs.there, runs.needed)}</p>
      ) : (
        <>
          <p>{runs.isShifted ? words.secondShifted(median) : words.secondSteady(median)}</p>
          <p>
            {words.secondNumbers(
              runs.runs.longest.years.length,
              runs.runs.longestUsual,
              runs.runs.crossings,
              runs.runs.fewestUsual,
              runs.runs.useful,
            )}{' '}
            <a href={anhoej}>{words.sources.anhoej}</a>
          </p>
        </>
      )}
    </>
  )
}
