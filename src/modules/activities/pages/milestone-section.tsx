import { langOfWord, type Reader } from '#modules/programme'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Hidden } from '#ui/form.tsx'
import { Section } from '#ui/heading.tsx'
import { DateField } from '#ui/text-field.tsx'
import type { Activity, Milestone } from '../core/activity.ts'
import { isReachedField, reachedField } from '../core/evidence-form.ts'
import { errorText, textsIn } from './texts.ts'
import { milestoneInWords } from './words.ts'

interface MilestoneSectionProps {
  readonly activity: Activity
  readonly mayShowProgress: boolean
  readonly reader: Reader
  readonly typed: Typed
  readonly errors: FieldErrors
}

/** What is to be finished on the way, and for officers of those who do it the way to tell that it is. */
export function MilestoneSection(props: MilestoneSectionProps) {
  const { activity, mayShowProgress, reader, errors } = props
  const { locale } = reader
  const { milestones: texts } = textsIn(locale)
  const isWrong = Object.keys(errors).some((field) => isReachedField(field))
  return (
    <Section id="milstolpar" title={texts.title}>
      {activity.milestones.length === 0 && <p class="empty">{texts.none}</p>}
      <ul>
        {activity.milestones.map((one) => (
          <li key={one.number}>
            <span lang={langOfWord(locale)}>{one.text}</span>, {milestoneInWords(one, reader)}
          </li>
        ))}
      </ul>
      {mayShowProgress && activity.milestones.length > 0 && (
        <Disclosure summary={texts.disclosure} open={isWrong}>
          {activity.milestones.map((one) => (
            <ReachedFields key={one.number} {...props} milestone={one} />
          ))}
        </Disclosure>
      )}
    </Section>
  )
}

type ReachedFieldsProps = MilestoneSectionProps & { readonly milestone: Milestone }

function ReachedFields({ activity, milestone, typed, errors, reader }: ReachedFieldsProps) {
  const { locale, today } = reader
  const all = textsIn(locale)
  const { milestones: texts } = all
  const field = reachedField(milestone.number)
  const error = errors[field]
  return (
    <form
      class="form"
      method="post"
      action={addressOf('activityMilestones', locale, { activity: activity.id })}
      noValidate
    >
      <Hidden name="milestone" value={String(milestone.number)} />
      <DateField
        name={field}
        label={`${texts.reachedOn}${texts.tellFor(milestone.text)}`}
        hint={milestone.reachedOn === null ? undefined : texts.hint}
        value={typed[field] ?? milestone.reachedOn ?? ''}
        max={today}
        error={error === undefined ? undefined : errorText(all, error)}
      />
      <div class="row">
        <Button variant="secondary">
          {texts.tell}
          <span class="ds-sr-only">{texts.tellFor(milestone.text)}</span>
        </Button>
      </div>
    </form>
  )
}
