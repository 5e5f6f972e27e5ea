import type { Municipality } from '#modules/region'
import { formatDay, formatShortDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { CheckboxField, SelectField } from '#ui/choice-field.tsx'
import { ChoiceForm } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { ExampleTag } from '#ui/notice.tsx'
import { Table } from '#ui/table.tsx'
import { TextField } from '#ui/text-field.tsx'
import { courseForms, type Course } from '../core/course.ts'
import type { YhOutcome } from '../yh-outcomes.ts'
import { textsIn } from './texts.ts'

interface CoursesShown {
  readonly courses: readonly Course[]
  readonly count: number
  readonly choice: { readonly q: string; readonly form: string; readonly past: boolean }
  readonly outcomes: readonly YhOutcome[]
  readonly municipalities: readonly Pick<Municipality, 'code' | 'name'>[]
  readonly mayKeep: boolean
  readonly locale: Locale
}

/** What is on offer, and what became of applications to offer more. */
export function CoursesPage(shown: CoursesShown) {
  const { mayKeep, locale } = shown
  const { list: texts } = textsIn(locale)
  return (
    <Page>
      <PageTitle
        title={texts.title}
        lead={texts.lead}
        actions={
          <>
            {mayKeep && <a href={addressOf('importCourses', locale)}>{texts.import}</a>}
            {mayKeep && <a href={addressOf('travelTimes', locale)}>{texts.travel}</a>}
          </>
        }
      />
      <Choices {...shown} />
      <CourseTable {...shown} />
      <YhTable {...shown} />
    </Page>
  )
}

function Choices({ choice, locale }: CoursesShown) {
  const { list: texts, forms } = textsIn(locale)
  return (
    <ChoiceForm action={addressOf('courses', locale)} swap="kurser" submit={texts.show}>
      <TextField name="q" label={texts.search} value={choice.q} type="search" />
      <SelectField
        name="form"
        label={texts.form}
        value={choice.form}
        empty={texts.allForms}
        options={courseForms.map((form) => ({ value: form, label: forms[form] }))}
      />
      <CheckboxField name="past" label={texts.past} checked={choice.past} />
    </ChoiceForm>
  )
}

function CourseTable({ courses, count, locale }: CoursesShown) {
  const { list: texts, forms, example } = textsIn(locale)
  return (
    <div id="kurser">
      <Table
        caption={texts.count(courses.length, count)}
        rows={courses}
        rowKey={({ source, sourceId }) => `${source} ${sourceId}`}
        empty={texts.none}
        columns={[
          {
            label: texts.course,
            rowHeader: true,
            cell: ({ title, link, isExample }) => (
              <>
                <span lang="sv">{link === '' ? title : <a href={link}>{title}</a>}</span>{' '}
                {isExample && <ExampleTag>{example}</ExampleTag>}
              </>
            ),
          },
          { label: texts.provider, cell: ({ provider }) => <span lang="sv">{provider}</span> },
          { label: texts.form, cell: ({ form }) => forms[form] },
          { label: texts.where, cell: ({ place }) => place },
          {
            label: texts.starts,
            cell: ({ startsOn }) => (startsOn === null ? texts.anyTime : formatShortDay(startsOn, locale)),
          },
          { label: texts.pace, numeric: true, cell: ({ pace }) => (pace === null ? '' : `${pace} %`) },
          { label: texts.price, cell: ({ price }) => price },
          {
            label: texts.source,
            cell: ({ origin, checkedOn }) => (
              <span class="source">
                <span lang="sv">{origin}</span>, {texts.checked(formatDay(checkedOn, locale))}
              </span>
            ),
          },
        ]}
      />
    </div>
  )
}

function YhTable({ outcomes, municipalities, locale }: CoursesShown) {
  const { list: texts } = textsIn(locale)
  const rows = municipalities.map(({ code, name }) => {
    const here = outcomes.filter((one) => one.municipalities.includes(code))
    const granted = here.filter(({ isGranted }) => isGranted)
    const placesOf = (several: boolean) =>
      granted
        .filter((one) => one.municipalities.length > 1 === several)
        .reduce((sum, { places }) => sum + places, 0)
    return {
      code,
      name,
      applied: here.length,
      granted: granted.length,
      places: placesOf(false),
      spread: placesOf(true),
    }
  })
  return (
    <Section id="yh" title={texts.yh} lead={texts.yhLead}>
      <Table
        caption={texts.yhCaption}
        captionHidden
        rows={rows}
        rowKey={({ code }) => code}
        columns={[
          { label: texts.municipality, rowHeader: true, cell: ({ name }) => name },
          { label: texts.applied, numeric: true, cell: ({ applied }) => applied },
          { label: texts.granted, numeric: true, cell: ({ granted }) => granted },
          {
            label: texts.places,
            numeric: true,
            cell: ({ places, spread }) => `${places}${texts.spread(spread)}`,
          },
        ]}
      />
      <p class="source">{texts.yhNote}</p>
    </Section>
  )
}
