import { type Framework, langOfWord, numbered, type Reader, StandingStatus } from '#modules/programme'
import type { Municipality } from '#modules/region'
import { formatDay } from '#platform/values/dates.ts'
import { addressOf } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { ChoiceForm } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import { ExampleTag } from '#ui/notice.tsx'
import { Table, type Column } from '#ui/table.tsx'
import type { Activity } from '../core/activity.ts'
import { ExampleNotice } from './activity-list.tsx'
import { listQuery, questionNames, type AskedList } from './list-query.ts'
import { textsIn } from './texts.ts'
import { activityHref } from './words.ts'

interface ListPageProps {
  readonly activities: readonly Activity[]
  readonly asked: AskedList
  readonly municipalities: readonly Municipality[]
  readonly interventions: Framework['interventions']
  /** The municipalities that the reader may add an activity for. */
  readonly own: readonly Municipality[]
  readonly reader: Reader
}

/** All activities, narrowed down by municipality, intervention and status. */
export function ListPage(props: ListPageProps) {
  const { activities, asked, own, reader } = props
  const { locale } = reader
  const { list: texts } = textsIn(locale)
  const query = listQuery(asked, locale)
  const calendarOf = listQuery({ ...asked, intervention: '', status: '' }, locale)
  return (
    <Page>
      <PageTitle
        title={texts.title}
        lead={texts.lead}
        actions={own.map(({ slug, name }) => (
          <LinkButton key={slug} href={addressOf('addActivity', locale, { municipality: slug })}>
            {texts.add(name)}
          </LinkButton>
        ))}
      />
      <ListQuestions {...props} />
      <div class="section" id="aktiviteter">
        <ExampleNotice activities={activities} reader={reader} />
        <p role="status">{texts.count(activities.length)}</p>
        <Table
          caption={texts.title}
          captionHidden
          rows={activities}
          rowKey={({ id }) => id}
          empty={texts.none}
          columns={columnsFor(reader, activities)}
        />
        <div class="row">
          <LinkButton href={addressOf('activitiesCsv', locale) + query} variant="secondary" download>
            {texts.csv}
          </LinkButton>
          <LinkButton href={addressOf('milestoneCalendar', locale) + calendarOf} variant="secondary">
            {texts.calendar}
          </LinkButton>
        </div>
      </div>
    </Page>
  )
}

function ListQuestions({ asked, municipalities, interventions, reader: { locale, words } }: ListPageProps) {
  const { list: texts } = textsIn(locale)
  const names = questionNames[locale]
  return (
    <ChoiceForm action={addressOf('activities', locale)} swap="aktiviteter" submit={texts.show}>
      <SelectField
        name={names.municipality}
        label={texts.municipality}
        value={asked.municipality}
        empty={texts.all}
        options={municipalities.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
      <SelectField
        name={names.intervention}
        label={texts.intervention}
        value={asked.intervention}
        empty={texts.all}
        options={interventions
          .filter(({ retiredAt }) => retiredAt === null)
          .map((one) => ({ value: one.id, label: numbered(one, locale) }))}
      />
      <SelectField
        name={names.status}
        label={texts.status}
        value={asked.status}
        empty={texts.all}
        options={words.order.flatMap((status) =>
          status === 'not-reported' ? [] : [{ value: status, label: words.labels[status] }],
        )}
      />
    </ChoiceForm>
  )
}

function columnsFor({ locale, words }: Reader, activities: readonly Activity[]): readonly Column<Activity>[] {
  const { list: texts, example } = textsIn(locale)
  const isMixed = activities.some(({ isExample }) => !isExample)
  return [
    {
      label: texts.activity,
      rowHeader: true,
      cell: ({ id, title, isExample }) => (
        <>
          <a href={activityHref(id, locale)} lang={langOfWord(locale)}>
            {title}
          </a>
          {isMixed && isExample && (
            <>
              {' '}
              <ExampleTag>{example.tag}</ExampleTag>
            </>
          )}
        </>
      ),
    },
    {
      label: texts.municipality,
      cell: ({ municipality, joined }) => [municipality, ...joined].map(({ name }) => name).join(', '),
    },
    { label: texts.intervention, cell: ({ intervention }) => numbered(intervention, locale) },
    {
      label: texts.status,
      cell: ({ status }) => <StandingStatus standing={status} words={words} />,
    },
    { label: texts.ends, cell: ({ endsOn }) => (endsOn ? formatDay(endsOn, locale) : texts.noEnd) },
  ]
}
