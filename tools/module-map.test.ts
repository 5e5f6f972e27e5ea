import { describe, expect, test } from 'vitest'
import { importsOf } from './imports.ts'
import { mayCall, strayingImports } from './module-map.ts'

function refusedIn(file: string, text: string): readonly string[] {
  const found = strayingImports(importsOf(file, text), ['zod', 'hono', 'preact', 'kysely', 'pg', 'd3-array'])
  return found.map((line) => /\n {2}([a-z-]+):/.exec(line)?.[1] ?? line)
}

const programme = 'src/modules/programme'

describe('an import is refused', () => {
  test.each([
    ['on-the-map', 'src/modules/weather/store.ts', `import { z } from 'zod'`],
    ['stays-in-its-lane', 'src/modules/region/store.ts', `import { record } from '#modules/audit'`],
    ['stays-in-its-lane', 'src/modules/indicators/jobs.ts', `import type { Cell } from '#modules/programme'`],
    ['through-the-front-door', `${programme}/store.ts`, `import { addGrant } from '../accounts/store.ts'`],
    [
      'through-the-front-door',
      `${programme}/store.ts`,
      `import { addGrant } from '#modules/accounts/store.ts'`,
    ],
    ['through-the-front-door', `${programme}/jobs.ts`, `import { cells } from '#modules/programme'`],
    ['through-the-front-door', `${programme}/jobs.ts`, `import { done } from '../../platform/outcome.ts'`],
    ['called-by-none', 'src/modules/overview/store.ts', `import type { Founding } from '#modules/founding'`],
    ['called-by-none', `${programme}/pages/routes.tsx`, `import { createApp } from '../../../app.ts'`],
    ['called-by-none', `${programme}/pages/routes.tsx`, `import { shell } from '../../../frame/shell.ts'`],
    ['platform-knows-nobody', 'src/platform/log.ts', `import { Page } from '#ui/heading.tsx'`],
    ['platform-knows-nobody', 'src/platform/log.ts', `export { record } from '#modules/audit'`],
    ['ui-knows-only-values', 'src/ui/page.tsx', `import type { Config } from '#platform/config.ts'`],
    ['ui-knows-only-values', 'src/ui/page.tsx', `import { Hono } from 'hono'`],
    ['browser-is-light', 'src/ui/browser/chart.ts', `import { readFileSync } from 'node:fs'`],
    ['browser-is-light', 'src/ui/browser/chart.ts', `import { Table } from '../table.tsx'`],
    ['core-is-pure', `${programme}/core/due.ts`, `import { cells } from '../store.ts'`],
    ['core-is-pure', `${programme}/core/due.ts`, `import type { Cell } from '../store.ts'`],
    ['core-is-pure', `${programme}/core/due.ts`, `import { readFile } from 'node:fs/promises'`],
    ['core-is-pure', `${programme}/core/due.ts`, `import { holds } from '#modules/accounts'`],
    ['core-is-pure', `${programme}/core/due.ts`, `const fs = await import('pg')`],
    ['core-is-pure', `${programme}/core/due.ts`, `type Row = import('../store.ts').Row`],
    ['no-http-below-pages', `${programme}/actions/say-cell.ts`, `import type { Context } from 'hono'`],
    [
      'no-http-below-pages',
      `${programme}/actions/say-cell.ts`,
      `import type { Typed } from '#platform/http/form.ts'`,
    ],
    [
      'no-http-below-pages',
      `${programme}/actions/say-cell.ts`,
      `import { textsIn } from '../pages/texts.ts'`,
    ],
    ['no-http-below-pages', `${programme}/store.ts`, `import { addressOf } from '#ui/addresses.ts'`],
    ['sql-in-stores', `${programme}/actions/say-cell.ts`, `import { sql } from 'kysely'`],
    ['sql-in-stores', 'src/frame/health.ts', `import pg from 'pg'`],
    [
      'pages-open-no-database',
      `${programme}/pages/routes.tsx`,
      `import { inScope } from '#platform/database/connection.ts'`,
    ],
    [
      'no-tests-in-production',
      `${programme}/store.ts`,
      `import { useTestDatabase } from '../../../tests/database.ts'`,
    ],
    ['no-tests-in-production', `${programme}/store.ts`, `import { cases } from './core/due.test.ts'`],
    ['ships-what-it-needs', `${programme}/store.ts`, `import chalk from 'chalk'`],
  ])('%s: %s %s', (rule, file, text) => {
    expect(refusedIn(file, text)).toContain(rule)
  })
})

describe('an import is welcome', () => {
  test.each([
    [`${programme}/core/policy.ts`, `import type { Actor } from '#modules/accounts'`],
    [
      `${programme}/core/due.ts`,
      `import { z } from 'zod'; import { dayOf } from '#platform/values/dates.ts'`,
    ],
    [
      `${programme}/core/due.test.ts`,
      `import { readFile } from 'node:fs/promises'; import { test } from 'vitest'`,
    ],
    [
      `${programme}/actions/say-cell.ts`,
      `import * as audit from '#modules/audit'; import * as store from '../store.ts'`,
    ],
    [`${programme}/actions/say-cell.ts`, `import type { Tx } from '#platform/database/connection.ts'`],
    [`${programme}/cell-store.ts`, `import { sql } from 'kysely'`],
    [`${programme}/pages/routes.tsx`, `import { Hono } from 'hono'; import { Page } from '#ui/heading.tsx'`],
    ['src/modules/accounts/context.ts', `import type { PageHead } from '#ui/page.tsx'`],
    [
      'src/ui/page.tsx',
      `import type { Locale } from '#platform/values/locale.ts'; import { Table } from './table.tsx'`,
    ],
    ['src/platform/database/connection.ts', `import type { Tables } from '../../../db/tables.ts'`],
    [
      'src/program.ts',
      `import { createApp } from './app.ts'; import { overviewRoutes } from '#modules/overview'`,
    ],
  ])('%s %s', (file, text) => {
    expect(refusedIn(file, text)).toEqual([])
  })
})

test('a module calls only those written above it, so calls never go in a circle', () => {
  const names = Object.keys(mayCall)
  for (const [name, called] of Object.entries(mayCall)) {
    expect(names.slice(0, names.indexOf(name)), name).toEqual(expect.arrayContaining([...called]))
  }
})
