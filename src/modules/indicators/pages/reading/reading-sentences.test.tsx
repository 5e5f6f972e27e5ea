import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import type { Municipality } from '#modules/region'
import type { Locale } from '#platform/values/locale.ts'
import type { Standard } from '../../core/chart-rules.ts'
import type { Indicator, Target } from '../../core/indicator.ts'
import { placeReading } from '../../core/place-reading.ts'
import { regionSeries } from '../../core/region-value.ts'
import { changeOver } from '../../core/signal.ts'
import { targetReading } from '../../core/target.ts'
import { aLibrary, anIndicator, aSeries, pointsFrom } from '../../core/testing.ts'
import { GapSection } from './gap-section.tsx'
import { PlaceCards } from '../profile/place-cards.tsx'
import { SignalSection } from './signal-section.tsx'
import { spanShown } from './signal-words.ts'
import { targetInShort, targetSentences } from '../targets/target-words.tsx'

const share = anIndicator({ direction: 'higher' })
const text = { sv: 'Ny räkning', en: 'New count' }

function read(view: VNode): string {
  return plain(renderToString(view).replaceAll(/<[^>]+>/g, ' '))
}

/** Spaces of every kind as one. */
function plain(words: string): string {
  return words.replaceAll(/\s+/g, ' ')
}

const places = (values: readonly number[], indicator: Indicator, standard: Standard, from = 2010) => [
  { name: 'Ale', code: '1440', reading: placeReading(pointsFrom(from, values), indicator, [], standard) },
]

function signalWords(
  values: readonly number[],
  indicator: Indicator = share,
  { standard = 'western-electric', locale = 'sv' }: { standard?: Standard; locale?: Locale } = {},
): string {
  const shown = places(values, indicator, standard)
  const common = { places: shown, indicator, locale }
  return read(
    <>
      <PlaceCards {...common} />
      <SignalSection {...common} standard={standard} asked={[]} action="/x" source="Källa: SCB" />
    </>,
  )
}

// Steady, then far above what it usually is: centre and limits can be reckoned by hand.
const steady = [50, 52, 50, 52, 50, 52, 50, 52, 50, 52, 50, 52]

describe('what is usual', () => {
  it('is called so, whichever way the year went', () => {
    const words = signalWords(steady)
    expect(words).toContain('Inom det vanliga')
    expect(words).toContain('2010–2021 varierar värdet normalt mellan 45,7 % och 56,3 %.')
    expect(words).toContain('En ändring inom det spannet kan vara slump.')
    expect(words).toContain('På ett år: 2,0 procentenheter högre än 2020')
    expect(words).toContain('På fem år: 2,0 procentenheter högre än 2016')
    expect(words).not.toMatch(/bättre|sämre/i)
  })

  it.each([
    ['higher', 'Bättre än vanligt'],
    ['lower', 'Sämre än vanligt'],
    ['none', 'Ovanligt'],
  ] as const)('and what is not is named by the direction %s: %s', (direction, word) => {
    const words = signalWords([...steady, 70], anIndicator({ direction }))
    expect(words).toContain(word)
    expect(words).toMatch(/2022 ligger över det vanliga, som slutar vid \d\d,\d %\./)
    expect(words).toContain('Utanför gränserna: 2022.')
  })

  it('cannot be told from few years, which is said without a chart', () => {
    const words = signalWords([50, 51, 52], anIndicator({ breaks: [{ from: 2009, text }] }))
    expect(words).toContain('För få år för att bedöma')
    expect(words).toContain(
      'Serien har 3 värden som går att jämföra. Det behövs 8 för att säga vad som är vanligt.',
    )
    expect(words).toContain('Serien bröts 2009, så äldre år räknas inte med.')
    expect(words).not.toContain('Är det ovanligt?')
  })

  it('has provisional limits with fewer than twelve values', () => {
    expect(signalWords(steady.slice(0, 9))).toContain('Gränserna är preliminära, för de bygger på 9 värden.')
  })

  // NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2: flow rate of ten batches; mean 50.81, mean range 1.8778,
  // limits 45.8159 and 55.8041, in control.
  it('shows every number of the example that NIST gives', () => {
    const flow = anIndicator({ unit: 'count', decimals: 1, direction: 'none' })
    const words = signalWords([49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1], flow)
    for (const number of [
      'medelvärdet av 10 värden = 50,81',
      'medelvärdet av 9 ändringar, utan tecken = 1,88',
      '50,81 ± 2,66 · 1,88 = 45,82 till 55,80',
      '3,268 · 1,88 = 6,14',
      'räknat på 10 värden 2010–2019',
      'Inom det vanliga',
      'Western Electric (1956)',
      '2 av 3 i rad mer än 2 sigma från medel, åt samma håll',
    ])
      expect(words).toContain(number)
  })

  it('is told by the rules that are asked for', () => {
    const rising = [60, 50, 61, 51, 60, 50, 52, 54, 56, 58, 60, 61]
    expect(signalWords(rising, share, { standard: 'nelson' })).toContain('Värdet har stigit 7 år i rad.')
    expect(signalWords(rising, share, { standard: 'nelson', locale: 'en' })).toContain(
      'The value has risen 7 years in a row.',
    )
  })

  it('is said once of a value outside the limits', () => {
    const words = signalWords([...steady, 70])
    expect(words).toMatch(/2022 ligger över det vanliga, som slutar vid [\d,]+ %\./)
    expect(words).not.toContain('ligger nära gränsen')
  })

  it.each([
    ['sv', 1, 'Stigande trend', 'Värdet har stigit över tid, 2010–2033, och håller ingen nivå.'],
    ['en', -1, 'Falling trend', 'The value has fallen over time, 2010–2033, and keeps no level.'],
  ] as const)('is a trend where the series moves year by year (%s)', (locale, way, word, sentence) => {
    const moving = Array.from({ length: 24 }, (_none, step) => 400 + way * 10 * step)
    const words = signalWords(moving, share, { locale })
    expect(words).toContain(word)
    expect(words).toContain(sentence)
    expect(words).not.toMatch(/ligger över det vanliga|lies below the usual/)
  })

  it('names the span that was counted where the year asked for has no value', () => {
    const everyFourth = [
      { year: 2014, value: 50 },
      { year: 2018, value: 51 },
      { year: 2022, value: 53 },
    ]
    const change = (years: 1 | 5) =>
      plain(spanShown(changeOver(years, everyFourth, share), years, share, 'sv').text)
    expect(change(1)).toBe('På 4 år: 2,0 procentenheter högre än 2018')
    expect(change(5)).toBe('På 8 år: 3,0 procentenheter högre än 2014')
  })

  it('has a second opinion', () => {
    expect(signalWords(steady)).toContain(
      'Värdena går fram och tillbaka kring medianen, 51,0 %, som slumpen gör.',
    )
    const shifted = [...Array<number>(8).fill(50), ...Array<number>(8).fill(60)].map(
      (value, at) => value + (at % 2),
    )
    expect(signalWords(shifted)).toContain('Metoden ser en varaktig förändring.')
  })
})

