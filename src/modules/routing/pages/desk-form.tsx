import type { Colleague } from '#modules/accounts'
import type { Municipality } from '#modules/region'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { ErrorSummary, errorsInWords, Form, FormActions, Hidden, Submit } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { TextField } from '#ui/text-field.tsx'
import { longestDeskName } from '../core/desk.ts'
import type { PlacedDesk } from '../desk-store.ts'
import { errorText, textsIn } from './texts.ts'

export interface DeskFormProps {
  readonly municipality: Pick<Municipality, 'slug' | 'name'>
  /** Null for one that is new. */
  readonly desk: PlacedDesk | null
  readonly colleagues: readonly Colleague[]
  /** The municipality's other desks that are open. */
  readonly others: readonly PlacedDesk[]
  /** How many matters under way stand at it. */
  readonly standing: number
  readonly typed: Typed
  readonly errors: FieldErrors
  readonly isConflict: boolean
  readonly locale: Locale
}

/** The form in which a desk is opened, changed or closed. */
export function DeskFormPage(props: DeskFormProps) {
  const { municipality, desk, typed, errors, isConflict, locale } = props
  const texts = textsIn(locale)
  const parts = { municipality: municipality.slug }
  const action = desk
    ? addressOf('editDesk', locale, { ...parts, desk: desk.id })
    : addressOf('openDesk', locale, parts)
  const shared = sharedBy(props)
  const people = props.colleagues.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Page width="narrow">
      <ErrorSummary
        title={texts.errors.title}
        errors={errorsInWords(errors, (name) => errorText(texts, name))}
      />
      <PageTitle
        eyebrow={<a href={addressOf('desksOf', locale, parts)}>{municipality.name}</a>}
        title={desk ? texts.desk.edit : texts.desk.add(municipality.name)}
      />
      {isConflict && <Conflict {...props} />}
      <Form action={action}>
        <Hidden name="seen" value={typed['seen'] ?? ''} />
        <TextField
          {...shared('name')}
          label={texts.desk.name}
          hint={texts.desk.nameHint}
          maxLength={longestDeskName}
        />
        <SelectField
          {...shared('owner')}
          label={texts.desk.owner}
          hint={texts.desk.ownerHint}
          empty={texts.desk.nobody}
          options={people}
        />
        <SelectField
          {...shared('deputy')}
          label={texts.desk.deputy}
          optional={texts.desk.optional}
          empty={texts.desk.nobody}
          options={people}
        />
        <FormActions>
          <Submit>{texts.desk.save}</Submit>
          <a href={addressOf('desksOf', locale, parts)}>{texts.desk.cancel}</a>
        </FormActions>
      </Form>
      {desk && <Closing {...props} action={action} />}
    </Page>
  )
}

function sharedBy({ typed, errors, locale }: DeskFormProps) {
  return (name: string) => ({
    name,
    value: typed[name],
    error: errors[name] === undefined ? undefined : errorText(textsIn(locale), errors[name]),
  })
}

function Conflict({ desk, colleagues, locale }: DeskFormProps) {
  if (!desk) return null
  const { desk: texts, hall } = textsIn(locale)
  const nameOf = (id: string | null) =>
    id === null ? texts.nobody : (colleagues.find((one) => one.id === id)?.name ?? hall.someone)
  return (
    <Notice tone="danger" live>
      <p>{texts.conflict}</p>
      <p>{texts.now(desk.name, nameOf(desk.owner), nameOf(desk.deputy))}</p>
    </Notice>
  )
}

function Closing(props: DeskFormProps & { readonly action: string }) {
  const { standing, others, errors, action, locale } = props
  const { desk: texts, errors: sentences } = textsIn(locale)
  return (
    <Section id="stang" title={texts.close} lead={texts.closeLead}>
      <Form action={action} guard={false}>
        {errors['close'] !== undefined && (
          <p class="ds-validation-message" id="field-close">
            {sentences['rules-name-it']}
          </p>
        )}
        {standing > 0 && (
          <>
            <p>{texts.standing(standing)}</p>
            <SelectField
              {...sharedBy(props)('to')}
              label={texts.to}
              hint={others.length === 0 && texts.noOther}
              empty={texts.choose}
              options={others.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </>
        )}
        <FormActions>
          <Button variant="secondary" tone="danger" name="do" value="close">
            {texts.close}
          </Button>
        </FormActions>
      </Form>
    </Section>
  )
}
