import type { Event } from '#modules/roundtable'
import type { Explanation } from '#modules/seating'
import { formatMoment } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { formatNumber } from '#platform/values/numbers.ts'
import { addressOf } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { FormActions, Hidden, Submit } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice, Tag } from '#ui/notice.tsx'
import { Table } from '#ui/table.tsx'
import { movesBetween } from '../core/change.ts'
import type { PlanMade, PlanVersion } from '../core/version.ts'
import { MoveList } from './board-news.tsx'
import type { Board } from './read-board.ts'
import { textsIn } from './texts.ts'
import { EventLink } from './event-link.tsx'

/** Every version, the newest first. */
export function VersionsPage({
  event,
  versions,
  locale,
}: {
  readonly event: Event
  readonly versions: readonly PlanVersion[]
  readonly locale: Locale
}) {
  const { versions: texts, board } = textsIn(locale)
  const at = { event: event.id }
  return (
    <Page>
      <PageTitle
        eyebrow={<EventLink event={event} locale={locale} />}
        title={texts.title}
        lead={texts.lead}
        actions={<BackToBoard event={event.id} locale={locale} />}
      />
      <Table
        caption={texts.caption}
        captionHidden
        empty={board.none}
        rows={versions}
        rowKey={({ version }) => String(version)}
        columns={[
          {
            label: texts.version,
            rowHeader: true,
            cell: ({ version }) => (
              <>
                <a href={addressOf('seatVersion', locale, { ...at, version: String(version) })}>
                  {texts.one(version)}
                </a>{' '}
                {version === versions[0]?.version && <Tag tone="success">{texts.latest}</Tag>}
              </>
            ),
          },
          { label: texts.saved, cell: ({ savedAt }) => formatMoment(savedAt, locale) },
          { label: texts.by, cell: ({ savedBy }) => savedBy ?? texts.example },
          { label: texts.how, cell: ({ made }) => madeInWords(made, locale) },
          { label: texts.told, cell: ({ toldAt }) => (toldAt ? formatMoment(toldAt, locale) : '') },
        ]}
      />
    </Page>
  )
}

function BackToBoard({ event, locale }: { readonly event: string; readonly locale: Locale }) {
  return (
    <LinkButton variant="secondary" href={addressOf('seats', locale, { event })}>
      {textsIn(locale).rules.back}
    </LinkButton>
  )
}

function madeInWords(made: PlanMade, locale: Locale): string {
  const { made: texts } = textsIn(locale).versions
  switch (made.by) {
    case 'engine':
      return texts.engine(made.seed)
    case 'run':
      return texts.run(made.seed)
    case 'replan':
      return texts.replan(made.why)
    case 'restored':
      return texts.restored(made.version)
    case 'person':
      return texts.person
  }
}

interface VersionPageProps {
  readonly board: Board
  readonly latest: PlanVersion
  readonly version: PlanVersion
  readonly earlier: Explanation
  readonly now: Explanation
  readonly isOvertaken: boolean
  readonly locale: Locale
}

/** One version beside the one that holds. */
export function VersionPage({ board, latest, version, earlier, now, isOvertaken, locale }: VersionPageProps) {
  const { versions: texts, overtaken, board: boardTexts } = textsIn(locale)
  const moves = movesBetween(latest.rounds, version.rounds)
  const isLatest = latest.version === version.version
  return (
    <Page width="narrow">
      {isOvertaken && (
        <Notice tone="danger" live>
          <p>{overtaken.news}</p>
        </Notice>
      )}
      <PageTitle
        eyebrow={<EventLink event={board.event} locale={locale} />}
        title={texts.one(version.version)}
        lead={boardTexts.version(version.version, formatMoment(version.savedAt, locale), version.savedBy)}
        actions={<BackToBoard event={board.event.id} locale={locale} />}
      />
      <p>{madeInWords(version.made, locale)}</p>
      {isLatest ? (
        <p>{texts.same}</p>
      ) : (
        <Section id="jamfor" title={texts.compare}>
          <FigureTable {...{ latest, version, earlier, now, locale }} />
          {moves.length === 0 ? (
            <p>{texts.alike}</p>
          ) : (
            <>
              <h3>{texts.moved(moves.length)}</h3>
              <MoveList moves={moves} board={board} locale={locale} most={100} />
            </>
          )}
          <form
            method="post"
            action={addressOf('seatVersion', locale, {
              event: board.event.id,
              version: String(version.version),
            })}
          >
            <Hidden name="basedOn" value={String(latest.version)} />
            <FormActions>
              <Submit>{texts.restore}</Submit>
            </FormActions>
          </form>
        </Section>
      )}
    </Page>
  )
}

function FigureTable({
  latest,
  version,
  earlier,
  now,
  locale,
}: Pick<VersionPageProps, 'latest' | 'version' | 'earlier' | 'now' | 'locale'>) {
  const { versions: texts, figures } = textsIn(locale)
  const rows = [
    { what: texts.worth, of: ({ figures: { worth } }: Explanation) => worth },
    { what: figures.meetings, of: (one: Explanation) => one.figures.meetings },
    { what: figures.organisations, of: (one: Explanation) => one.figures.organisationMeetings },
    { what: figures.wishes, of: (one: Explanation) => one.figures.wishes },
    { what: figures.hard, of: (one: Explanation) => one.figures.hardBroken },
  ]
  const number = (value: number) => formatNumber(value, locale, Number.isInteger(value) ? 0 : 1)
  return (
    <Table
      caption={texts.sideBySide}
      captionHidden
      rows={rows}
      rowKey={({ what }) => what}
      columns={[
        { label: texts.figure, rowHeader: true, cell: ({ what }) => what },
        { label: texts.beside(version.version), numeric: true, cell: ({ of }) => number(of(earlier)) },
        { label: texts.now(latest.version), numeric: true, cell: ({ of }) => number(of(now)) },
      ]}
    />
  )
}
