import { branchesInWords, sizesInWords } from '#modules/companies'
import { dayOf, formatShortDay } from '#platform/values/dates.ts'
import { addressOf } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { ChoiceForm } from '#ui/form.tsx'
import { Section } from '#ui/heading.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { TextField } from '#ui/text-field.tsx'
import { mixOf, shownState, type CriterionCount, type ListQuestion } from '../core/counts.ts'
import type { Criterion, Event } from '../core/event.ts'
import type { Participant } from '../core/participant.ts'
import type { ParticipantLetter } from '../participant-store.ts'
import { AnswerStatus } from './answer-status.tsx'
import { inviteTextsIn, textsIn } from './texts.ts'
import { municipalityIn, type Reader } from './words.ts'

export interface ParticipantsShown {
  readonly event: Event
  readonly criteria: readonly Criterion[]
  readonly counts: readonly CriterionCount[]
  /** Everybody, to tell the mix and who comes for whom. */
  readonly people: readonly Participant[]
  /** Those that fit what is asked. */
  readonly shown: readonly Participant[]
  readonly letters: readonly ParticipantLetter[]
  readonly asked: ListQuestion
  readonly mayPlan: boolean
  readonly now: Date
  readonly reader: Reader
}

/** How the list is asked, in an address. */
export const questionNames = {
  text: 'sok',
  criterion: 'grund',
  state: 'svar',
  municipality: 'kommun',
  order: 'ordning',
} as const

/** The whole list: how the criteria stand, the mix, and everybody on it. */
export function ParticipantsView(props: ParticipantsShown) {
  const { event, mayPlan, reader } = props
  const { list: texts } = inviteTextsIn(reader.locale)
  const to = { event: event.id }
  return (
    <>
      <p>{texts.lead}</p>
      <div class="row">
        {mayPlan && <PlannerLinks event={event} locale={reader.locale} />}
        <LinkButton href={addressOf('participantsFile', reader.locale, to)} variant="secondary" download>
          {texts.export}
        </LinkButton>
      </div>
      <BudgetSection {...props} />
      <MixSection {...props} />
      <Section id="listan" title={texts.people}>
        <Questions {...props} />
        <People {...props} />
      </Section>
    </>
  )
}

function PlannerLinks({ event, locale }: { readonly event: Event; readonly locale: Reader['locale'] }) {
  const { list: texts } = inviteTextsIn(locale)
  const links = [
    ['eventLetters', texts.send],
    ['addParticipant', texts.add],
    ['addKnown', texts.known],
    ['addFromFile', texts.file],
    ['eventNeeds', texts.needs],
  ] as const
  return (
    <>
      {links.map(([page, label], at) => (
        <LinkButton
          key={page}
          href={addressOf(page, locale, { event: event.id })}
          variant={at === 0 ? 'primary' : 'secondary'}
        >
          {label}
        </LinkButton>
      ))}
    </>
  )
}

function countColumn(label: string, of: (count: CriterionCount) => number): Column<CriterionCount> {
  return { label, numeric: true, cell: of }
}

function BudgetSection({ counts, reader: { locale } }: ParticipantsShown) {
  const { list: texts } = inviteTextsIn(locale)
  return (
    <Section id="grunder" title={texts.budget}>
      <Table
        caption={texts.budget}
        captionHidden
        size="compact"
        rows={counts}
        rowKey={({ criterion }) => criterion.id}
        columns={[
          {
            label: texts.criterion,
            rowHeader: true,
            cell: ({ criterion }) => (
              <span lang="sv">
                {counts.findIndex((one) => one.criterion.id === criterion.id) + 1}. {criterion.text}
              </span>
            ),
          },
          countColumn(texts.seats, ({ criterion }) => criterion.seats),
          countColumn(texts.listed, ({ listed }) => listed),
          countColumn(texts.invited, ({ invited }) => invited),
          countColumn(texts.yes, ({ yes }) => yes),
          countColumn(texts.waiting, ({ waiting }) => waiting),
          countColumn(texts.silent, ({ silent }) => silent),
          countColumn(texts.no, ({ no }) => no),
          countColumn(texts.free, ({ free }) => free),
        ]}
      />
    </Section>
  )
}

