import { SeenVersion } from '#platform/values/seen-version.ts'
import type { HonoRequest } from 'hono'
import type { z } from 'zod'
import type { Visit } from '#modules/accounts'
import type { Outcome } from '#platform/outcome.ts'
import { readForm, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { addArea } from '../actions/add-area.ts'
import { addGoal } from '../actions/add-goal.ts'
import { addIntervention } from '../actions/add-intervention.ts'
import { bringBackPart } from '../actions/bring-back-part.ts'
import { editArea } from '../actions/edit-area.ts'
import { editGoal } from '../actions/edit-goal.ts'
import { editIntervention } from '../actions/edit-intervention.ts'
import { editProgramme } from '../actions/edit-programme.ts'
import { editStatus } from '../actions/edit-status.ts'
import { retirePart } from '../actions/retire-part.ts'
import {
  AreaForm,
  GoalForm,
  InterventionForm,
  Move,
  ProgrammeForm,
  StatusForm,
} from '../core/framework-forms.ts'
import type { Place } from './framework-addresses.ts'

/** What came of a posted form: saved, or why not. `typed` is null where nothing in the fields was at stake. */
export type Saving =
  | { readonly kind: 'saved' }
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'part-unknown' }
  | { readonly kind: 'changed-meanwhile'; readonly typed: Typed }
  | { readonly kind: 'errors'; readonly errors: FieldErrors; readonly typed: Typed | null }

/** Does what a framework form asks for: adds, edits, retires or brings back. */
export async function saveFramework(visit: Visit, place: Place, request: HonoRequest): Promise<Saving> {
  const move = await readForm(request, Move)
  if (move.ok && move.data.do && place.kind !== 'programme' && place.id !== null) {
    const { kind, id } = place
    const moved = await (move.data.do === 'retire'
      ? retirePart(visit, kind, id)
      : bringBackPart(visit, kind, id))
    return savingOf(moved, null, 'retiring')
  }
  switch (place.kind) {
    case 'programme':
      return save(request, ProgrammeForm, (form, seen) => editProgramme(visit, seen, form))
    case 'status':
      return save(request, StatusForm, (form, seen) => editStatus(visit, { id: place.id, ...seen }, form))
    case 'goal':
      return save(request, GoalForm, (form, seen) =>
        place.id === null ? addGoal(visit, form) : editGoal(visit, { id: place.id, ...seen }, form),
      )
    case 'area':
      return save(request, AreaForm, (form, seen) =>
        place.id === null ? addArea(visit, form) : editArea(visit, { id: place.id, ...seen }, form),
      )
    case 'intervention':
      return save(request, InterventionForm, (form, seen) =>
        place.id === null
          ? addIntervention(visit, form)
          : editIntervention(visit, { id: place.id, ...seen }, form),
      )
  }
}

const fieldOf: Readonly<Record<string, string>> = {
  'goal-unknown': 'goal',
  'area-unknown': 'area',
  'number-taken': 'number',
  'indicator-unknown': 'indicators',
}

async function save<Schema extends z.ZodType>(
  request: HonoRequest,
  schema: Schema,
  act: (form: z.infer<Schema>, seen: z.infer<typeof SeenVersion>) => Promise<Outcome<unknown, string>>,
): Promise<Saving> {
  const form = await readForm(request, schema)
  if (!form.ok) return { kind: 'errors', errors: form.errors, typed: form.typed }
  const outcome = await act(form.data, SeenVersion.parse(form.typed))
  if (!outcome.ok && outcome.refusal === 'changed-meanwhile')
    return { kind: 'changed-meanwhile', typed: form.typed }
  return savingOf(outcome, form.typed, outcome.ok ? '' : (fieldOf[outcome.refusal] ?? 'nameSv'))
}

function savingOf(outcome: Outcome<unknown, string>, typed: Typed | null, field: string): Saving {
  if (outcome.ok) return { kind: 'saved' }
  const { refusal } = outcome
  if (refusal === 'not-allowed' || refusal === 'part-unknown') return { kind: refusal }
  return { kind: 'errors', errors: { [field]: refusal }, typed }
}
