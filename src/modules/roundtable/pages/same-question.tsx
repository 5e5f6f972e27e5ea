import { isolated } from '#platform/values/isolated.ts'
import { RadioGroup } from '#ui/choice-field.tsx'
import type { Locale } from '#platform/values/locale.ts'
import type { Clash } from '../actions/list-people.ts'
import { sameAnswers } from '../core/sameness.ts'
import { errorText, inviteTextsIn } from './texts.ts'

/** Whether somebody who is like another is the same. */
export function SameQuestion({
  clash,
  name,
  about,
  value,
  isMissing,
  locale,
}: {
  readonly clash: Clash
  readonly name: string
  /** Whom it is about, where there are many. */
  readonly about?: string | undefined
  readonly value: string | undefined
  readonly isMissing: boolean
  readonly locale: Locale
}) {
  const { same: texts } = inviteTextsIn(locale).add
  const { other, likeness } = clash
  return (
    <RadioGroup
      name={name}
      label={<bdi>{about === undefined ? texts.title : `${about}: ${texts.title}`}</bdi>}
      hint={<bdi>{texts[likeness](isolated(other.name), isolated(other.organisation))}</bdi>}
      value={value}
      error={isMissing ? errorText(locale, 'same-missing') : undefined}
      options={sameAnswers
        // In the same organisation there is no other to come for.
        .filter((answer) => answer !== 'this' || likeness === 'two-organisations')
        .map((answer) => ({ value: answer, label: texts[answer] }))}
    />
  )
}
