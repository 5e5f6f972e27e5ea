import type { Municipality } from '#modules/region'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { Locale } from '#platform/values/locale.ts'
import { SelectField } from '#ui/choice-field.tsx'
import { Role, type Grant } from '../core/actor.ts'
import { errorText, textsIn, type Texts } from './texts.ts'

interface RoleFieldsProps {
  readonly locale: Locale
  readonly municipalities: readonly Municipality[]
  readonly typed: Typed
  readonly errors: FieldErrors
}

/** The choice of a role and of the municipality it is held for. */
export function RoleFields({ locale, municipalities, typed, errors }: RoleFieldsProps) {
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
    </>
  )
}

/** "Näringslivsansvarig, Ale". */
export function grantInWords(grant: Grant, municipalities: readonly Municipality[], texts: Texts): string {
  const role = texts.roles[grant.role]
  const municipality = municipalities.find(({ code }) => code === grant.municipality)
  return municipality ? texts.roleIn(role, municipality.name) : role
}
