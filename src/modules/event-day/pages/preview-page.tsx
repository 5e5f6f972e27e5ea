import { participantInWords, type Participant } from '#modules/roundtable'
import { namesFor } from '#modules/seat-plan'
import { seatingTexts, type Unmet } from '#modules/seating'
import type { Typed } from '#platform/http/form.ts'
import type { Locale } from '#platform/values/locale.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button } from '#ui/button.tsx'
import { DescriptionList } from '#ui/description-list.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Form, FormActions, Hidden } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Ground, Preview } from '../actions/plan-anew.ts'
import type { SeatMove } from '../core/moves.ts'
import { textsIn } from './texts.ts'
import { crumbsTo, dayHref } from './words.ts'

interface PreviewPageProps {
  readonly ground: Ground
  readonly preview: Preview
  readonly typed: Typed
  /** Whether it is another than the one that was shown before. */
  readonly isOvertaken: boolean
  readonly locale: Locale
}

/** The plan that came of it, with its figures and who moves, before it is kept. */
export function PreviewPage({ ground, preview, typed, isOvertaken, locale }: PreviewPageProps) {
  const { crumbs, replan: texts } = textsIn(locale)
  const here = dayHref('dayReplan', ground.event, locale)
  const percent = new Intl.NumberFormat(locale === 'sv' ? 'sv-SE' : 'en-GB', {
    style: 'percent',
    maximumFractionDigits: 1,
  })
  return (
    <Page>
      <Breadcrumbs
        label={crumbs}
        items={crumbsTo(ground.event, locale, { label: texts.title, href: here })}
      />
      {isOvertaken && (
        <Notice tone="warning" live>
          <p>{texts.overtaken}</p>
        </Notice>
      )}
      <PageTitle eyebrow={texts.title} title={texts.proposal} lead={preview.isSmaller && texts.smaller} />
      {preview.absent * 2 > ground.participants.length && (
        <Notice tone="warning">
          <p>{texts.mostAbsent(preview.absent, ground.participants.length)}</p>
        </Notice>
      )}
      <DescriptionList
        items={[
          { term: texts.moved, details: texts.movedValue(preview.movedPeople) },
          { term: texts.broken, details: texts.brokenValue(preview.hardBroken) },
          { term: texts.quality, details: texts.qualityValue(percent.format(preview.quality)) },
        ]}
      />
      {preview.movedPeople > 0 && (
        <Rules
          title={texts.because(preview.because.length)}
          rules={preview.because}
          {...{ ground, locale }}
        />
      )}
      <Rules title={texts.brokenTitle} rules={preview.broken} {...{ ground, locale }} />
      <Moves moves={preview.moves} participants={ground.participants} locale={locale} />
      <p>{texts.keepLead}</p>
      <KeepForm {...{ ground, preview, typed, locale }} />
    </Page>
  )
}

/** Keeps what is shown, or goes back to the choices: both with what was chosen. */
function KeepForm({ ground, preview, typed, locale }: Omit<PreviewPageProps, 'isOvertaken'>) {
  const { replan: texts } = textsIn(locale)
  return (
    <Form action={dayHref('dayReplan', ground.event, locale)} guard={false}>
      {Object.entries(typed)
        .filter(([name]) => !['do', 'mark', 'seen'].includes(name))
        .map(([name, value]) => (
          <Hidden key={name} name={name} value={value} />
        ))}
      <Hidden name="seen" value={String(ground.latest.version)} />
      <Hidden name="mark" value={preview.mark} />
      <FormActions>
        <Button name="do" value="keep">
          {texts.keep}
        </Button>
        <Button name="do" value="change" variant="secondary">
          {texts.change}
        </Button>
      </FormActions>
    </Form>
  )
}

/** Rules, each in its own words. */
function Rules({
  title,
  rules,
  ground,
  locale,
}: {
  readonly title: string
  readonly rules: readonly Unmet[]
  readonly ground: Ground
  readonly locale: Locale
}) {
  if (rules.length === 0) return null
  const names = namesFor(ground.participants)
  return (
    <Disclosure summary={title}>
      <ul>
        {rules.map((one, at) => (
          <li key={at}>{seatingTexts(locale).unmet(one, names)}</li>
        ))}
      </ul>
    </Disclosure>
  )
}

interface MovesProps {
  readonly moves: readonly SeatMove[]
  readonly participants: readonly Participant[]
  readonly locale: Locale
}

/** Who goes to another table, who gets a seat, and who leaves one. */
function Moves({ moves, participants, locale }: MovesProps) {
  const { replan: texts } = textsIn(locale)
  const parts = [
    { title: texts.movesTitle, moves: moves.filter(({ from, to }) => from !== null && to !== null) },
    { title: texts.come, moves: moves.filter(({ from }) => from === null) },
    { title: texts.leave, moves: moves.filter(({ to }) => to === null) },
  ]
  return (
    <>
      {parts[0]?.moves.length === 0 && <p class="lead">{texts.noMoves}</p>}
      {parts
        .filter((part) => part.moves.length > 0)
        .map((part, index) => (
          <Section key={part.title} id={`del-${index + 1}`} title={part.title}>
            <MoveList moves={part.moves} participants={participants} locale={locale} />
          </Section>
        ))}
    </>
  )
}

/** Moves, person by person. */
export function MoveList({ moves, participants, locale }: MovesProps) {
  const people = participants.filter(({ id }) => moves.some(({ participant }) => participant === id))
  return (
    <ul class="slips">
      {people.map((one) => (
        <li key={one.id}>
          <strong>
            <bdi>{participantInWords(one)}</bdi>
          </strong>
          {moves
            .filter(({ participant }) => participant === one.id)
            .map((move) => (
              <p key={move.round}>{moveInWords(move, locale)}</p>
            ))}
        </li>
      ))}
    </ul>
  )
}

/** `Runda 2: från bord 3 till 5`. */
function moveInWords({ round, from, to }: SeatMove, locale: Locale): string {
  const { changes: texts } = textsIn(locale)
  if (to === null) return texts.loses(round, from ?? '')
  return from === null ? texts.gets(round, to) : texts.move(round, from, to)
}
