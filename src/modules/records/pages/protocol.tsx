import { dayOf, formatMoment, formatShortDay } from '#platform/values/dates.ts'
import { addressOf } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { DescriptionList } from '#ui/description-list.tsx'
import { Page } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import type { KindId } from '../kinds.ts'
import type { Disposal } from '../store.ts'
import { nameOf, RecordsTitle, type Reader } from './frame.tsx'
import { textsIn } from './texts.ts'

/** What a protocol says, a line each: no word of it is about anybody who was disposed of. */
function protocolLines(
  disposal: Disposal,
  reader: Reader,
): readonly { readonly term: string; readonly text: string }[] {
  const { locale } = reader
  const { protocol: texts, kinds } = textsIn(locale)
  const { numbers, months, decidedOn, doneAt } = disposal
  return [
    { term: texts.kind, text: kinds[disposal.kind as KindId].name },
    { term: texts.whose, text: nameOf(disposal.municipality, reader) },
    {
      term: texts.decision,
      text: texts.decisionLine(disposal.decision, decidedOn ? formatShortDay(decidedOn, locale) : ''),
    },
    { term: texts.months, text: texts.monthsLine(months ?? 0) },
    { term: texts.until, text: formatShortDay(dayOf(disposal.until), locale) },
    {
      term: texts.confirmed,
      text: texts.confirmedLine(formatMoment(disposal.confirmedAt, locale), disposal.confirmedBy),
    },
    ...(doneAt === null || numbers === null
      ? []
      : [
          { term: texts.done, text: formatMoment(doneAt, locale) },
          { term: texts.count, text: texts.countLine(numbers.length, disposal.asked) },
          { term: texts.numbers, text: numbers.join(', ') || '–' },
        ]),
  ]
}

/** The protocol as a text to be kept elsewhere too. */
export function protocolText(disposal: Disposal, reader: Reader): string {
  const lines = protocolLines(disposal, reader).map(({ term, text }) => `${term}: ${text}`)
  return `${[textsIn(reader.locale).protocol.title, '', ...lines].join('\n')}\n`
}

/** What was disposed of, by which decision, when, and who confirmed it. */
export function ProtocolPage({ disposal, reader }: { readonly disposal: Disposal; readonly reader: Reader }) {
  const { locale } = reader
  const { protocol: texts } = textsIn(locale)
  return (
    <Page>
      <RecordsTitle here={null} title={texts.title} locale={locale} />
      {disposal.doneAt === null && (
        <Notice live>
          <p>{texts.waiting}</p>
        </Notice>
      )}
      <DescriptionList
        items={protocolLines(disposal, reader).map(({ term, text }) => ({ term, details: text }))}
      />
      {disposal.doneAt !== null && (
        <p>
          <LinkButton
            href={addressOf('disposalText', locale, { disposal: disposal.id })}
            download
            variant="secondary"
          >
            {texts.download}
          </LinkButton>
        </p>
      )}
    </Page>
  )
}
