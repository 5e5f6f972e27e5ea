import { langOfWord, numbered, type Reader, StandingStatus } from '#modules/programme'
import { addressOf } from '#ui/addresses.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { LinkButton } from '#ui/button.tsx'
import { DescriptionList, type Description } from '#ui/description-list.tsx'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { ErrorSummary, errorsInWords } from '#ui/form.tsx'
import { Page, PageTitle, Prose, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Activity, ActivityInside, Evidence } from '../core/activity.ts'
import { needsReason } from '../core/activity-form.ts'
import { ActivityHistory, type Past } from './activity-history.tsx'
import { ExampleNotice, Paragraphs } from './activity-list.tsx'
import { EvidenceSection } from './evidence-section.tsx'
import { LineageSection, type Lineage } from './lineage-section.tsx'
import { MilestoneSection } from './milestone-section.tsx'
import { errorText, textsIn } from './texts.ts'
import { activityHref, budgetInWords, datesInWords, personInWords, saidInWords } from './words.ts'

/** What is shown of an activity, and what its reader may do. */
export interface ActivityShown {
  readonly activity: Activity
  readonly evidence: readonly Evidence[]
  readonly lineage: Lineage
  /** Null for readers who may not see it, and where nothing is noted. */
  readonly note: string | null
  /** Null for readers who may not see it. */
  readonly past: Past | null
  readonly maySay: boolean
  readonly mayShowProgress: boolean
}

interface ActivityPageProps extends ActivityShown {
  readonly reader: Reader
  readonly did: 'saved' | 'taken-over' | null
  /** What was typed into one of the small forms, and what is wrong with it. */
  readonly typed: Typed
  readonly errors: FieldErrors
}

/** One activity: for all what it is and what shows it, for members who, why and with what. */
export function ActivityPage(props: ActivityPageProps) {
  const { activity, reader, maySay, note, past, errors } = props
  const { locale } = reader
  const texts = textsIn(locale)
  return (
    <Page>
      <ActivityCrumbs activity={activity} reader={reader} />
      <ErrorSummary
        title={texts.errors.title}
        errors={errorsInWords(errors, (name) => errorText(texts, name))}
      />
      <WhatHappened {...props} />
      <PageTitle
        eyebrow={[activity.municipality, ...activity.joined].map(({ name }) => name).join(', ')}
        title={<span lang={langOfWord(locale)}>{activity.title}</span>}
        tags={
          <p class="lead">
            <StandingStatus standing={activity.status} words={reader.words} isStrong />
          </p>
        }
        actions={
          maySay && (
            <LinkButton href={addressOf('editActivity', locale, { activity: activity.id })}>
              {texts.activity.change}
            </LinkButton>
          )
        }
      />
      <ExampleNotice activities={[activity]} reader={reader} />
      {activity.intervention.isRetired && (
        <Notice tone="warning">
          <p>{texts.activity.retired}</p>
        </Notice>
      )}
      <Section id="mal" title={texts.activity.aim}>
        <Prose>
          <Paragraphs text={activity.aim} lang={langOfWord(locale)} />
        </Prose>
        <Facts activity={activity} reader={reader} />
      </Section>
      <MilestoneSection {...props} />
      <EvidenceSection {...props} />
      <LineageSection {...props} />
      {activity.inside && <InsideSection activity={activity} inside={activity.inside} reader={reader} />}
      {note !== null && (
        <Section id="anteckning" title={texts.activity.note} lead={texts.activity.noteLead}>
          <Prose>
            <Paragraphs text={note} lang={langOfWord(locale)} />
          </Prose>
        </Section>
      )}
      {past && <ActivityHistory past={past} reader={reader} />}
    </Page>
  )
}

function WhatHappened({ did, reader: { locale } }: ActivityPageProps) {
  const texts = textsIn(locale)
  if (did === 'saved') return <Notice tone="success" title={texts.activity.saved} live />
  if (did === null) return null
  return (
    <Notice tone="success" title={texts.lineage.done} live>
      <p>{texts.lineage.doneLead}</p>
    </Notice>
  )
}

/** The way down to an activity. */
function ActivityCrumbs({
  activity,
  reader: { locale },
}: {
  readonly activity: Pick<Activity, 'id' | 'title'>
  readonly reader: Pick<Reader, 'locale'>
}) {
  const { list } = textsIn(locale)
  return (
    <Breadcrumbs
      label={list.title}
      items={[
        { label: list.title, href: addressOf('activities', locale) },
        { label: activity.title, href: activityHref(activity.id, locale) },
      ]}
    />
  )
}

function Facts({ activity, reader }: { readonly activity: Activity; readonly reader: Reader }) {
  const { locale } = reader
  const { activity: texts } = textsIn(locale)
  const { municipality, joined, intervention, body } = activity
  const cell = { intervention: intervention.id, municipality: municipality.slug }
  return (
    <DescriptionList
      items={[
        {
          term: texts.intervention,
          details: <a href={addressOf('cell', locale, cell)}>{numbered(intervention, locale)}</a>,
        },
        ...(body ? [{ term: texts.body, details: <span lang={langOfWord(locale)}>{body}</span> }] : []),
        {
          term: texts.municipalities,
          details:
            joined.length === 0
              ? municipality.name
              : [texts.leads(municipality.name), ...joined.map(({ name }) => name)].join(', '),
        },
        { term: texts.dates, details: datesInWords(activity, locale) },
        { term: texts.said, details: saidInWords(activity, reader) },
      ]}
    />
  )
}

interface InsideSectionProps {
  readonly activity: Activity
  readonly inside: ActivityInside
  readonly reader: Reader
}

function InsideSection({ activity, inside, reader: { locale, words } }: InsideSectionProps) {
  const all = textsIn(locale)
  const { activity: texts } = all
  const { status } = activity
  const lang = langOfWord(locale)
  const why: readonly Description[] =
    inside.reason !== null && needsReason(status)
      ? [{ term: texts.reason(words.labels[status]), details: <span lang={lang}>{inside.reason}</span> }]
      : []
  return (
    <Section id="inom-natverket" title={texts.inside} lead={texts.insideLead}>
      <DescriptionList
        items={[
          ...why,
          { term: texts.owner, details: personInWords(inside.owner, all) },
          { term: texts.deputy, details: personInWords(inside.deputy, all) },
          { term: texts.budget, details: budgetInWords(inside.budget, inside.paidBy, all) },
        ]}
      />
      {inside.text !== '' && (
        <>
          <h3>{texts.text}</h3>
          <Prose>
            <Paragraphs text={inside.text} lang={lang} />
          </Prose>
        </>
      )}
    </Section>
  )
}