function MixSection({ people, reader }: ParticipantsShown) {
  const { locale } = reader
  const { list: texts } = inviteTextsIn(locale)
  const coming = people.filter(({ state }) => state === 'yes')
  if (coming.length === 0) return null
  const companies = coming.filter(({ kind }) => kind === 'company')
  const branches = branchesInWords(locale)
  const sizes = sizesInWords(locale)
  const mixes = [
    {
      label: texts.municipality,
      values: mixOf(coming.map((one) => municipalityIn(reader, one.municipality) || null)),
    },
    { label: texts.branch, values: mixOf(companies.map(({ branch }) => branches[branch ?? ''] ?? null)) },
    { label: texts.size, values: mixOf(companies.map(({ size }) => (size === null ? null : sizes[size]))) },
  ].filter(({ values }) => values.length > 0)
  return (
    <Disclosure summary={texts.mix}>
      {mixes.map(({ label, values }) => (
        <p key={label}>
          <strong>{label}.</strong>{' '}
          {values.map(({ value, count }) => texts.mixOf(value ?? texts.unknown, count)).join(' · ')}
        </p>
      ))}
    </Disclosure>
  )
}

function Questions({ event, criteria, asked, now, people, reader }: ParticipantsShown) {
  const { locale, municipalities } = reader
  const { list: texts, states } = inviteTextsIn(locale)
  const there = [...new Set(people.map((one) => shownState(one, now)))]
  const places = municipalities.filter(({ code }) => people.some(({ municipality }) => municipality === code))
  return (
    <ChoiceForm
      action={addressOf('participants', locale, { event: event.id })}
      swap="deltagarna"
      submit={texts.show}
    >
      <TextField
        name={questionNames.text}
        label={texts.search}
        value={asked.text}
        type="search"
        maxLength={100}
      />
      <SelectField
        name={questionNames.criterion}
        label={texts.criterion}
        value={asked.criterion}
        empty={texts.all}
        options={criteria.map(({ id, text }) => ({ value: id, label: text }))}
      />
      <SelectField
        name={questionNames.state}
        label={texts.state}
        value={asked.state}
        empty={texts.all}
        options={there.map((state) => ({ value: state, label: states[state] }))}
      />
      <SelectField
        name={questionNames.municipality}
        label={texts.municipality}
        value={asked.municipality}
        empty={texts.all}
        options={places.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <SelectField
        name={questionNames.order}
        label={texts.order}
        value={asked.order}
        options={Object.entries(texts.orders).map(([value, label]) => ({ value, label }))}
      />
    </ChoiceForm>
  )
}

function People(props: ParticipantsShown) {
  const { people, shown, mayPlan, reader } = props
  const { list: texts } = inviteTextsIn(reader.locale)
  return (
    <div id="deltagarna" class="section">
      <p role="status">{texts.count(shown.length, people.length)}</p>
      <Table
        caption={texts.people}
        captionHidden
        size="compact"
        rows={shown}
        rowKey={({ id }) => id}
        empty={people.length === 0 ? texts.noneYet : texts.none}
        columns={columnsFor(props)}
      />
      {mayPlan && people.length > 0 && <p class="source">{texts.openedHint}</p>}
    </div>
  )
}

function columnsFor(props: ParticipantsShown): readonly Column<Participant>[] {
  const { event, criteria, people, letters, mayPlan, now, reader } = props
  const { locale } = reader
  const { list: texts, letters: occasions } = inviteTextsIn(locale)
  const lastOf = (id: string) => letters.find(({ participantId }) => participantId === id)
  return [
    {
      label: texts.name,
      rowHeader: true,
      cell: ({ id, name, insteadOf }) => {
        const replaced = people.find((one) => one.id === insteadOf)
        return (
          <>
            <a href={addressOf('participant', locale, { event: event.id, participant: id })}>
              <bdi>{name}</bdi>
            </a>
            {replaced && (
              <span class="hint">
                {' '}
                <bdi>{texts.insteadOf(replaced.name)}</bdi>
              </span>
            )}
          </>
        )
      },
    },
    { label: texts.organisation, cell: ({ organisation }) => <bdi>{organisation}</bdi> },
    {
      label: texts.state,
      cell: (participant) => <AnswerStatus participant={participant} now={now} locale={locale} />,
    },
    {
      label: texts.criterion,
      // As the table of criteria numbers them: the words are long, and the same for many.
      cell: ({ criterionId, kind }) =>
        `${criteria.findIndex(({ id }) => id === criterionId) + 1}. ${textsIn(locale).kinds[kind]}`,
    },
    { label: texts.municipality, cell: ({ municipality }) => municipalityIn(reader, municipality) },
    {
      label: texts.letter,
      cell: ({ id }) => {
        const last = lastOf(id)
        return last ? `${occasions[last.occasion]} ${formatShortDay(dayOf(last.sentAt), locale)}` : ''
      },
    },
    ...(mayPlan
      ? [
          {
            label: texts.opened,
            cell: ({ openedAt }: Participant) => (openedAt === null ? texts.openedNo : texts.openedYes),
          },
        ]
      : []),
  ]
}
