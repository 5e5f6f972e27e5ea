import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { brokenRules } from './house-rules.ts'

// Written in parts, so that this file keeps the rules it speaks of.
const later = ['TO', 'DO'].join('')
const personalNumber = ['811218', '9876'].join('-')
const host = ['registry', 'example.org'].join('.')

/** What the rules say about a project that holds one module in order and the given files. */
function saidAbout(files: Readonly<Record<string, string>>): readonly string[] {
  const root = mkdtempSync(join(tmpdir(), 'samsyn-rules-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const inOrder = {
    'package.json': '{ "scripts": { "start": "", "test": "", "check": "" } }',
    'src/modules/voice/CONTEXT.md': '# voice',
    'src/modules/voice/index.ts': 'export {}',
  }
  for (const [path, text] of Object.entries({ ...inOrder, ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return brokenRules(root)
}

test.each([
  ['src/modules/voice/core/due.ts', 'export const now = new Date()', 'reads the clock'],
  ['src/modules/voice/core/due.ts', 'export const now = Date.now()', 'reads the clock'],
  ['src/modules/voice/core/due.ts', 'export const lot = Math.random()', 'reads the clock'],
  ['src/app.ts', "db.selectFrom('network')", 'speaks SQL'],
  ['src/modules/voice/jobs.ts', 'await sql<Row>`delete from cell`.execute(tx)', 'speaks SQL'],
  ['src/modules/voice/jobs.ts', "await pool.query('select 1')", 'speaks SQL'],
  ['src/modules/voice/pages/page.tsx', 'export const view = <p>Save it</p>', 'words for people'],
  [
    'src/modules/voice/pages/page.tsx',
    'export const view = <input placeholder="Namn" />',
    'words for people',
  ],
  ['src/modules/voice/pages/page.tsx', 'export const label = `Ändra målet`', 'words for people'],
  ['src/modules/voice/core/due.ts', "export const label = 'försenad'", 'words for people'],
  ['src/modules/voice/store.ts', 'export {}\n'.repeat(301), 'more than 300 lines'],
  ['data/people.csv', `Test Person;${personalNumber}`, 'personnummer'],
  ['data/people.csv', `Test Person;19${personalNumber}`, 'personnummer'],
  ['docs/plan.md', `${later}: write this`, 'leaves something for later'],
  ['docs/plan.md', 'Run `npm run deploy`.', 'promises npm run deploy'],
  ['docs/plan.md', `Fetched from https://${host}/`, 'names the host'],
  ['package-lock.json', '"resolved": "https://example.org/a.tgz"', 'holds "resolved" addresses'],
  ['docs/översikt.md', '', 'not named in ASCII'],
  ['src/modules/matter/index.ts', 'export {}', 'has no CONTEXT.md'],
  ['src/modules/matter/CONTEXT.md', '', 'has no index.ts'],
  ['db/migrations/1.sql', 'create table cell (\n  id uuid primary key\n);', 'cell no network_id'],
  [
    'db/migrations/1.sql',
    'create table cell (\n  network_id uuid primary key\n);',
    'cell no row-level security',
  ],
  [
    'db/migrations/1.sql',
    'create table cell (\n  network_id uuid,\n  id uuid,\n  primary key (id, network_id)\n);',
    'cell no key that begins with network_id',
  ],
])('%s: %s', (path, text, says) => {
  expect(saidAbout({ [path]: text })).toContainEqual(expect.stringContaining(says))
})

test('what looks alike and is none of it passes', () => {
  const files = {
    'README.md': 'Start with `npm install`, `npm start`, then `npm test` and `npm run check`.',
    'src/platform/clock.ts': 'export const systemClock = () => new Date()',
    'src/modules/voice/core/due.ts': '// Not `new Date()`.\nexport const day = new Date(0)\n',
    'src/modules/voice/store.ts': 'export const one = sql`select 1`',
    'src/modules/voice/pages/page.tsx': 'export const view = <p lang="sv">{texts.save} · 1</p>',
    'src/modules/voice/pages/texts.sv.ts': "export const sv = { save: 'Spara åtgärden' }",
    'src/modules/voice/due.test.ts': "expect(said).toBe('Spara åtgärden ' + Date.now())",
    'data/observations.csv': '811218-9870;990231-1234;46701234-56',
    'db/migrations/1.sql': `create table sign_in.session (
  id text primary key
);
create table cell (
  network_id uuid not null,
  id uuid,
  primary key (network_id, id)
);
alter table cell enable row level security;`,
  }
  expect(saidAbout(files)).toEqual([])
})
