import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf, filesUnder, linesThat } from './files.ts'
import { holdsPersonalNumber } from './personal-number.ts'
import { rowSecurityGaps } from './row-security.ts'
import { sentencesIn } from './sentences.ts'

/** A rule looks at the text of the files it is about and answers where each breaks it; '' is the file as a whole. */
interface Rule {
  readonly says: string
  readonly about: (path: string) => boolean
  readonly find: (text: string, path: string) => readonly (number | string)[]
}

const tests = /\.test\.tsx?$|\/testing\.ts$/
const readable = /\.(?:tsx?|mjs|js|css|sql|md|json|csv|html|ya?ml|txt)$|^\.[a-z]+$/
// Where a process begins: the program's, and a page's in the browser.
const clocks = /^src\/(?:main|platform\/clock|ui\/browser\/samsyn)\.ts$/
const asksDatabase =
  /^src\/(?:modules\/[^/]+\/)?(?:(?:[a-z-]+-)?store|seed)\.ts$|^src\/platform\/(?:database|embedded-postgres)\/|^db\//
const texts = /\/(?:[a-z-]+-)?texts\.(?:sv|en)\.ts$/
const showsComponents = /^src\/(?:ui|frame)\/gallery/
const hosts =
  /\bregistry\.[a-z]|\bnpmjs\.(?:com|org)|\byarnpkg\.com|\bartifactor[y]\b|\bjfro[g]\b|^\s*registry\s*=|_authToke[n]/i

const rules: readonly Rule[] = [
  {
    says: 'reads the clock or rolls dice: take `now`, or what is random, as an argument',
    about: (path) => isCode(path) && !clocks.test(path),
    find: codeLines(/\bnew Date\(\s*\)|\bDate\.now\b|\bMath\.random\b/),
  },
  {
    says: 'speaks SQL: only stores, seeds and the platform do',
    about: (path) => isCode(path) && !asksDatabase.test(path),
    find: codeLines(
      /\bsql(?:<[^`]*>)?`|\.(?:selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(|\b(?:pool|client|tx|db)\.query\(/,
    ),
  },
  {
    says: 'holds words for people: they live in texts.sv.ts and texts.en.ts',
    about: (path) => isCode(path) && !texts.test(path) && !showsComponents.test(path),
    find: (text, path) => sentencesIn(path, text).map(({ line, words }) => `${line} “${words.slice(0, 40)}”`),
  },
  {
    says: 'has more than 300 lines: split it by idea',
    about: (path) =>
      (isCode(path) || path.endsWith('.css')) && !texts.test(path) && !path.includes('/styles/theme/'),
    find: (text) => (text.trimEnd().split('\n').length > 300 ? [''] : []),
  },
  {
    says: 'holds a number shaped like a personnummer',
    about: (path) => path !== 'package-lock.json',
    find: (text) => linesThat(text, holdsPersonalNumber),
  },
  {
    says: 'leaves something for later: do it, or open an issue',
    about: (path) => path !== 'package-lock.json',
    find: (text) => linesThat(text, (line) => /\b(?:TOD[O]|FIXM[E]|XX[X])\b/.test(line)),
  },
  {
    says: 'names the host that packages come from: it differs from place to place',
    about: () => true,
    find: (text) => linesThat(text, (line) => hosts.test(line)),
  },
  {
    says: 'holds "resolved" addresses: .npmrc leaves them out',
    about: (path) => path === 'package-lock.json',
    find: (text) => linesThat(text, (line) => line.includes('"resolved":')),
  },
  {
    says: 'makes a table that row-level security does not guard',
    about: (path) => path.startsWith('db/migrations/'),
    find: rowSecurityGaps,
  },
  { says: 'is not named in ASCII', about: (path) => /[^\x20-\x7e]/.test(path), find: () => [''] },
]

function isCode(path: string): boolean {
  return /^(?:src|db)\/.*\.tsx?$/.test(path) && !tests.test(path)
}

function codeLines(pattern: RegExp): Rule['find'] {
  return (text) => linesThat(text, (line) => pattern.test(codeOf(line)))
}

/** Every rule on every file under the root, then what must be there and what the documents promise. */
export function brokenRules(root: string): readonly string[] {
  const read = (path: string) => (readable.test(path) ? readFileSync(join(root, path), 'utf8') : '')
  const files = filesUnder(root)
  const inFiles = files.flatMap((path) => {
    const text = read(path)
    const isBrokenAt = (rule: Rule) => (rule.about(path) ? rule.find(text, path) : [])
    return rules.flatMap((rule) => isBrokenAt(rule).map((at) => `${path}${at && `:${at}`} ${rule.says}`))
  })
  const modules = readdirSync(join(root, 'src/modules')).map((name) => `src/modules/${name}`)
  const missing = modules.flatMap((folder) =>
    ['CONTEXT.md', 'index.ts']
      .filter((file) => !existsSync(join(root, folder, file)))
      .map((file) => `${folder} has no ${file}`),
  )
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const promised = files
    .filter((path) => path.endsWith('.md'))
    .flatMap((path) =>
      [...read(path).matchAll(/\bnpm (?:run )?(start|test|(?<=run )[\w:-]+)/g)]
        .map(([, name = '']) => name)
        .filter((name) => !(name in scripts))
        .map((name) => `${path} promises npm run ${name}, which package.json does not have`),
    )
  return [...inFiles, ...missing, ...promised]
}

if (import.meta.main) {
  const found = brokenRules(join(import.meta.dirname, '..'))
  for (const line of found) console.log(line)
  process.exitCode = found.length > 0 ? 1 : 0
}
