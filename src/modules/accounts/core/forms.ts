import { z } from 'zod'
import { cleaned } from '#platform/values/cleaned.ts'
import { isMunicipal, Role } from './actor.ts'

/** The reason a field is refused; the sentence for it is in the pages' texts. */
const email = z
  .string()
  .trim()
  .min(1, 'email-missing')
  .max(200, 'email-invalid')
  .pipe(z.email('email-invalid'))
  .transform((address) => address.toLowerCase())

/** Asking for a sign-in link. */
export const SignInRequest = z.object({ email })
export type SignInRequest = z.infer<typeof SignInRequest>

/** Using a sign-in link; a token that is missing is as good as one that is made up. */
export const UsedLink = z.object({ token: z.string().default(''), next: z.string().default('') })

const roleChoice = {
  role: z
    .preprocess(
      (value) => value ?? '',
      Role.or(z.literal('')).refine((role) => role !== '', 'role-missing'),
    )
    .pipe(Role),
  municipality: z
    .string()
    .trim()
    .default('')
    .transform((code) => code || null),
  /** The name of the organisation that a partner works for. */
  organisation: z
    .string()
    .default('')
    .transform((name) => cleaned(name) || null)
    .refine((name) => name === null || name.length <= 120, 'name-too-long'),
}

interface Choice {
  readonly role: Role
  readonly municipality: string | null
  readonly organisation: string | null
}

function municipalityFits(choice: Choice, context: z.RefinementCtx): void {
  if (isMunicipal(choice.role) && choice.municipality === null) {
    context.addIssue({ code: 'custom', path: ['municipality'], message: 'municipality-missing' })
  }
}

// A municipality chosen for a role of the whole network, or an organisation for one of a municipality, is not an error to bother anyone with.
function withoutNeedless<Form extends Choice>(form: Form): Form {
  return {
    ...form,
    municipality: isMunicipal(form.role) ? form.municipality : null,
    organisation: form.role === 'partner' ? form.organisation : null,
  }
}

/** A role to give to somebody already in the network. */
export const RoleForm = z.object(roleChoice).superRefine(municipalityFits).transform(withoutNeedless)
export type RoleForm = z.infer<typeof RoleForm>

/** Inviting a person: who, at which address, as what. */
export const Invitation = z
  .object({
    name: z.string().trim().min(1, 'name-missing').max(120, 'name-too-long'),
    email,
    ...roleChoice,
  })
  .superRefine(municipalityFits)
  .transform(withoutNeedless)
export type Invitation = z.infer<typeof Invitation>
