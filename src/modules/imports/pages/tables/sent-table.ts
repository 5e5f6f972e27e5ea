import type { HonoRequest } from 'hono'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { storable } from '#platform/values/storable.ts'
import type { TableInput } from '../../file/grid.ts'

interface SentTable {
  readonly indicator: string
  readonly name: string
  readonly input: TableInput
}

/** A table as it was sent: a file that was chosen, else text that was pasted. */
export async function sentTable(
  request: HonoRequest,
): Promise<
  | { readonly ok: true; readonly table: SentTable; readonly typed: Typed }
  | { readonly ok: false; readonly errors: FieldErrors; readonly typed: Typed }
> {
  const body = await partsOf(request)
  const text = (name: string) => {
    const value = body[name]
    // What is no letter shows as what it is: `1\u00002` is not to be read as 12.
    return typeof value === 'string' ? storable(value) : ''
  }
  const [indicator, pasted] = [text('indicator').trim(), text('table')]
  const typed = { indicator, table: pasted }
  const input = await inputFrom(body['file'], pasted)
  const errors = {
    ...(indicator === '' ? { indicator: 'indicator-missing' } : {}),
    ...(input ? {} : { file: 'table-missing' }),
  }
  if (!input || indicator === '') return { ok: false, errors, typed }
  const file = body['file']
  const name = input.kind === 'file' && file instanceof File ? file.name : ''
  return { ok: true, table: { indicator, input, name: nameOf(name) }, typed }
}

async function inputFrom(file: unknown, pasted: string): Promise<TableInput | null> {
  if (file instanceof File && file.size > 0)
    return { kind: 'file', bytes: new Uint8Array(await file.arrayBuffer()) }
  return pasted.trim() === '' ? null : { kind: 'paste', text: pasted }
}

/** The name without its folder, and without what a database or a page would stumble over. */
function nameOf(name: string): string {
  return name
    .replace(/^.*[/\\]/, '')
    .replaceAll(/\p{Cc}/gu, '')
    .slice(0, 200)
    .toWellFormed()
}

async function partsOf(request: HonoRequest): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await request.parseBody()
  } catch (error) {
    if (error instanceof TypeError) return {}
    throw error
  }
}
