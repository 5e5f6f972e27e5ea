import type { IndicatorDigest } from '#modules/indicators'
import type { Locale } from '#platform/values/locale.ts'
import { drawingSvg } from '#ui/charts/standalone.tsx'
import type { Block, Phrase } from '#platform/paper/paper.ts'
import type { ToldReport } from './paper-of-report.ts'
import { textsIn } from './texts.ts'
import { plain } from './words.ts'

/** The indicators in one table, then each that has figures with its chart. */
export function indicatorBlocks({ digests, locale }: Pick<ToldReport, 'digests' | 'locale'>): Block[] {
  const texts = textsIn(locale).indicators
  const heading: Block = { kind: 'heading', level: 1, id: 'indikatorer', text: texts.title }
  if (digests.length === 0) return [heading, { kind: 'paragraph', phrases: [plain(texts.none)] }]
  return [
    heading,
    {
      kind: 'table',
      caption: texts.caption,
      columns: [
        { label: texts.indicator, share: 4 },
        { label: texts.value, share: 3.6 },
        { label: texts.oneYear, share: 5 },
        { label: texts.target, share: 2.4 },
      ],
      rows: digests.map((digest) => rowOf(digest, locale)),
    },
    ...digests.flatMap((digest, index) =>
      digest.chart ? chapterOf(digest, digest.chart, index, locale) : [],
    ),
  ]
}

function rowOf({ name, value, changes, target }: IndicatorDigest, locale: Locale): Phrase[] {
  const texts = textsIn(locale)
  return [
    plain(name),
    plain(value),
    plain(changes.length > 0 ? changes.join(' ') : texts.cell.nothing),
    plain(target?.short ?? texts.indicators.noTarget),
  ]
}

function chapterOf(
  { name, standsInFor, value, changes, target, beside, sources }: IndicatorDigest,
  chart: NonNullable<IndicatorDigest['chart']>,
  index: number,
  locale: Locale,
): Block[] {
  const texts = textsIn(locale).indicators
  const sentences = [
    ...(standsInFor === null ? [] : [standsInFor]),
    ...(beside === null ? [] : [`${beside}.`]),
    ...changes,
    ...(target ? [texts.targetIs(target.short), ...target.sentences] : []),
  ]
  return [
    { kind: 'heading', level: 2, id: `indikator-${index + 1}`, text: name },
    { kind: 'paragraph', look: 'lead', phrases: [plain(value)] },
    ...(sentences.length > 0 ? [{ kind: 'paragraph' as const, phrases: [plain(sentences.join(' '))] }] : []),
    {
      kind: 'picture',
      svg: drawingSvg(chart.drawing, chart.description),
      width: chart.drawing.width,
      height: chart.drawing.height,
      alt: chart.description,
    },
    { kind: 'paragraph', look: 'small', phrases: [plain(sources.join(' '))] },
  ]
}
