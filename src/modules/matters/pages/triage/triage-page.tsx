import type { Actor } from '#modules/accounts'
import { dayOf, formatDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { DescriptionList } from '#ui/description-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import { ExampleTag, Tag } from '#ui/notice.tsx'
import { matterNumber } from '../../core/matter.ts'
import { mayAssign } from '../../core/part-policy.ts'
import type { Standing, WaitingMatter } from '../../part-reads.ts'
import { textsIn } from './texts.ts'
import { matterHref, placesInWords, timeLeft, topicName } from './words.ts'

interface TriagePageProps extends Pick<Standing, 'municipalities' | 'topics'> {
  readonly waiting: readonly WaitingMatter[]
  readonly actor: Actor | null
  readonly now: Date
  readonly locale: Locale
}

/** What waits for somebody to say where it belongs. */
export function TriagePage(props: TriagePageProps) {
  const { waiting, locale } = props
  const { triage: texts } = textsIn(locale)
  return (
    <Page width="narrow">
      <PageTitle title={texts.title} lead={texts.lead} />
      {waiting.length === 0 ? (
        <EmptyState title={texts.none}>
          <p>{texts.noneLead}</p>
        </EmptyState>
      ) : (
        <>
          <p>{texts.count(waiting.length)}</p>
          {waiting.map((one) => (
            <Waiting key={one.matter.id} {...props} {...one} />
          ))}
        </>
      )}
    </Page>
  )
}

function Waiting(props: TriagePageProps & WaitingMatter) {
  const { matter, actor, now, locale } = props
  const { triage: texts, matter: words, why } = textsIn(locale)
  const number = matterNumber(matter)
  const [page, label] = mayAssign(actor, matter)
    ? (['assignMatter', texts.assign] as const)
    : (['chooseDesk', texts.chooseDesk] as const)
  return (
    <Card
      titleLevel={2}
      title={
        <a href={matterHref(matter, locale)} lang="sv">
          {matter.subject}
        </a>
      }
      tags={
        <>
          <Tag>{words.number(number)}</Tag>
          {matter.isExample && <ExampleTag>{texts.example}</ExampleTag>}
        </>
      }
      footer={
        <LinkButton href={addressOf(page, locale, { matter: number })} variant="secondary">
          {label}
          <span class="ds-sr-only">{texts.about(number)}</span>
        </LinkButton>
      }
    >
      {matter.triage && (
        <p>
          <strong>{why[matter.triage]}</strong>
        </p>
      )}
      <DescriptionList
        items={[
          { term: words.topic, details: topicName(matter.topic, props, locale) },
          { term: words.places, details: placesInWords(matter, props, locale) },
          ...(matter.locality === '' ? [] : [{ term: words.locality, details: matter.locality }]),
        ]}
      />
      <p class="source">
        {texts.came(formatDay(dayOf(matter.receivedAt), locale))} · {timeLeft(matter, now, locale)}
      </p>
    </Card>
  )
}
