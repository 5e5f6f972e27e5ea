import { globSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { parseSync } from 'vite'

/** One import of one file by another. */
export interface Import {
  readonly from: string
  /** A path in the repository, a package's name, or `node:fs`. */
  readonly to: string
  /** As it is written. */
  readonly specifier: string
  /** Whether nothing of it remains at run time. */
  readonly isType: boolean
}

/** Every import of the TypeScript files under the folders. */
export function importsUnder(root: string, folders: readonly string[]): readonly Import[] {
  const patterns = folders.map((folder) => `${folder}/**/*.{ts,tsx}`)
  return globSync(patterns, { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .toSorted()
    .flatMap((file) => importsOf(file, readFileSync(posix.join(root, file), 'utf8')))
}

/** The imports that one file's text makes. */
export function importsOf(file: string, text: string): readonly Import[] {
  const { module, errors } = parseSync(file, text)
  if (errors[0]) throw new Error(`${file} cannot be read: ${errors[0].message}`)
  const imported = module.staticImports.map(({ moduleRequest, entries }) => ({
    specifier: moduleRequest.value,
    // `import './x.css'` names nothing and runs everything.
    isType: entries.length > 0 && entries.every((entry) => entry.isType),
  }))
  const passedOn = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, isType }) =>
      moduleRequest ? [{ specifier: moduleRequest.value, isType }] : [],
    ),
  )
  const called = callsIn(
    text,
    module.dynamicImports.map(({ start }) => start),
  )
  return [...imported, ...passedOn, ...called].map((one) => ({
    from: file,
    to: resolve(file, one.specifier),
    ...one,
  }))
}

/** `await import('x')`, and the type `import('x').Y`, which the parser does not list. */
function callsIn(text: string, atRunTime: readonly number[]) {
  return [...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)].map((match) => ({
    specifier: match[1] ?? '',
    isType: !atRunTime.includes(match.index),
  }))
}

/** Follows the `imports` of package.json; of a package's file, the package is what counts. */
function resolve(from: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier)
  if (/^#modules\/[^/]+$/.test(specifier)) return `src/${specifier.slice(1)}/index.ts`
  if (specifier.startsWith('#')) return `src/${specifier.slice(1)}`
  if (specifier.startsWith('node:')) return specifier
  const parts = specifier.startsWith('@') ? 2 : 1
  return specifier.split('/').slice(0, parts).join('/')
}
