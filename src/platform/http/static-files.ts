import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { MiddlewareHandler } from 'hono'
import { StoredAnswer } from './stored-answer.ts'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
}

/**
 * Serves the browser's files from memory: they are few and small. Those with a fingerprint in their name never
 * change; the others are asked for again.
 */
export function staticFiles(folder: string): MiddlewareHandler {
  const files = new Map<string, StoredAnswer>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)]
    if (!entry.isFile() || !type) continue
    const path = join(entry.parentPath, entry.name)
    const address = path.slice(folder.length).replaceAll('\\', '/')
    const caching = address.startsWith('/assets/')
      ? 'public, max-age=31536000, immutable'
      : 'public, max-age=3600'
    const bytes = new Uint8Array(readFileSync(path))
    files.set(address, new StoredAnswer(bytes, { 'Content-Type': type, 'Cache-Control': caching }, 11))
  }
  return async (c, next) => {
    const found = c.req.method === 'GET' || c.req.method === 'HEAD' ? files.get(c.req.path) : undefined
    return found ? found.answer(c.req.raw) : next()
  }
}
