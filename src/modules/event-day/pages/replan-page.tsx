import { participantInWords, type Participant } from '#modules/roundtable'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { timeOf } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button } from '#ui/button.tsx'
import { SelectField, type Option } from '#ui/choice-field.tsx'
import { ErrorSummary, errorsInWords, Form, FormActions } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Ground } from '../actions/plan-anew.ts'
import { attendanceOf, type Attendance } from '../core/attendance.ts'
import { choiceOf, fieldOf, handRows, tableChoiceOf } from '../core/replan-form.ts'
import { errorText, textsIn } from './texts.ts'
import { crumbsTo, dayHref } from './words.ts'

interface ReplanPageProps {
  readonly ground: Ground
  readonly typed: Typed
  readonly errors: FieldErrors
  /** Why nobody can be seated so, in sentences. */
  readonly faults: readonly string[]
  readonly locale: Locale
}

/** What has changed: who does not come or comes late, which tables are there, who is put somewhere by hand. */
export function ReplanPage(props: ReplanPageProps) {
  const { ground, errors, faults, locale } = props
  const { crumbs, replan: texts, errors: sentences } = textsIn(locale)
  const here = dayHref('dayReplan', ground.event, locale)
  const { latest, known } = ground
  return (
    <Page>
      <ErrorSummary
        title={sentences.title}
        errors={errorsInWords(errors, (name) => errorText(locale, name))}
      />
      <Breadcrumbs
        label={crumbs}
        items={crumbsTo(ground.event, locale, { label: texts.title, href: here })}
      />
      <PageTitle title={texts.title} lead={texts.lead} />
      {faults.length > 0 && (
        <Notice tone="danger" title={texts.faults} live>
          <ul>
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </Notice>
      )}
      {latest.toldAt === null && latest.version !== known.version && (
        <Notice tone="warning">
          <p>{texts.newerUntold(latest.version)}</p>
        </Notice>
      )}
      <Form action={here}>
        <RoundField {...props} />
        <Missing {...props} />
        <Here {...props} />
        <Tables {...props} />
        <ByHand {...props} />
        <FormActions>
          <Button name="do" value="preview">
            {texts.preview}
          </Button>
        </FormActions>
      </Form>
    </Page>
  )
}

function shared({ typed, errors, locale }: ReplanPageProps, name: string, otherwise: string) {
  const error = errors[name]
  return {
    name,
    value: typed[name] ?? otherwise,
    error: error === undefined ? undefined : errorText(locale, error),
  }
}

function RoundField(props: ReplanPageProps) {
  const { ground, locale } = props
  const { replan: texts } = textsIn(locale)
  const { firstOpen } = ground.choices
  return (
    <SelectField
      {...shared(props, 'round', String(firstOpen))}
      label={texts.round}
      options={ground.times
        .filter(({ round }) => round >= firstOpen)
        .map(({ round, startsAt }) => ({
          value: String(round),
          label: texts.roundOption(round, timeOf(startsAt)),
        }))}
    />
  )
}

/** Everybody who has not come is taken not to come, until it is said otherwise. */
function Missing(props: ReplanPageProps) {
  const { ground, locale } = props
  const { replan: texts } = textsIn(locale)
  const missing = byState(ground, (said) => said.state !== 'here')
  const later = ground.times.filter(({ round }) => round > ground.choices.firstOpen)
  const options = [
    { value: 'absent', label: texts.absent },
    { value: 'expected', label: texts.expected },
    ...later.map(({ round }) => ({ value: `from-${round}`, label: texts.from(round) })),
  ]
  return (
    <Section id="saknas" title={`${texts.missing} (${missing.length})`} lead={texts.missingLead}>
      {missing.length === 0 ? (
        <p class="empty">{texts.noneMissing}</p>
      ) : (
        <PeopleFields {...props} people={missing} options={options} />
      )}
    </Section>
  )
}

function Here(props: ReplanPageProps) {
  const { ground, locale } = props
  const { replan: texts } = textsIn(locale)
  const here = byState(ground, (said) => said.state === 'here')
  const options = [
    { value: 'here', label: texts.stays },
    ...ground.times
      .filter(({ round }) => round > 0 && round >= ground.choices.firstOpen)
      .map(({ round }) => ({ value: `until-${round}`, label: texts.until(round) })),
    { value: 'absent', label: texts.absent },
  ]
  return (
    <details class="disclosure" id="har">
      <summary>
        {texts.here} ({here.length})
      </summary>
      <div class="disclosure__content">
        <p>{texts.hereLead}</p>
        <PeopleFields {...props} people={here} options={options} />
      </div>
    </details>
  )
}

function PeopleFields({
  people,
  options,
  ...props
}: ReplanPageProps & { readonly people: readonly Participant[]; readonly options: readonly Option[] }) {
  const { said } = props.ground.choices
  return (
    <div class="day-fields">
      {people.map((one) => (
        <SelectField
          key={one.id}
          {...shared(props, fieldOf.participant(one.id), choiceOf(attendanceOf(said, one.id)))}
          label={<bdi>{participantInWords(one)}</bdi>}
          options={options}
        />
      ))}
    </div>
  )
}

function Tables(props: ReplanPageProps) {
  const { ground, locale } = props
  const { replan: texts, table } = textsIn(locale)
  const later = ground.times.filter(({ round }) => round > ground.choices.firstOpen)
  return (
    <details class="disclosure" id="borden">
      <summary>{texts.tables}</summary>
      <div class="disclosure__content day-fields day-fields--short">
        {ground.tables.map((one) => (
          <SelectField
            key={one.id}
            {...shared(props, fieldOf.table(one.id), tableChoiceOf(one, ground.choices))}
            label={table(one.id)}
            options={[
              { value: 'open', label: texts.open },
              ...later.map(({ round }) => ({ value: `from-${round}`, label: texts.openFrom(round) })),
              { value: 'closed', label: texts.closed },
            ]}
          />
        ))}
      </div>
    </details>
  )
}

function ByHand(props: ReplanPageProps) {
  const { ground, typed, locale } = props
  const { replan: texts, table, round } = textsIn(locale)
  const open = ground.times.filter((time) => time.round >= ground.choices.firstOpen)
  const isUsed = handRows.some((row) => (typed[fieldOf.hand(row, 'person')] ?? '') !== '')
  return (
    <details class="disclosure" id="for-hand" open={isUsed}>
      <summary>{texts.hand}</summary>
      <div class="disclosure__content">
        <p>{texts.handLead}</p>
        {handRows.map((row) => (
          <div key={row} class="day-fields day-fields--row">
            <SelectField
              {...shared(props, fieldOf.hand(row, 'person'), '')}
              label={texts.person}
              empty={texts.choose}
              options={ground.participants.map((one) => ({ value: one.id, label: participantInWords(one) }))}
            />
            <SelectField
              {...shared(props, fieldOf.hand(row, 'round'), 'all')}
              label={texts.handRound}
              options={[
                { value: 'all', label: texts.allRounds },
                ...open.map((time) => ({ value: String(time.round), label: round(time.round) })),
              ]}
            />
            <SelectField
              {...shared(props, fieldOf.hand(row, 'table'), '')}
              label={texts.handTable}
              empty={texts.choose}
              options={ground.tables.map(({ id }) => ({ value: id, label: table(id) }))}
            />
          </div>
        ))}
      </div>
    </details>
  )
}

function byState(ground: Ground, is: (said: Attendance) => boolean): readonly Participant[] {
  return ground.participants
    .filter(({ id }) => is(attendanceOf(ground.choices.said, id)))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'sv'))
}
