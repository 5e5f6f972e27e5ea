import { readFileSync } from 'node:fs'

/** The addresses of the browser's files, with the fingerprints that the build gave them. */
export interface Assets {
  readonly css: readonly string[]
  readonly script: string
  readonly fontPreload: string | null
}

interface ManifestEntry {
  readonly file: string
  readonly css?: readonly string[]
  readonly assets?: readonly string[]
}

const styleEntry = 'src/ui/styles/samsyn.css'
const scriptEntry = 'src/ui/browser/samsyn.ts'

/** For tests and for a program started from source before anything was built: the pages work, undressed. */
export const developmentAssets: Assets = {
  css: ['/assets/samsyn.css'],
  script: '/assets/samsyn.js',
  fontPreload: null,
}

/** Reads what the build of the browser's files left behind, `dist/client/.vite/manifest.json`. */
export function readAssets(manifestPath: string): Assets {
  return assetsFrom(JSON.parse(readFileSync(manifestPath, 'utf8')) as Record<string, ManifestEntry>)
}

/** Picks style, script and font out of a build manifest. */
export function assetsFrom(manifest: Readonly<Record<string, ManifestEntry>>): Assets {
  const style = entryOf(manifest, styleEntry)
  const script = entryOf(manifest, scriptEntry)
  const fonts = Object.values(manifest).flatMap((entry) => [entry.file, ...(entry.assets ?? [])])
  const font = fonts.find((file) => file.endsWith('.woff2'))
  return {
    css: [style.file, ...(script.css ?? [])].map(fromRoot),
    script: fromRoot(script.file),
    fontPreload: font === undefined ? null : fromRoot(font),
  }
}

function entryOf(manifest: Readonly<Record<string, ManifestEntry>>, name: string): ManifestEntry {
  const entry = manifest[name]
  if (!entry) throw new Error(`The build manifest has no ${name}: build the browser's files again`)
  return entry
}

function fromRoot(file: string): string {
  return `/${file}`
}
