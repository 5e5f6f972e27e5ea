import { controlAttributes, Field } from '#ui/field.tsx'
import type { Texts } from './texts.ts'

/** HEIC is taken too and not asked for: a telephone that is not offered it sends a JPEG, which everybody can open. */
const accepted = '.pdf,.png,.jpg,.jpeg,.webp,.docx,.xlsx,.pptx,.odt,.ods,.odp'

/** Files to send along; what they really are is found out when they come. */
export function FileField({ texts, error }: { readonly texts: Texts; readonly error: string | undefined }) {
  const { words, steps } = texts
  const field = { name: 'files', label: words.files, hint: words.filesHint, optional: steps.optional, error }
  return (
    <Field {...field}>
      <input {...controlAttributes(field)} name="files[]" type="file" multiple accept={accepted} />
    </Field>
  )
}
