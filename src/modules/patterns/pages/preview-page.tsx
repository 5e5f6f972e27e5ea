import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { Form, FormActions, Hidden } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import { textsIn } from './texts.ts'

interface PreviewPageProps {
  readonly id: string
  readonly cameOf: string
  /** As it will stand in each company's matter. */
  readonly entry: string
  readonly companies: number
  readonly locale: Locale
}

/** What came of a pattern as the companies will read it, before it is sent. */
export function PreviewPage({ id, cameOf, entry, companies, locale }: PreviewPageProps) {
  const { preview: texts } = textsIn(locale)
  return (
    <Page width="narrow">
      <PageTitle title={texts.title} lead={texts.to(companies)} />
      <blockquote class="as-written" lang="sv">
        {entry}
      </blockquote>
      <Form action={addressOf('pattern', locale, { pattern: id })} guard={false}>
        <Hidden name="cameOf" value={cameOf} />
        <FormActions>
          <Button name="do" value="return">
            {texts.send}
          </Button>
          <Button variant="secondary" name="do" value="edit-answer">
            {texts.edit}
          </Button>
        </FormActions>
      </Form>
    </Page>
  )
}
