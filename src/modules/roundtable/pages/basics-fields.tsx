import { DateField, TextArea, TextField } from '#ui/text-field.tsx'
import type { Locale } from '#platform/values/locale.ts'
import { longest } from '../core/fields.ts'
import { textsIn } from './texts.ts'
import { fieldsOf, type Filled } from './words.ts'

/** What an event is, where and when, and how many may come. */
export function BasicsFields({ locale, ...filled }: Filled & { readonly locale: Locale }) {
  const { plan: texts, optional } = textsIn(locale)
  const shared = fieldsOf(filled, locale)
  const clock = { size: 6, inputMode: 'numeric', hint: texts.timeHint } as const
  const count = { size: 6, inputMode: 'numeric' } as const
  return (
    <>
      <TextField {...shared('title')} label={texts.name} hint={texts.nameHint} maxLength={longest.line} />
      <TextArea
        {...shared('theme')}
        label={texts.theme}
        hint={texts.themeHint}
        rows={3}
        maxLength={longest.theme}
      />
      <TextField {...shared('place')} label={texts.place} hint={texts.placeHint} maxLength={longest.place} />
      <DateField {...shared('onDay')} label={texts.onDay} />
      <TextField {...shared('opensAt')} {...clock} label={texts.opensAt} />
      <TextField {...shared('endsAt')} {...clock} label={texts.endsAt} />
      <TextField {...shared('seats')} {...count} label={texts.seats} hint={texts.seatsHint} />
      <DateField {...shared('answerBy')} label={texts.answerBy} hint={texts.answerByHint} />
      <TextArea
        {...shared('welcome')}
        label={texts.welcome}
        optional={optional}
        rows={5}
        maxLength={longest.text}
      />
      <TextField {...shared('needsDays')} {...count} label={texts.needsDays} hint={texts.needsDaysHint} />
    </>
  )
}
