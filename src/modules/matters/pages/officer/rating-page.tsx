import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { RadioGroup } from '#ui/choice-field.tsx'
import { Form, FormActions, Submit } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { serviceFactors } from '../../core/service-factors.ts'
import { textsIn } from './texts.ts'

interface RatingPageProps {
  readonly matter: { readonly state: string; readonly municipalityName: string }
  readonly address: { readonly key: string }
  readonly said: 'thanks' | 'nothing' | null
  readonly locale: Locale
}

/** Six questions to a company whose matter is closed. */
export function RatingPage({ matter, address, said, locale }: RatingPageProps) {
  const { rating: texts, factors } = textsIn(locale)
  return (
    <Page width="narrow">
      <PageTitle title={texts.title} lead={texts.lead(matter.municipalityName)} />
      {said !== null && (
        <Notice tone={said === 'thanks' ? 'success' : 'danger'} live>
          <p>{texts[said]}</p>
        </Notice>
      )}
      {matter.state !== 'closed' && <p>{texts.notYet}</p>}
      {matter.state === 'closed' && said !== 'thanks' && (
        <Form action={addressOf('rateService', locale, address)}>
          {serviceFactors.map((factor) => (
            <div key={factor} class="scale">
              <RadioGroup
                name={factor}
                label={factors[factor]}
                hint={texts.questions[factor]}
                options={texts.levels.map((label, index) => ({ value: String(index + 1), label }))}
              />
            </div>
          ))}
          <FormActions>
            <Submit>{texts.send}</Submit>
          </FormActions>
        </Form>
      )}
    </Page>
  )
}
