import { randomBytes } from 'node:crypto'
import { chown, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** A user of the operating system. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

/** The name of a system error, such as ENOENT; undefined for anything else. */
export function systemErrorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/** Whose folder it is; undefined when it does not exist. */
export async function ownerOf(path: string): Promise<Account | undefined> {
  try {
    const { uid, gid } = await stat(path)
    return { uid, gid }
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

/** What a small file says; undefined when it does not exist. */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

/**
 * Writes a small file that only its owner can read, whole or not at all, and so that it survives a power cut.
 * The folder's owner becomes the file's, so that a start by root does not lock out the person whose folder it is.
 */
export async function writePrivately(path: string, text: string, owner?: Account): Promise<void> {
  const temporary = unfinishedNameFor(path)
  try {
    const file = await open(temporary, 'wx', 0o600)
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
    await giveTo(temporary, owner ?? (await ownerOf(dirname(path))))
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  await settleFolder(dirname(path))
}

/** Root hands a file or folder over to an account; nobody else can, or needs to. */
export async function giveTo(path: string, owner: Account | undefined): Promise<void> {
  if (isRoot() && owner) await chown(path, owner.uid, owner.gid)
}

/** Makes renames in a folder survive a power cut. Windows has no such call and does not need it. */
export async function settleFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** Reads a secret of the installation, or makes it on the first start: 32 random bytes as base64url. */
export async function keepSecret(path: string): Promise<string> {
  const kept = await readSecret(path)
  if (kept) return kept
  const secret = newSecret()
  await writePrivately(path, secret)
  return secret
}

/** The secret in a file; undefined when there is none, or the file was cut short or emptied. */
export async function readSecret(path: string): Promise<string | undefined> {
  const text = (await readIfThere(path))?.trim()
  return text && /^[\w-]{43}$/.test(text) ? text : undefined
}

export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** A name beside `path` that nobody else uses, for work that is renamed into place when it is whole. */
export function unfinishedNameFor(path: string): string {
  return `${path}.unfinished-${randomBytes(6).toString('hex')}`
}

/** Removes what starts that were killed left half done in a folder. Only for who holds the folder. */
export async function clearUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!/\.unfinished-[0-9a-f]{12}$/.test(name)) continue
    await rm(join(folder, name), { recursive: true, force: true, maxRetries: 5 })
  }
}
