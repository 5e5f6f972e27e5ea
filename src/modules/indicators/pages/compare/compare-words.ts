import { inLocale, type Locale } from '#platform/values/locale.ts'
import { formatNumber } from '#platform/values/numbers.ts'
import type { Caution } from '../../core/compare.ts'
import type { Difference } from '../../core/difference.ts'
import type { Indicator } from '../../core/indicator.ts'
import { latestStretch } from '../../core/stretch.ts'
import { compareTextsIn } from './compare-texts.ts'
import { mostChosen, type CompareProblem } from './compare-query.ts'
import type { CompareView, Course } from './compare-view.ts'
import { textsIn } from '../texts.ts'
import { amountText, numberText, valueText } from '../words.ts'

/** The page's title: what the comparison comes to, as far as it comes to anything. */
export function findingText(view: CompareView): string {
  const { indicator, locale, places, asked, comparison, compared } = view
  const texts = compareTextsIn(locale)
  const name = inLocale(indicator.name, locale)
  const year = compared.year?.year
  if (asked.place === null || year === undefined) return texts.title(name)
  const place = places.nameOf(asked.place)
  if (!comparison || comparison.own === null) return texts.noValue(name, place, year)
  const own = numberText(comparison.own, compared.measure, locale)
  const region = comparison.region.value
  return region === null
    ? texts.finding(name, place, own, year)
    : texts.findingBeside(name, place, own, numberText(region, compared.measure, locale), year)
}

/** The same without the indicator's name, where that stands beside. */
export function findingInShort(view: CompareView): string {
  const { locale, places, asked, comparison, compared } = view
  const texts = compareTextsIn(locale)
  const year = compared.year?.year
  if (asked.place === null || year === undefined) return texts.position.all
  const place = places.nameOf(asked.place)
  if (!comparison || comparison.own === null) return texts.position.noValueShort(place, year)
  const text = (value: number) => numberText(value, compared.measure, locale)
  const region = comparison.region.value
  return region === null
    ? texts.position.short(place, text(comparison.own), year)
    : textsIn(locale).charts.beside(place, text(comparison.own), text(region), year)
}

/** Where the place lies, in sentences: its value, how many have more or less, the region, those like it. */
export function positionSentences(view: CompareView): readonly string[] {
  const { comparison, compared, locale, places, asked, group } = view
  const texts = compareTextsIn(locale).position
  if (!comparison || asked.place === null) return compared.year ? [texts.nobody(compared.values.size)] : []
  const { own, standing, region, peers } = comparison
  const place = places.nameOf(asked.place)
  const { year } = comparison.year
  if (own === null) return [texts.noValue(place, year)]
  const text = (value: number) => valueText(value, compared.measure, locale)
  const sentences = [texts.own(place, text(own), year)]
  if (region.value !== null && region.difference)
    sentences.push(besideRegion(region.difference, text(region.value), view))
  if (standing) {
    const better = standing.rank.best - 1
    const worse = standing.of - standing.rank.worst
    const isTurned = compared.measure.direction === 'lower'
    const [higher, lower] = isTurned ? [worse, better] : [better, worse]
    sentences.push(texts.among(higher, lower, standing.of - 1))
  }
  if (peers && peers.mean.value !== null && peers.median.value !== null)
    sentences.push(
      texts.peers(group.title, text(peers.mean.value), text(peers.median.value), peers.there, peers.of),
    )
  return sentences
}

function besideRegion(difference: Difference, ofRegion: string, view: CompareView): string {
  const texts = compareTextsIn(view.locale).position
  return difference.arrow === 'level'
    ? texts.regionLevel(ofRegion)
    : texts.region(differenceText(difference, view), ofRegion)
}

/** How the own value lies to another: "0,7 procentenheter lägre". */
export function differenceText({ amount, arrow }: Difference, { compared, locale }: CompareView): string {
  const words = compareTextsIn(locale).difference
  if (arrow === 'level') return words.level
  const text = amountText(Math.abs(amount), compared.measure, locale)
  return arrow === 'up' ? words.higher(text) : words.lower(text)
}

/** What must be known before the comparison is believed; what only a ranking needs is said there. */
export function cautionSentences({
  comparison,
  compared,
  preliminaryCount,
  locale,
}: CompareView): readonly string[] {
  const texts = compareTextsIn(locale).cautions
  const peers = comparison?.peers
  const { year } = compared
  if (!year) return []
  const found: readonly Caution[] =
    comparison?.cautions ?? (year.isCommon ? [] : (['not-common-year'] as const))
  const preliminary = preliminaryCount > 0 ? [texts.preliminary(preliminaryCount, year.year)] : []
  const others = found.flatMap((caution) => {
    if (caution === 'not-common-year') return [texts.notCommonYear(year.year, year.there, year.of)]
    if (caution === 'rank-uncertain' || !peers) return []
    if (caution === 'few-peers') return [texts.fewPeers(peers.there)]
    return [texts.peersIncomplete(peers.there, peers.of, year.year)]
  })
  return [...preliminary, ...others]
}

/** What was not understood of the question. */
export function problemText({ kind, typed }: CompareProblem, locale: Locale): string {
  const words = compareTextsIn(locale).problems
  return kind === 'unknown' ? words.unknown(typed) : words['too-many'](mostChosen, typed)
}

/** Where the lines that are named began and where they are now; where none is, whose lines they are. */
export function courseWords(view: CompareView): string {
  const { own, region, base, peers, group, locale } = view
  const texts = compareTextsIn(locale).lines
  const said = [own, region].flatMap((course) => {
    const known = course && spanOf(course, view.indicator)
    return known ? [{ name: course.name, ...known }] : []
  })
  if (said.length === 0) {
    const years = peers.flatMap(({ values }) => values.map(({ year }) => year))
    return years.length === 0
      ? texts.nothing
      : texts.group(group.title, Math.min(...years), Math.max(...years))
  }
  const text = (value: number) =>
    base === null ? numberText(value, view.compared.measure, locale) : formatNumber(value, locale)
  if (base !== null) return said.map(({ name, last, to }) => texts.indexed(name, text(last), to)).join('. ')
  return said
    .map(({ name, first, from, last, to }) => texts.from(name, text(first), from, text(last), to))
    .join('. ')
}

/** The first and the last known value of a line, since the series broke last: those before are counted in another way. */
export function spanOf({ values }: Course, { breaks }: Indicator) {
  const known = latestStretch(values, breaks)?.points ?? []
  const [first, last] = [known[0], known.at(-1)]
  return first && last ? { first: first.value, from: first.year, last: last.value, to: last.year } : null
}

/** Who cannot be shown as an index, for they have no value in the base year. */
export function withoutBase({ base, own, chosen, peers, region, indicator }: CompareView): readonly string[] {
  if (base === null) return []
  return [...(own ? [own] : []), region, ...chosen, ...peers]
    .filter((course) => spanOf(course, indicator) === null)
    .map(({ name }) => name)
}
