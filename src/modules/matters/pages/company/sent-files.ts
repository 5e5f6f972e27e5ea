import type { HonoRequest } from 'hono'
import { kindOfFile, type FileProblem } from '#platform/files/file-kind.ts'
import { fileNameOf } from '#platform/files/file-name.ts'
import { shortened } from '#platform/values/cleaned.ts'
import { sentFile, type SentFile } from '../../file-store.ts'

const largestFile = 10 * 1024 * 1024

/** What came with a form: files that are taken, and the first one that is not. */
export interface SentFiles {
  readonly files: readonly SentFile[]
  readonly refused: { readonly name: string; readonly problem: FileProblem | 'file-too-large' } | null
}

/** Looks at the files of a form by their content. `unnamed` is what one without a name is called. */
export async function sentFiles(request: HonoRequest, unnamed: string): Promise<SentFiles> {
  const files: SentFile[] = []
  let refused: SentFiles['refused'] = null
  for (const file of await fileParts(request)) {
    // A browser sends an empty part without a name where nothing was chosen.
    if (file.size === 0 && file.name === '') continue
    const read = await lookedAt(file, unnamed)
    if ('problem' in read) refused ??= { name: shortened(file.name, 60) || unnamed, problem: read.problem }
    else files.push(read)
  }
  return { files, refused }
}

async function lookedAt(
  file: File,
  unnamed: string,
): Promise<SentFile | { readonly problem: FileProblem | 'file-too-large' }> {
  if (file.size > largestFile) return { problem: 'file-too-large' }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const kind = kindOfFile(bytes)
  if (!kind.ok) return { problem: kind.refusal }
  return sentFile(fileNameOf(file.name, kind.value, unnamed), kind.value, bytes)
}

async function fileParts(request: HonoRequest): Promise<readonly File[]> {
  try {
    const parts = (await request.parseBody())['files[]']
    return (Array.isArray(parts) ? parts : [parts]).filter((part) => part instanceof File)
  } catch (error) {
    if (error instanceof TypeError) return []
    throw error
  }
}
