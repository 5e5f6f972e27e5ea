import type { Municipality } from '#modules/region'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { Locale } from '#platform/values/locale.ts'
import { SelectField } from '#ui/choice-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { Role, type Grant } from '../core/actor.ts'
import type { Organisation } from '../store.ts'
import { errorText, textsIn, type Texts } from './texts.ts'

interface RoleFieldsProps {
  readonly locale: Locale
  readonly municipalities: readonly Municipality[]
  readonly organisations: readonly Organisation[]
  readonly typed: Typed
  readonly errors: FieldErrors
}

/** The choice of a role and of the municipality it is held for. */
export function RoleFields({ locale, municipalities, organisations, typed, errors }: RoleFieldsProps) {
  const texts = textsIn(locale)
  const messageFor = (field: string) => (errors[field] ? errorText(texts, errors[field]) : undefined)
  return (
    <>
      <SelectField
        name="role"
        label={texts.invite.role}
        empty={texts.invite.chooseRole}
        options={Role.options.map((role) => ({ value: role, label: texts.roles[role] }))}
        value={typed['role']}
        error={messageFor('role')}
      />
      <SelectField
        name="municipality"
        label={texts.invite.municipality}
        hint={texts.invite.municipalityHint}
        empty={texts.invite.noMunicipality}
        options={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
        value={typed['municipality']}
        error={messageFor('municipality')}
      />
      <TextField
        name="organisation"
        label={texts.invite.organisation}
        hint={texts.invite.organisationHint}
        value={typed['organisation']}
        error={messageFor('organisation')}
        suggestions={organisations.map(({ name }) => name)}
        maxLength={120}
      />
    </>
  )
}

/** "Näringslivsansvarig, Ale". */
export function grantInWords(
  grant: Grant,
  municipalities: readonly Municipality[],
  organisations: readonly Organisation[],
  texts: Texts,
): string {
  const role = texts.roles[grant.role]
  const place =
    municipalities.find(({ code }) => code === grant.municipality) ??
    organisations.find(({ id }) => id === grant.organisation)
  return place ? texts.roleIn(role, place.name) : role
}