const target = (said: Partial<Target> = {}): Target => ({
  place: null,
  year: 2030,
  value: 80,
  decidedBy: 'regionstyrelsen',
  decidedOn: '2022-06-01',
  ...said,
})

function cardWords(values: readonly number[]): string {
  const reading = placeReading(pointsFrom(2012, values), share, [target()], 'western-electric')
  return read(
    <PlaceCards places={[{ name: 'Regionen', code: null, reading }]} indicator={share} locale="sv" />,
  )
}

describe('a target', () => {
  const cases = [
    [
      'on pace',
      [76, 76.8, 77.6, 78.4, 79.2],
      {},
      '0,8 procentenheter kvar till målet. +0,80 procentenheter per år ger målet 2025; målet är 2030.',
      'Mål 80,0 % 2030: i takt',
    ],
    [
      'too slow',
      [76, 76.2, 76.4, 76.6, 76.8],
      {},
      '3,2 procentenheter kvar till målet. +0,20 procentenheter per år ger målet 2040; målet är 2030. Det behövs +0,53 procentenheter per år till 2030.',
      'Mål 80,0 % 2030: för långsamt',
    ],
    [
      'still',
      [76, 76, 76, 76, 76],
      {},
      '4,0 procentenheter kvar till målet. Takten, 0,00 procentenheter per år, är för liten för att synas. Det behövs +0,67 procentenheter per år till 2030.',
      'Mål 80,0 % 2030: för långsamt',
    ],
    [
      'the wrong way',
      [76, 75.5, 75, 74.5, 74],
      {},
      '6,0 procentenheter kvar till målet. Värdet rör sig från målet, –0,50 procentenheter per år. Det behövs +1,00 procentenheter per år till 2030.',
      'Mål 80,0 % 2030: åt fel håll',
    ],
    ['reached', [76, 78, 79, 80, 81], {}, 'Målet är nått: 81,0 % 2024.', 'Mål 80,0 % 2030: nått'],
    [
      'missed',
      [76, 76, 76, 76, 76],
      { year: 2024 },
      'Målet nåddes inte: 76,0 % 2024, 4,0 procentenheter ifrån.',
      'Mål 80,0 % 2024: inte nått',
    ],
    [
      'not enough data',
      [76, 77],
      {},
      '3,0 procentenheter kvar till målet. Det behövs +0,33 procentenheter per år till 2030. Takten kan inte räknas: serien har 2 av 3 värden som behövs.',
      'Mål 80,0 % 2030',
    ],
    ['no value', [], {}, 'Det finns inget värde att jämföra med målet än.', 'Mål 80,0 % 2030'],
  ] as const

  it.each(cases)('%s', (_case, values, said, sentence, short) => {
    const reading = targetReading(pointsFrom(2020, values), target(said), share)
    expect(plain(targetSentences(reading, share, 'sv').join(' '))).toBe(sentence)
    expect(plain(targetInShort(reading, share, 'sv'))).toBe(short)
  })

  it('by a pace within what the series usually does may be chance, and says so', () => {
    const sentence = 'Värdet har ändrats som det brukar, så takten kan vara slump.'
    expect(cardWords(steady)).toContain(sentence)
    expect(cardWords(steady.map((_value, step) => 40 + step))).not.toContain(sentence)
    expect(cardWords([79, 80, ...steady.slice(2, 11), 81])).not.toContain(sentence)
  })

  it('without a direction, or from before a break, is not judged', () => {
    const values = pointsFrom(2020, [76, 77, 78])
    const undecided = anIndicator({ direction: 'none' })
    expect(targetSentences(targetReading(values, target(), undecided), undecided, 'sv')).toEqual([
      'Ingen har bestämt om högt eller lågt är bäst, så målet kan inte bedömas.',
    ])
    const broken = anIndicator({ breaks: [{ from: 2023, text }] })
    const later = targetReading(pointsFrom(2020, [76, 77, 78, 79]), target(), broken)
    expect(targetSentences(later, broken, 'en')[0]).toMatch(
      /^The target was decided before the series broke in 2023\./,
    )
  })
})

