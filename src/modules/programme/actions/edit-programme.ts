import type { Context } from '#modules/accounts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { ProgrammeForm } from '../core/framework-forms.ts'
import * as store from '../framework-store.ts'
import { changeFramework } from './change-framework.ts'

/** The coordinator changes the programme's name or vision, or says that it is no longer only proposed. */
export async function editProgramme(
  context: Context,
  seen: { readonly version: number },
  form: ProgrammeForm,
): Promise<Outcome<null, 'not-allowed' | 'part-unknown' | 'changed-meanwhile'>> {
  return changeFramework(context, async ({ tx, networkId, now, framework, record }) => {
    if (!framework.programme) return refuse('part-unknown')
    const { version, ...before } = framework.programme
    if (version !== seen.version) return refuse('changed-meanwhile')
    await store.saveProgramme(tx, { networkId, at: now }, form)
    await record(
      'programme.programme-edited',
      { kind: 'programme', id: 'programme' },
      { before, after: form },
    )
    return done(null)
  })
}
