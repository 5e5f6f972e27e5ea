import { Fragment } from 'preact'
import { ago, langOfWord, numbered, type Reader, StandingStatus } from '#modules/programme'
import { Card, CardGrid } from '#ui/card.tsx'
import { ExampleTag, Notice } from '#ui/notice.tsx'
import { holdsExamples, type Activity } from '../core/activity.ts'
import { textsIn } from './texts.ts'
import { activityHref, datesInWords } from './words.ts'

interface ActivityCardsProps {
  readonly activities: readonly Activity[]
  readonly reader: Reader
  /** What the page is about already, and the cards need not say. */
  readonly without?: 'municipality' | 'intervention'
}

/** Activities as cards that can be read one by one, with the note that examples are examples. */
export function ActivityCards({ activities, reader, without }: ActivityCardsProps) {
  const { locale } = reader
  const texts = textsIn(locale)
  if (activities.length === 0) return <p class="empty">{texts.section.none}</p>
  // Where all is made up the note above says so; where only some is, each of them does.
  const isMixed = activities.some(({ isExample }) => !isExample)
  return (
    <>
      <ExampleNotice activities={activities} reader={reader} />
      <CardGrid columns={3}>
        {activities.map((one) => (
          <Card
            key={one.id}
            title={<span lang={langOfWord(locale)}>{one.title}</span>}
            href={activityHref(one.id, locale)}
            footer={
              <p class="source">
                {texts.activity.said}: {ago(one.saidAt, reader)}{' '}
                {isMixed && one.isExample && <ExampleTag>{texts.example.tag}</ExampleTag>}
              </p>
            }
          >
            <p>
              <StandingStatus standing={one.status} words={reader.words} isStrong />
            </p>
            <p>
              <Belonging activity={one} reader={reader} without={without} />
            </p>
            <p lang={langOfWord(locale)}>{one.aim}</p>
            <p class="source">{datesInWords(one, locale)}</p>
          </Card>
        ))}
      </CardGrid>
    </>
  )
}

function Belonging({
  activity,
  reader: { locale },
  without,
}: {
  readonly activity: Activity
  readonly reader: Reader
  readonly without: ActivityCardsProps['without']
}) {
  const { section } = textsIn(locale)
  const together = activity.joined.map(({ name }) => name).join(', ')
  const parts = [
    ...(without === 'intervention' ? [] : [numbered(activity.intervention, locale)]),
    ...(without === 'municipality' && activity.joined.length === 0
      ? []
      : [section.led(activity.municipality.name)]),
    ...(together ? [section.joint(together)] : []),
  ]
  return <>{parts.join('. ')}</>
}

/** Says that activities are made up, on every page that shows one that is. */
export function ExampleNotice({
  activities,
  reader,
}: {
  readonly activities: readonly Activity[]
  readonly reader: Pick<Reader, 'locale'>
}) {
  if (!holdsExamples(activities)) return null
  return (
    <Notice tone="warning">
      <p>{textsIn(reader.locale).example.text}</p>
    </Notice>
  )
}

/** What was typed with blank lines between becomes paragraphs. */
export function Paragraphs({ text, lang }: { readonly text: string; readonly lang: 'sv' | undefined }) {
  return (
    <>
      {text.split(/\n\s*\n/).map((paragraph, at) => (
        <p key={at} lang={lang}>
          {paragraph.split('\n').map((line, row) => (
            <Fragment key={row}>
              {row > 0 && <br />}
              {line}
            </Fragment>
          ))}
        </p>
      ))}
    </>
  )
}