const municipalities: Municipality[] = ['A', 'B'].map((code) => ({
  code,
  slug: code.toLowerCase(),
  name: `Kommun ${code}`,
  boundary: null,
}))

function gapWords(rule: Indicator['regionRule'], aim: Target | null = target({ value: 65 })): string {
  const indicator = anIndicator({ regionRule: rule })
  const series = aSeries(indicator, {
    A: { 2019: 58, 2024: 60 },
    B: { 2019: 69, 2024: 70 },
    G1234: { 2019: 60, 2024: 62 },
  })
  const people = aSeries(anIndicator({ id: 'people', unit: 'persons' }), {
    A: { 2019: 250, 2024: 300 },
    B: { 2019: 150, 2024: 100 },
  })
  const region = regionSeries(series, aLibrary(series, people), ['A', 'B'])
  const props = {
    indicator,
    region,
    target: aim,
    municipalities,
    source: 'Källa: SCB',
    asked: [],
    locale: 'sv' as const,
  }
  return read(<GapSection {...props} />)
}

describe('what a distance is made of', () => {
  it('says where it lies and never why, with the arithmetic', () => {
    const words = gapWords({ kind: 'weighted-mean', weight: 'people' })
    expect(words).toContain('Den visar var ett avstånd eller en ändring finns, aldrig varför.')
    expect(words).toContain('År 2024 låg regionen 2,5 procentenheter under målet. Störst del har Kommun A.')
    // 0.75 · (60 − 65) = −3.75 and 0.25 · (70 − 65) = +1.25, together −2.50.
    expect(words).toMatch(
      /Kommun A 60,0 % 75,0 % 65,0 % –3,75 Kommun B 70,0 % 25,0 % 65,0 % \+1,25 Regionen –2,50/,
    )
    expect(words).toContain('Del = andel av vikten · (värde − mål).')
  })

  it('takes a change apart into own values and weights', () => {
    const words = gapWords({ kind: 'weighted-mean', weight: 'people' }, null)
    expect(words).toContain('Vad som ändrades från 2019 till 2024')
    // 62.125 to 62.5: +1.688 by the municipalities' own values, −1.313 by A having grown.
    expect(words).toContain(
      'Regionens värde ändrades med +0,38 procentenheter. Av det finns +1,69 procentenheter i kommunernas egna värden och –1,31 procentenheter i deras vikter.',
    )
  })

  it.each([
    [{ kind: 'median' }, 'Regionens värde är en median. Den kan inte delas upp på kommunerna.'],
    [{ kind: 'group', group: 'G1234' }, 'Regionens värde är källans eget för en grupp.'],
    [{ kind: 'none', why: text }, 'Inget värde för hela regionen'],
  ] as const)('of a %j cannot be divided', (rule, sentence) => {
    expect(gapWords(rule)).toContain(sentence)
  })
})
