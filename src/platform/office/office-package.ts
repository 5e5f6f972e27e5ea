import { done, refuse, type Outcome } from '../outcome.ts'
import { entriesOf, unpacked, type PackageEntry } from './package-entries.ts'
import { walkXml } from './xml-walk.ts'

/** What one file of a package refers to: another file, and as what. */
export interface Relation {
  readonly target: string
  readonly type: string
}

/** The package's files by name; case does not matter in them. */
export class Package {
  readonly #bytes: Uint8Array
  readonly #entries: ReadonlyMap<string, PackageEntry>

  constructor(bytes: Uint8Array, entries: readonly PackageEntry[]) {
    this.#bytes = bytes
    this.#entries = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]))
  }

  /** Every file's name, in small letters. */
  get names(): ReadonlySet<string> {
    return new Set(this.#entries.keys())
  }

  /** Null when there is no such file, or it is broken. */
  read(path: string): Uint8Array | null {
    const entry = this.#entries.get(path.toLowerCase())
    return entry ? unpacked(this.#bytes, entry) : null
  }

  has(path: string): boolean {
    return this.#entries.has(path.toLowerCase())
  }

  /** What the file refers to, by the names it uses for it. */
  relationsOf(path: string): ReadonlyMap<string, Relation> {
    const [folder, file] = split(path)
    const relations = new Map<string, Relation>()
    const bytes = this.read(`${folder}_rels/${file}.rels`)
    if (!bytes) return relations
    walkXml(bytes, {
      opened: (name, attributes) => {
        if (name !== 'Relationship') return
        const target = resolved(folder, attributes.get('Target') ?? '')
        const type = /[^/]*$/.exec(attributes.get('Type') ?? '')?.[0] ?? ''
        relations.set(attributes.get('Id') ?? '', { target, type })
      },
    })
    return relations
  }
}

/** Why bytes are no package that is read here; `got` is how large it would become. */
export interface PackageProblem {
  readonly problem: 'broken-package' | 'locked-file' | 'unpacks-too-large'
  readonly got: string
}

/** Opens a package whose texts, as its directory promises them, are not larger than that. */
export function openPackage(bytes: Uint8Array, mostUnpacked: number): Outcome<Package, PackageProblem> {
  const entries = entriesOf(bytes)
  if (!entries) return refuse({ problem: 'broken-package', got: '' })
  const texts = entries.filter(({ name }) => /\.(?:xml|rels)$/i.test(name))
  if (texts.some(({ isLocked }) => isLocked)) return refuse({ problem: 'locked-file', got: '' })
  const size = texts.reduce((sum, entry) => sum + entry.size, 0)
  if (size > mostUnpacked) return refuse({ problem: 'unpacks-too-large', got: String(size) })
  return done(new Package(bytes, entries))
}

function split(path: string): readonly [folder: string, file: string] {
  const end = path.lastIndexOf('/') + 1
  return [path.slice(0, end), path.slice(end)]
}

/** `worksheets/sheet1.xml` beside `xl/workbook.xml` is `xl/worksheets/sheet1.xml`; a slash in front begins at the top. */
function resolved(folder: string, target: string): string {
  const steps = target.startsWith('/') ? target.split('/') : `${folder}${target}`.split('/')
  const path: string[] = []
  for (const step of steps) {
    if (step === '..') path.pop()
    else if (step !== '.' && step !== '') path.push(step)
  }
  return path.join('/')
}
