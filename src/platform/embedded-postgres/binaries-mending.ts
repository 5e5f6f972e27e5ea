import { chmod, lstat, readdir, symlink } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { readIfThere, systemErrorCode } from './owned-files.ts'

/** Makes the missing links and execute rights; answers whether all is as it should be. */
export async function mend(native: string): Promise<boolean> {
  try {
    const list = await readIfThere(join(native, 'pg-symlinks.json'))
    for (const link of linksIn(list)) await linkOnce(dirname(native), link)
    if (process.platform !== 'win32') {
      for (const name of await readdir(join(native, 'bin'))) await makeExecutable(join(native, 'bin', name))
    }
    return true
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(systemErrorCode(error) ?? '')) return false
    throw error
  }
}

interface Link {
  readonly source: string
  readonly target: string
}

function linksIn(list: string | undefined): Link[] {
  const entries: unknown = JSON.parse(list ?? '[]')
  return Array.isArray(entries) ? entries.filter(isLink) : []
}

function isLink(entry: unknown): entry is Link {
  if (typeof entry !== 'object' || entry === null) return false
  return (
    'source' in entry &&
    typeof entry.source === 'string' &&
    'target' in entry &&
    typeof entry.target === 'string'
  )
}

/** In the package's list the source is the file and the target the name of the link to make. */
async function linkOnce(packageFolder: string, { source, target }: Link): Promise<void> {
  const link = join(packageFolder, target)
  try {
    await lstat(link)
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOENT') throw error
    await symlink(relative(dirname(link), join(packageFolder, source)), link)
  }
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await lstat(file)
  if ((mode & 0o100) === 0) await chmod(file, mode | 0o555)
}
