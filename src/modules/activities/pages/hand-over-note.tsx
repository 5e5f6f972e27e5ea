import type { Colleague } from '#modules/accounts'
import type { Reader } from '#modules/programme'
import { dayOf, formatDay } from '#platform/values/dates.ts'
import { addressOf } from '#ui/addresses.ts'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Table } from '#ui/table.tsx'
import type { Handover } from '../handover-store.ts'
import { HeldTable, type HeldShown } from './hand-over-page.tsx'
import { textsIn } from './texts.ts'

/** A thing that was passed on, by its name and with what waits in it. */
export interface HandedOver {
  readonly handover: Handover
  readonly name: string
  readonly municipality: string
  readonly waiting: readonly string[]
}

interface HandOverNoteProps {
  readonly person: Colleague
  readonly handedOver: readonly HandedOver[]
  readonly remaining: readonly HeldShown[]
  readonly reader: Reader
}

/** What was passed on, to whom, and what waits: on paper, for two to go through. */
export function HandOverNote({ person, handedOver, remaining, reader }: HandOverNoteProps) {
  const { locale } = reader
  const { note: texts, handOver } = textsIn(locale)
  return (
    <Page>
      <PageTitle title={texts.title(person.name)} lead={texts.lead} />
      <Table
        caption={texts.title(person.name)}
        captionHidden
        rows={handedOver}
        rowKey={({ handover }) => String(handover.id)}
        empty={texts.none}
        columns={[
          {
            label: texts.what,
            rowHeader: true,
            cell: ({ name, municipality, handover }) =>
              `${name}, ${municipality} (${handOver.part[handover.part].toLowerCase()})`,
          },
          { label: texts.to, cell: ({ handover }) => takerInWords(handover, reader) },
          { label: texts.when, cell: ({ handover }) => whenInWords(handover, reader) },
          {
            label: handOver.next,
            cell: ({ waiting }) =>
              waiting.length === 0
                ? handOver.nothingNext
                : waiting.map((words) => <p key={words}>{words}</p>),
          },
        ]}
      />
      {remaining.length > 0 && (
        <Section id="aterstar" title={texts.remains}>
          <HeldTable held={remaining} reader={reader} />
        </Section>
      )}
      <p>
        <a href={addressOf('handOver', locale, { person: person.id })}>{texts.back}</a>
      </p>
    </Page>
  )
}

function takerInWords({ to, reason }: Handover, { locale }: Reader): string {
  const texts = textsIn(locale)
  if (to) return to.name ?? texts.history.unknownPerson
  return reason === null ? texts.note.nobodyElse : texts.note.nobodyYet(reason)
}

function whenInWords({ at, by }: Handover, { locale }: Reader): string {
  const day = formatDay(dayOf(at), locale)
  return by?.name ? `${day} ${textsIn(locale).note.by(by.name)}` : day
}
