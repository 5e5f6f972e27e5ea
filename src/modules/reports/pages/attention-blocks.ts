import { numbered } from '#modules/programme'
import { formatDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import type { Block, Phrase } from '#platform/paper/paper.ts'
import type { Report, ReportedCell, ReportedChange, Silence } from '../core/report.ts'
import type { ToldReport } from './paper-of-report.ts'
import { textsIn } from './texts.ts'
import { plain, said, saidPhrase, standingPhrase } from './words.ts'

/** What is stuck, and on what in the municipality's own words. */
export function stuckBlocks({ report, locale, words }: ToldReport): Block[] {
  const { stuck, municipality, areas } = report
  if (areas.length === 0) return []
  const texts = textsIn(locale).stuck
  const heading: Block = { kind: 'heading', level: 1, id: 'sitter-fast', text: words.labels.stuck }
  if (stuck.length === 0)
    return [heading, { kind: 'paragraph', phrases: [plain(texts.none(words.labels.stuck))] }]
  return [
    heading,
    { kind: 'list', items: stuck.map((cell) => stuckItem(cell, municipality === null, locale)) },
  ]
}

function stuckItem(cell: ReportedCell, isNamed: boolean, locale: Locale): readonly Phrase[] {
  const name = numbered(cell.intervention, locale)
  const where = isNamed ? `${cell.municipality.name}, ${name}` : name
  return [plain(`${where}: `), said(cell.word?.text ?? '', locale), plain(' '), saidPhrase(cell, locale)]
}

/** Who is silent, and about which interventions. */
export function silenceBlocks({ silences, areas }: Report, locale: Locale): Block[] {
  if (areas.length === 0) return []
  const texts = textsIn(locale).silence
  const heading: Block = { kind: 'heading', level: 1, id: 'tyst', text: texts.title }
  if (silences.length === 0) return [heading, { kind: 'paragraph', phrases: [plain(texts.none)] }]
  return [
    heading,
    { kind: 'paragraph', phrases: [plain(texts.lead)] },
    { kind: 'list', items: silences.map((one) => [plain(silenceText(one, locale))]) },
  ]
}

function silenceText({ municipality, neverReported, silent }: Silence, locale: Locale): string {
  const texts = textsIn(locale).silence
  const parts = [
    ...(neverReported.length > 0 ? [texts.never(numbers(neverReported))] : []),
    ...(silent.length > 0 ? [texts.silent(numbers(silent))] : []),
  ]
  return `${municipality.name}: ${parts.join('; ')}.`
}

function numbers(cells: readonly ReportedCell[]): string {
  return cells.map(({ intervention }) => intervention.number).join(', ')
}

/** What has been said since an earlier day. */
export function changeBlocks(told: ToldReport): Block[] {
  const { report, locale } = told
  const { changes, municipality } = report
  if (!changes) return []
  const texts = textsIn(locale).changes
  const cell = textsIn(locale).cell
  const since = formatDay(changes.since, locale)
  const heading: Block = { kind: 'heading', level: 1, id: 'andrat', text: texts.title(since) }
  if (changes.cells.length === 0) return [heading, { kind: 'paragraph', phrases: [plain(texts.none)] }]
  return [
    heading,
    {
      kind: 'table',
      caption: texts.caption(since),
      columns: [
        ...(municipality ? [] : [{ label: cell.municipality, share: 2 }]),
        { label: cell.intervention, share: 4 },
        { label: texts.before, share: 2.5 },
        { label: texts.after, share: 2.5 },
        { label: cell.text, share: 5 },
      ],
      rows: changes.cells.map((one) => [
        ...(municipality ? [] : [plain(one.cell.municipality.name)]),
        ...changeRow(one, told),
      ]),
    },
  ]
}

function changeRow({ cell, from, to, isAgain }: ReportedChange, { locale, words }: ToldReport): Phrase[] {
  return [
    plain(numbered(cell.intervention, locale)),
    standingPhrase(from, words),
    standingPhrase(to, words),
    isAgain ? plain(textsIn(locale).changes.again) : said(cell.word?.text ?? '', locale),
  ]
}
