import { formatDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { Disclosure } from '#ui/disclosure.tsx'
import { errorsInWords, ErrorSummary } from '#ui/form.tsx'
import { Section } from '#ui/heading.tsx'
import { Notice, Tag } from '#ui/notice.tsx'
import type { Commitment } from '../core/commitment.ts'
import { inOrder, saidIn, type Note } from '../core/note.ts'
import type { NextTheme } from '../note-store.ts'
import { MatterFields, NoteFields, PromiseFields, ThemeFields, type DeskForms } from './desk-forms.tsx'
import { errorText, textsIn } from './texts.ts'
import { promiserInWords, type Organisations } from './words.ts'

export interface DeskProps {
  readonly desk: DeskForms
  /** What the device tells its own kept things by: the event and the table. */
  readonly place: string
  readonly notes: readonly Note[]
  readonly commitments: readonly Commitment[]
  readonly themes: readonly NextTheme[]
  readonly organisations: Organisations
  readonly noteHref: (id: string) => string
  /** What was just kept, to a reader without scripts. */
  readonly isSaved: boolean
  readonly newHref: string
}

/** Where a table notes, promises, and puts off: works as plain forms, and without network where scripts run. */
export function Desk(props: DeskProps) {
  const { desk, isSaved, newHref } = props
  const { locale, hand, sent } = desk
  const texts = textsIn(locale)
  const isAt = (kind: string) => sent?.kind === kind
  return (
    <div class="page__part" data-notes={props.place} data-rounds={roundsOf(desk)} {...localWords(locale)}>
      {sent && (
        <ErrorSummary
          title={texts.desk.errorTitle}
          errors={errorsInWords(sent.errors, (name) => errorText(locale, name))}
        />
      )}
      {isSaved && (
        <Notice tone="success" live>
          <p>{texts.desk.saved}</p>
        </Notice>
      )}
      <p class="source">{texts.desk.record}</p>
      <Section
        id="anteckna"
        title={
          <span data-note-title data-new={texts.note.title} data-change={texts.note.changeTitle}>
            {hand ? texts.note.changeTitle : texts.note.title}
          </span>
        }
        action={
          <a href={newHref} data-drop hidden={hand === null}>
            {texts.note.drop}
          </a>
        }
      >
        <NoteFields desk={desk} />
      </Section>
      <Disclosure summary={texts.promise.title} open={hand !== null || isAt('promise')}>
        <p>{texts.promise.lead}</p>
        <PromiseFields desk={desk} />
      </Disclosure>
      <div data-needs-note hidden={hand === null && !isAt('matter')}>
        <Disclosure summary={texts.matter.title} open={isAt('matter')}>
          <p>{texts.matter.lead}</p>
          <MatterFields desk={desk} />
        </Disclosure>
      </div>
      <Disclosure summary={texts.theme.title} open={isAt('theme')}>
        <ThemeFields desk={desk} />
      </Disclosure>
      <div data-local hidden>
        <Section id="pa-enheten" title={texts.local.title}>
          <p role="status" data-local-state />
          <ol class="plain-list" data-local-list />
        </Section>
      </div>
      <Kept {...props} />
    </div>
  )
}

/** Which question belongs to which round, for the script that follows the round on a page that frames the notes. */
function roundsOf({ questions }: DeskForms): string {
  return JSON.stringify(questions.map(({ id, round }) => [id, round]))
}

function localWords(locale: Locale) {
  const { local, note, promise, matter, theme } = textsIn(locale)
  return {
    'data-word-here': local.here,
    'data-word-sent': local.sent,
    'data-word-refused': local.refused,
    'data-word-offline': local.offline,
    'data-word-online': local.online,
    'data-word-waiting': local.waiting,
    'data-word-back': local.back,
    'data-word-take': local.take,
    'data-kind-note': note.kind,
    'data-kind-promise': promise.title,
    'data-kind-matter': matter.title,
    'data-kind-theme': theme.title,
  }
}

/** What has reached us from the table; the device forgets what stands here. */
function Kept({ desk, notes, commitments, themes, organisations, noteHref }: DeskProps) {
  const { locale } = desk
  const { note: texts, promise, theme } = textsIn(locale)
  const has = [
    ...notes.flatMap(({ texts: all }) => all.map(({ id }) => id)),
    ...notes.flatMap(({ id, matter }) => (matter === null ? [] : [`matter:${id}`])),
    ...commitments.map(({ id }) => id),
    ...themes.map(({ id }) => id),
  ]
  return (
    <div class="page__part" id="antecknat" data-kept data-has={has.join(' ')}>
      <Section id="antecknat-har" title={texts.list}>
        {notes.length === 0 ? (
          <p class="empty">{texts.none}</p>
        ) : (
          <ul class="plain-list">
            {notes.map((note) => (
              <li key={note.id}>
                <NoteItem note={note} href={noteHref(note.id)} locale={locale} />
              </li>
            ))}
          </ul>
        )}
      </Section>
      {commitments.length > 0 && (
        <Section id="ataganden-har" title={promise.noted}>
          <ul class="plain-list">
            {commitments.map((one) => (
              <li key={one.id}>
                <strong>{promiserInWords(one, organisations, locale)}</strong>: {one.what} (
                {formatDay(one.byDay, locale)})
              </li>
            ))}
          </ul>
        </Section>
      )}
      {themes.length > 0 && (
        <Section id="teman-har" title={theme.list}>
          <ul class="plain-list">
            {themes.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  )
}

/** One note: what it says now, what it has said before, and the way to make something of it. */
export function NoteItem({
  note,
  href,
  locale,
}: {
  readonly note: Note
  readonly href: string | null
  readonly locale: Locale
}) {
  const { note: texts } = textsIn(locale)
  const said = saidIn(note)
  const all = inOrder(note.texts)
  const earlier = said ? all.slice(1) : all.filter(({ text }) => text !== '')
  return (
    <>
      <p class="source">
        {said ? texts.said[said.voice] : texts.takenAway}{' '}
        {note.matter !== null && <Tag tone="info">{texts.isMatter}</Tag>}
      </p>
      {said && <p class="as-written">{said.text}</p>}
      {said && href !== null && (
        <a
          href={href}
          data-take={note.id}
          data-text={said.text}
          data-voice={said.voice}
          data-question={note.question ?? ''}
          data-round={note.round}
          data-turn={all[0]?.turn ?? 1}
        >
          {texts.make}
          <span class="ds-sr-only">: {[...said.text].slice(0, 60).join('')}</span>
        </a>
      )}
      {earlier.length > 0 && (
        <Disclosure summary={texts.earlier(earlier.length)}>
          <ol class="plain-list">
            {earlier.map(({ id, text }) => (
              <li key={id} class="as-written">
                {text}
              </li>
            ))}
          </ol>
        </Disclosure>
      )}
    </>
  )
}
