import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { Locale } from '#platform/values/locale.ts'
import { ErrorSummary, errorsInWords, Form, FormActions, Hidden, Submit } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { TextArea, TextField } from '#ui/text-field.tsx'
import type { Adoption } from '../core/adoption.ts'
import type { Tree } from '../core/tree.ts'
import type { ReadDocument } from '../file/document.ts'
import { Trail } from './adoption-page.tsx'
import { errorText, formTextsIn } from './form-texts.ts'
import { ExampleNotice } from './facts.tsx'
import { TreeView } from './tree-view.tsx'
import { versionHref, type NamedMunicipality } from './words.ts'

export interface TreeFormProps {
  readonly municipality: NamedMunicipality
  readonly adoption: Adoption
  readonly typed: Typed
  readonly errors: FieldErrors
  /** The version whose parts stand in the form to begin with. */
  readonly from?: number | null
  /** What was read from a document, and stands in the form. */
  readonly read?: ReadDocument | null
  /** What somebody else drew meanwhile. */
  readonly conflict?: Tree | null
  readonly locale: Locale
}

/** A version's own tree as an outline, to be written and changed. */
export function TreeFormPage(props: TreeFormProps) {
  const { municipality, adoption, typed, errors, locale } = props
  const texts = formTextsIn(locale)
  const messages = errorsInWords(errors, (name) => errorText(texts, name))
  const field = (name: string) => ({
    name,
    value: typed[name],
    error: errors[name] === undefined ? undefined : errorText(texts, errors[name]),
  })
  const here = (page: 'adoptedTree' | 'adoption' | 'readDocument') =>
    versionHref(page, municipality, adoption.version, locale)
  return (
    <Page width="narrow">
      <Trail municipality={municipality} adoption={adoption} locale={locale} />
      <ErrorSummary title={texts.errors.title} errors={messages} />
      <PageTitle eyebrow={adoption.name} title={texts.tree.title} lead={texts.tree.lead} />
      <ExampleNotice adoption={adoption} locale={locale} />
      <Before {...props} />
      <p>
        <a href={here('readDocument')}>{texts.tree.read}</a>
      </p>
      <Form action={here('adoptedTree')}>
        <TextField
          {...field('levels')}
          label={texts.tree.levels}
          hint={texts.tree.levelsHint}
          optional={texts.optional}
        />
        <TextArea {...field('outline')} label={texts.tree.outline} hint={texts.tree.outlineHint} rows={24} />
        <p class="hint">{texts.tree.keepsMapping}</p>
        <Hidden name="version" value={typed['version'] ?? '0'} />
        <FormActions>
          <Submit>{texts.save}</Submit>
          <a href={here('adoption')}>{texts.cancel}</a>
        </FormActions>
      </Form>
    </Page>
  )
}

/** What to know of what stands in the form. */
function Before({ from, read, conflict, locale }: TreeFormProps) {
  const { tree: texts, read: readTexts } = formTextsIn(locale)
  return (
    <>
      {conflict && (
        <Notice tone="danger" title={texts.conflict.title} live>
          <p>{texts.conflict.lead}</p>
          <p>{texts.conflict.now}</p>
          <TreeView tree={conflict} mappings={new Map()} interventions={[]} locale={locale} />
        </Notice>
      )}
      {read && (
        <Notice live>
          <p>{texts.proposed(read.nodes.length)}</p>
          {read.notes.map((note) => (
            <p key={note}>{readTexts.notes[note]}</p>
          ))}
        </Notice>
      )}
      {from !== undefined && from !== null && (
        <Notice>
          <p>{texts.prefilled(from)}</p>
        </Notice>
      )}
    </>
  )
}
