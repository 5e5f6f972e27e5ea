import { langOfWord, type Reader, StandingStatus } from '#modules/programme'
import type { Municipality } from '#modules/region'
import { dayOf, formatDay } from '#platform/values/dates.ts'
import { addressOf } from '#ui/addresses.ts'
import { FormActions, Hidden, Submit } from '#ui/form.tsx'
import { Section } from '#ui/heading.tsx'
import type { Activity } from '../core/activity.ts'
import { textsIn } from './texts.ts'
import { activityHref } from './words.ts'

/** Where an activity comes from and where it has gone. */
export interface Lineage {
  /** The one it was taken over from, the one that was taken over from, and so on. */
  readonly sources: readonly Activity[]
  readonly takers: readonly Activity[]
  /** The municipalities that the reader may take it over for, and that have not done so. */
  readonly mayTakeOver: readonly Municipality[]
}

interface LineageSectionProps {
  readonly activity: Activity
  readonly lineage: Lineage
  readonly reader: Reader
}

/** From whom an activity was taken over, who has taken it over, when, and how it goes for them. */
export function LineageSection({ activity, lineage, reader }: LineageSectionProps) {
  const { locale } = reader
  const { lineage: texts } = textsIn(locale)
  const { sources, takers, mayTakeOver } = lineage
  return (
    <Section id="spridning" title={texts.title}>
      {sources.length > 0 && (
        <p>
          {sources.map((source, at) => (
            <span key={source.id}>
              {at === 0 ? texts.from : `, ${texts.source}`} {source.municipality.name}:{' '}
              <a href={activityHref(source.id, locale)} lang={langOfWord(locale)}>
                {source.title}
              </a>
            </span>
          ))}{' '}
          <span class="source">({texts.since(formatDay(dayOf(activity.addedAt), locale))})</span>
        </p>
      )}
      {takers.length === 0 ? (
        <p class="empty">{texts.nobody}</p>
      ) : (
        <>
          <h3>{texts.takenBy}</h3>
          <ul>
            {takers.map((taker) => (
              <li key={taker.id}>
                <a href={activityHref(taker.id, locale)}>
                  {taker.municipality.name}: <span lang={langOfWord(locale)}>{taker.title}</span>
                </a>
                , <StandingStatus standing={taker.status} words={reader.words} />{' '}
                <span class="source">{texts.since(formatDay(dayOf(taker.addedAt), locale))}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {mayTakeOver.map(({ code, name }) => (
        <form
          key={code}
          class="form"
          method="post"
          action={addressOf('takeOverActivity', locale, { activity: activity.id })}
        >
          <p class="section__lead">{texts.lead}</p>
          <Hidden name="municipality" value={code} />
          <FormActions>
            <Submit>{texts.takeOver(activity.municipality.name, name)}</Submit>
          </FormActions>
        </form>
      ))}
    </Section>
  )
}
