import { doorQuestion, type Participant } from '#modules/roundtable'
import { isolated } from '#platform/values/isolated.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button, LinkButton } from '#ui/button.tsx'
import { ChoiceForm, Hidden } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { TextField } from '#ui/text-field.tsx'
import { attendanceOf, countsOf, type Attendance, type Counts } from '../core/attendance.ts'
import type { Found } from '../core/finding.ts'
import { seatsIn } from '../core/moves.ts'
import { standing } from '../core/timetable.ts'
import type { EventDay } from '../reads.ts'
import { textsIn } from './texts.ts'
import { crumbsTo, dayHref } from './words.ts'

interface CheckInPageProps {
  readonly day: EventDay
  readonly codes: ReadonlyMap<string, string>
  /** What is looked for. */
  readonly typed: string
  readonly found: Found
  /** Who has just been written down. */
  readonly done: Participant | null
  readonly now: Date
  readonly locale: Locale
}

/** The door: who has come, found by name, organisation or code. */
export function CheckInPage(props: CheckInPageProps) {
  const { day, typed, locale } = props
  const { checkIn: texts, crumbs } = textsIn(locale)
  const here = dayHref('checkIn', day.event, locale)
  const coming = day.participants.filter(({ state }) => state === 'yes')
  return (
    <Page>
      <Breadcrumbs label={crumbs} items={crumbsTo(day.event, locale, { label: texts.title, href: here })} />
      <PageTitle
        eyebrow={day.event.title}
        title={texts.title}
        actions={
          <LinkButton href={dayHref('checkInNew', day.event, locale)} variant="secondary">
            {texts.add}
          </LinkButton>
        }
      />
      <Done {...props} />
      <ChoiceForm action={here} swap="deltagarna" submit={texts.show} typing>
        <TextField
          name={doorQuestion[locale]}
          label={texts.search}
          hint={texts.searchHint}
          value={typed}
          type="search"
          autocomplete="off"
          spellcheck={false}
          maxLength={100}
        />
      </ChoiceForm>
      <div
        data-scan={here}
        data-scan-name={doorQuestion[locale]}
        data-scan-open={texts.scan}
        data-scan-stop={texts.scanStop}
        data-scan-failed={texts.scanFailed}
        data-scan-strange={texts.scanStrange}
        hidden
      />
      <div class="door" id="deltagarna">
        <CountList
          counts={countsOf(
            coming.map(({ id }) => id),
            day.said,
          )}
          locale={locale}
        />
        <Lists {...props} />
      </div>
    </Page>
  )
}

/** How many are to come, are here, and are missing. */
export function CountList({ counts, locale }: { readonly counts: Counts; readonly locale: Locale }) {
  const { counts: texts } = textsIn(locale)
  return (
    <dl class="counts" aria-label={texts.label}>
      {(['expected', 'here', 'missing', 'absent'] as const).map((what) => (
        <div key={what}>
          <dt>{texts[what]}</dt>
          <dd>{counts[what]}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What became of the last press, and where whoever has come is to go. */
function Done({ day, done, now, locale }: CheckInPageProps) {
  if (done === null) return null
  const { checkIn: texts } = textsIn(locale)
  const { state } = attendanceOf(day.said, done.id)
  const { current, next } = standing(day.times, now)
  const round = (current ?? next)?.round
  const table = round === undefined ? undefined : seatsIn(day.hall?.rounds[round]).get(done.id)
  return (
    <div id="klar">
      <Notice tone="success" live>
        <p>{texts.nowIs[state](isolated(done.name))}</p>
        {state === 'here' && round !== undefined && day.hall && (
          <p>{table === undefined ? texts.noSeat : texts.goesTo(round, table)}</p>
        )}
      </Notice>
    </div>
  )
}

function Lists(props: CheckInPageProps) {
  const { typed, found, locale } = props
  const { checkIn: texts } = textsIn(locale)
  const shown = [...found.waiting, ...found.here, ...found.absent, ...found.others]
  if (typed !== '')
    return (
      <Section id="traffar" title={shown.length === 0 ? texts.found(0) : texts.found(shown.length)}>
        {shown.length === 0 ? <p class="empty">{texts.none}</p> : <Rows {...props} rows={shown} />}
      </Section>
    )
  return (
    <>
      <Section id="vantas" title={`${texts.waiting} (${found.waiting.length})`}>
        {found.waiting.length === 0 ? (
          <p class="empty">{texts.noneWaiting}</p>
        ) : (
          <Rows {...props} rows={found.waiting} />
        )}
      </Section>
      <Folded {...props} title={texts.here} rows={found.here} />
      <Folded {...props} title={texts.absent} rows={found.absent} />
      <Folded {...props} title={texts.others} rows={found.others} />
    </>
  )
}

type RowsProps = CheckInPageProps & { readonly rows: readonly Participant[] }

function Folded({ title, ...props }: RowsProps & { readonly title: string }) {
  return (
    <details class="disclosure">
      <summary>
        {title} ({props.rows.length})
      </summary>
      {props.rows.length > 0 && <Rows {...props} />}
    </details>
  )
}

function Rows({ rows, ...props }: RowsProps) {
  return (
    <ul class="people-rows">
      {rows.map((one) => (
        <Row key={one.id} {...props} one={one} />
      ))}
    </ul>
  )
}

function Row({ day, codes, one, typed, locale }: CheckInPageProps & { readonly one: Participant }) {
  const { checkIn: texts } = textsIn(locale)
  const said = attendanceOf(day.said, one.id)
  const isHere = said.state === 'here'
  const instead = day.participants.find(({ id }) => id === one.insteadOf)
  return (
    <li>
      <div>
        <strong>
          <bdi>{one.name}</bdi>
        </strong>
        <p class="source">
          <bdi>{one.organisation}</bdi>
          {[
            codes.get(one.id) ?? '',
            one.state === 'yes' ? texts.states[said.state] : texts.notSaidYes,
            ...roundsInWords(said, locale),
            ...(instead ? [texts.instead(instead.name)] : []),
          ]
            .filter((word) => word !== '')
            .map((word) => ` · ${word}`)
            .join('')}
        </p>
      </div>
      <div class="row">
        <form method="post" action={dayHref('checkIn', day.event, locale)}>
          <Hidden name="participant" value={one.id} />
          <Hidden name="typed" value={typed} />
          <Button
            name="state"
            value={isHere ? 'expected' : 'here'}
            variant={isHere ? 'secondary' : 'primary'}
          >
            {isHere ? texts.undo : texts.checkIn}
            <span class="ds-sr-only">: {one.name}</span>
          </Button>
        </form>
        <a href={addressOf('checkInOne', locale, { event: day.event.id, participant: one.id })}>
          {texts.more}
          <span class="ds-sr-only">: {one.name}</span>
        </a>
      </div>
    </li>
  )
}

/** From and until which round somebody is there, when it is not the whole time. */
function roundsInWords({ state, fromRound, untilRound }: Attendance, locale: Locale): readonly string[] {
  const { checkIn: texts } = textsIn(locale)
  if (state === 'absent') return []
  return [
    ...(fromRound === null ? [] : [texts.from(fromRound)]),
    ...(untilRound === null ? [] : [texts.until(untilRound)]),
  ]
}
