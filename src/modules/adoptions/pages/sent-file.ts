import type { HonoRequest } from 'hono'
import type { Outcome } from '#platform/outcome.ts'
import { done, refuse } from '#platform/outcome.ts'
import { storable } from '#platform/values/storable.ts'
import { kindOfFile, type FileProblem } from '../file/file-kind.ts'
import type { SentFile } from '../store.ts'

/** The bytes and the name of a file that was chosen in a form; null where none was. */
export async function chosenFile(
  request: HonoRequest,
): Promise<{ readonly name: string; readonly bytes: Uint8Array } | null> {
  const file = await filePartOf(request)
  if (!(file instanceof File) || (file.size === 0 && file.name === '')) return null
  return { name: nameOf(file.name), bytes: new Uint8Array(await file.arrayBuffer()) }
}

/** A document that was chosen, if its bytes are of a kind that is kept. */
export async function sentDocument(request: HonoRequest): Promise<Outcome<SentFile | null, FileProblem>> {
  const chosen = await chosenFile(request)
  if (!chosen) return done(null)
  const kind = kindOfFile(chosen.bytes)
  if (!kind.ok) return refuse(kind.refusal)
  return done({ ...chosen, kind: kind.value })
}

/** The name without its folder, and without what a database or a header would stumble over. */
function nameOf(name: string): string {
  const plain = storable(name)
    .replace(/^.*[/\\]/, '')
    .replaceAll(/\p{Cc}/gu, '')
  return [...plain].slice(0, 120).join('') || 'dokument'
}

async function filePartOf(request: HonoRequest): Promise<unknown> {
  try {
    return (await request.parseBody())['file']
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}
