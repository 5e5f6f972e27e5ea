import type { HonoRequest } from 'hono'
import { shortened } from '#platform/values/cleaned.ts'
import { lookAt, type SentFile, type SentFileProblem } from '../../file-store.ts'

/** What came with a form: files that are taken, and the first one that is not. */
export interface SentFiles {
  readonly files: readonly SentFile[]
  readonly refused: { readonly name: string; readonly problem: SentFileProblem } | null
}

/** Looks at the files of a form by their content. `unnamed` is what one without a name is called. */
export async function sentFiles(request: HonoRequest, unnamed: string): Promise<SentFiles> {
  const files: SentFile[] = []
  let refused: SentFiles['refused'] = null
  for (const file of await fileParts(request)) {
    // A browser sends an empty part without a name where nothing was chosen.
    if (file.size === 0 && file.name === '') continue
    const read = lookAt(file.name, new Uint8Array(await file.arrayBuffer()), unnamed)
    if ('problem' in read) refused ??= { name: shortened(file.name, 60) || unnamed, problem: read.problem }
    else files.push(read)
  }
  return { files, refused }
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
