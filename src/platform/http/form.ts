import type { HonoRequest } from 'hono'
import type { z } from 'zod'

/** What was typed, field by field, so that a refused form comes back as it was sent. */
export type Typed = Readonly<Record<string, string>>

/** Per field the name of what is wrong; the module's texts hold the sentence. */
export type FieldErrors = Readonly<Record<string, string>>

export type FormReading<Data> =
  | { readonly ok: true; readonly data: Data; readonly typed: Typed }
  | { readonly ok: false; readonly errors: FieldErrors; readonly typed: Typed }

/** Characters that PostgreSQL cannot store and that nobody types on purpose. */
const unstorable = '\u0000'

/** Reads a posted form and parses it with the one schema of what crosses this border. */
export async function readForm<Schema extends z.ZodType>(
  request: HonoRequest,
  schema: Schema,
): Promise<FormReading<z.infer<Schema>>> {
  const typed: Record<string, string> = {}
  for (const [name, value] of Object.entries(await bodyOf(request))) {
    // Line ends are normalised: a browser sends CRLF for what a person sees as one character.
    if (typeof value === 'string')
      typed[name] = value.replaceAll(unstorable, '').replace(/\r\n?/g, '\n').toWellFormed()
  }
  const parsed = schema.safeParse(typed)
  if (parsed.success) return { ok: true, data: parsed.data, typed }
  const errors: Record<string, string> = {}
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? 'form')
    errors[field] ??= issue.message
  }
  return { ok: false, errors, typed }
}

/** A body that is no form, or a form that breaks off, is a form without answers. */
async function bodyOf(request: HonoRequest): Promise<Record<string, unknown>> {
  try {
    return await request.parseBody()
  } catch (error) {
    if (error instanceof TypeError) return {}
    throw error
  }
}
