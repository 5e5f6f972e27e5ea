import type { VNode } from 'preact'
import type { Event, EventTable, Question } from '#modules/roundtable'
import { addDays, daysBetween, formatDay, type IsoDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { summaryDays } from '../core/ladder.ts'
import type { Note } from '../core/note.ts'
import type { Summary } from '../core/summary.ts'
import type { NextTheme } from '../note-store.ts'
import { NoteItem } from './desk.tsx'
import { textsIn } from './texts.ts'

export interface NotesPageProps {
  readonly event: Event
  readonly tables: readonly EventTable[]
  readonly questions: readonly Question[]
  readonly notes: readonly Note[]
  readonly themes: readonly NextTheme[]
  readonly summary: Summary | undefined
  readonly locale: Locale
  readonly today: IsoDay
}

/** What all tables have noted, question by question, for the coordinator. */
export function NotesPage(props: NotesPageProps) {
  const { event, tables, themes, summary, locale, today } = props
  const { notes: texts, theme, desk } = textsIn(locale)
  const groups = groupsOf(props)
  const summaryHref = addressOf('eventSummary', locale, { event: event.id })
  return (
    <Page width="narrow">
      <PageTitle
        eyebrow={
          <a href={addressOf('event', locale, { event: event.id })} lang="sv">
            {event.title}
          </a>
        }
        title={texts.title}
        lead={desk.record}
        actions={
          today >= event.onDay && (
            <LinkButton href={summaryHref}>{summary?.sentAt ? texts.read : texts.open}</LinkButton>
          )
        }
      />
      <Countdown event={event} summary={summary} today={today} locale={locale} />
      {groups.length === 0 && <p class="empty">{texts.none}</p>}
      {groups.map(({ id, text, of }) => (
        <Section key={id} id={`fraga-${id}`} title={text} lead={texts.count(of.length)}>
          <ul class="plain-list">
            {of.map((note) => (
              <li key={note.id}>
                <NoteItem note={note} href={null} locale={locale} />
                <p class="source">{texts.where(note.table, note.round + 1)}</p>
              </li>
            ))}
          </ul>
        </Section>
      ))}
      {themes.length > 0 && (
        <Section id="teman" title={theme.list}>
          <ul class="plain-list">
            {themes.map(({ id, text, table }) => (
              <li key={id}>
                {text} {table !== null && <span class="source">{theme.from(table)}</span>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {!summary?.sentAt && today >= event.onDay && tables.length > 0 && (
        <Section id="vid-bord" title={texts.tables}>
          <div class="row">
            {tables.map(({ id }) => (
              <a key={id} href={addressOf('tableNotes', locale, { event: event.id, table: id })}>
                {texts.table(id)}
              </a>
            ))}
          </div>
        </Section>
      )}
    </Page>
  )
}

function groupsOf({ questions, notes, locale }: NotesPageProps) {
  const ids = new Set(questions.map(({ id }) => id))
  return [
    ...questions.map(({ id, text }) => ({ id, text, of: notes.filter(({ question }) => question === id) })),
    {
      id: 'annat',
      text: textsIn(locale).notes.otherQuestion,
      of: notes.filter(({ question }) => question === null || !ids.has(question)),
    },
  ].filter(({ of }) => of.length > 0)
}

/** How long the participants have yet to wait for their summary. */
export function Countdown({
  event: { onDay },
  summary,
  today,
  locale,
}: Pick<NotesPageProps, 'event' | 'summary' | 'today' | 'locale'>): VNode | null {
  const { notes: texts } = textsIn(locale)
  if (today < onDay) return <p>{texts.before(formatDay(onDay, locale))}</p>
  if (summary?.sentAt) return null
  const lastDay = addDays(onDay, summaryDays.within)
  const left = daysBetween(today, lastDay)
  const isNear = today >= addDays(onDay, summaryDays.remind)
  return (
    <Notice tone={isNear ? 'warning' : 'info'} title={texts.summary}>
      <p>{left >= 0 ? texts.left(left, formatDay(lastDay, locale)) : texts.late(-left)}</p>
    </Notice>
  )
}
