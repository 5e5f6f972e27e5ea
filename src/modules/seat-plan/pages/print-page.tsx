import { formatMoment } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { Table } from '#ui/table.tsx'
import { printForms } from '../core/printed.ts'
import type { Board } from './read-board.ts'
import { textsIn } from './texts.ts'
import { EventLink } from './event-link.tsx'

/** The name of the Excel file in its address. */
export const workbookFile = 'seats.xlsx'

/** All that can be printed, and which names have to be written by hand. */
export function PrintPage({
  board,
  byHand,
  locale,
}: {
  readonly board: Board
  readonly byHand: readonly string[]
  readonly locale: Locale
}) {
  const { print: texts } = textsIn(locale)
  const { latest, event } = board
  const at = { event: event.id }
  const files = [
    ...printForms.map((form) => ({ file: `${form}.pdf`, ...texts.files[form] })),
    { file: workbookFile, ...texts.files.workbook },
  ]
  return (
    <Page>
      <PageTitle
        eyebrow={<EventLink event={event} locale={locale} />}
        title={texts.title}
        lead={texts.lead}
        actions={
          <LinkButton variant="secondary" href={addressOf('seats', locale, at)}>
            {texts.back}
          </LinkButton>
        }
      />
      {latest ? (
        <>
          <p>
            {texts.of(latest.version, formatMoment(latest.savedAt, locale))}
            {latest.toldAt === null && `. ${texts.untold}`}
          </p>
          <ByHand names={byHand} locale={locale} />
          <Table
            caption={texts.caption}
            captionHidden
            rows={files}
            rowKey={({ file }) => file}
            columns={[
              {
                label: texts.file,
                rowHeader: true,
                cell: ({ file, name }) => <a href={addressOf('seatFile', locale, { ...at, file })}>{name}</a>,
              },
              { label: texts.what, cell: ({ what }) => what },
            ]}
          />
        </>
      ) : (
        <p class="empty">{texts.none}</p>
      )}
    </Page>
  )
}

/** Names that the fonts have no letters for. */
function ByHand({ names, locale }: { readonly names: readonly string[]; readonly locale: Locale }) {
  const { print: texts } = textsIn(locale)
  if (names.length === 0) return null
  return (
    <Notice tone="warning" title={texts.missingTitle}>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
      <p>{texts.missing}</p>
    </Notice>
  )
}
