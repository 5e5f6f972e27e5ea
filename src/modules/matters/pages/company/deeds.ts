import type { Context as Request } from 'hono'
import type { z } from 'zod'
import type { VisitEnv } from '#modules/accounts'
import { readForm, type FieldErrors } from '#platform/http/form.ts'
import type { Outcome } from '#platform/outcome.ts'
import type { MatterLetters } from '../../actions/behind-key.ts'
import { askErasure } from '../../actions/ask-erasure.ts'
import { changeContact } from '../../actions/change-contact.ts'
import { giveVerdict } from '../../actions/give-verdict.ts'
import { reopen } from '../../actions/reopen.ts'
import { sayAsCompany } from '../../actions/say-as-company.ts'
import { withdraw } from '../../actions/withdraw.ts'
import { mostFiles } from '../../actions/write-step.ts'
import { ContactForm, MessageForm, ReopenForm, VerdictForm, WithdrawForm } from '../../core/company-forms.ts'
import { lettersOf } from './letters.ts'
import { sentFiles } from './sent-files.ts'
import type { CompanySetting, Holder } from './setting.ts'
import { textsIn } from './texts.ts'
import type { Deed } from './thread-page.tsx'

/** What came of a form on a thread's page. */
export type Done =
  | { readonly kind: 'done' }
  | { readonly kind: 'no-matter' }
  | { readonly kind: 'refused'; readonly errors: FieldErrors; readonly refusedFile: string | null }

type Do = (c: Request<VisitEnv, string>, holder: Holder, setting: CompanySetting) => Promise<Done>

const refused = (errors: FieldErrors, refusedFile: string | null = null): Done => ({
  kind: 'refused',
  errors,
  refusedFile,
})

/** A form that is read and done, or comes back with what is wrong. */
function formDeed<Schema extends z.ZodType>(
  schema: Schema,
  act: (
    context: Holder['context'],
    form: z.infer<Schema>,
    letters: MatterLetters,
  ) => Promise<Outcome<null, string>>,
): Do {
  return async (c, { context, visit, key }, { origin }) => {
    const form = await readForm(c.req, schema)
    if (!form.ok) return refused(form.errors)
    const letters = lettersOf({ origin, locale: visit.locale, key })
    return doneOr(await act(context, form.data, letters), 'form')
  }
}

function doneOr(outcome: Outcome<null, string>, field: string): Done {
  if (outcome.ok) return { kind: 'done' }
  return outcome.refusal === 'no-matter' ? { kind: 'no-matter' } : refused({ [field]: outcome.refusal })
}

/** A message may bring files; none of it is stored while one of them is refused. */
const say: Do = async (c, { context, visit }, { isScanned }) => {
  const form = await readForm(c.req, MessageForm)
  const sent = await sentFiles(c.req, textsIn(visit.locale).unnamed)
  const errors = {
    ...(form.ok ? {} : form.errors),
    ...(sent.files.length > mostFiles ? { files: 'files-too-many' } : {}),
    ...(sent.refused ? { files: sent.refused.problem } : {}),
  }
  if (!form.ok || Object.keys(errors).length > 0) return refused(errors, sent.refused?.name ?? null)
  const said = { text: form.data.message, files: sent.files, isScanned }
  return doneOr(await sayAsCompany(context, said), 'message')
}

/** What each form of the thread's page does. */
export const deeds: Readonly<Record<Deed, Do>> = {
  say,
  verdict: formDeed(VerdictForm, async (context, { verdict, verdictText: text }) =>
    giveVerdict(context, { verdict, text }),
  ),
  reopen: formDeed(ReopenForm, async (context, { why: text }) => reopen(context, { text })),
  withdraw: formDeed(WithdrawForm, async (context, { withdrawText: text }) => withdraw(context, { text })),
  erase: async (_c, { context }) => doneOr(await askErasure(context), 'form'),
  contact: formDeed(ContactForm, async (context, contact, letters) =>
    changeContact(context, { contact, letters }),
  ),
}
