import { formatMoment } from '#platform/values/dates.ts'
import { Button } from '#ui/button.tsx'
import { Form, FormActions } from '#ui/form.tsx'
import { Section } from '#ui/heading.tsx'
import { TextArea } from '#ui/text-field.tsx'
import type { CompanyVisit } from '../core/visit.ts'
import type { Correction } from '../visit-store.ts'
import { correction as en } from './correction-texts.en.ts'
import { correction as sv } from './correction-texts.sv.ts'
import { errorText } from './texts.ts'
import { visitHref, type Reader } from './words.ts'

const byLocale = { sv, en }

/** What was put right in what was written of a visit. */
export function Corrections({
  corrections,
  reader,
}: {
  readonly corrections: readonly Correction[]
  readonly reader: Reader
}) {
  const { locale } = reader
  return corrections.map(({ id, text, at, by }) => (
    <div key={id}>
      <p class="as-written prose">{text}</p>
      <p class="source">{byLocale[locale].corrected(formatMoment(at, locale), by ?? '')}</p>
    </div>
  ))
}

/** Where one's own municipality puts something right. `typed` is what was refused. */
export function CorrectionForm({
  visit,
  typed,
  error,
  reader: { locale },
}: {
  readonly visit: CompanyVisit
  readonly typed: string | undefined
  readonly error: string | undefined
  readonly reader: Reader
}) {
  const texts = byLocale[locale]
  return (
    <Section id="ratta" title={texts.title} lead={texts.lead}>
      <Form action={visitHref(visit, locale)}>
        <TextArea
          name="correction"
          label={texts.text}
          rows={3}
          value={typed}
          error={error === undefined ? undefined : errorText(locale, error)}
        />
        <FormActions>
          <Button name="do" value="correct" variant="secondary">
            {texts.save}
          </Button>
        </FormActions>
      </Form>
    </Section>
  )
}
