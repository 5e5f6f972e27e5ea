import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useTestDatabase } from './database.ts'
import { disposedOf, forgotten, kept } from './personal-columns.ts'

const database = useTestDatabase()

/** Every column in which words can stand: of no fixed set, of no other table. */
async function openColumns(): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string; checks: string | null }>`
    select format('%s.%s', c.table_name, c.column_name) as name,
      (select string_agg(pg_get_constraintdef(k.oid), ' ') from pg_constraint k
         join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
       where k.conrelid = format('public.%I', c.table_name)::regclass and a.attname = c.column_name
         and (k.contype = 'f' or k.contype = 'c' and cardinality(k.conkey) = 1)) as checks
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name not like 'kysely_%'
      and c.data_type in ('text', 'character varying', 'ARRAY', 'json', 'jsonb', 'bytea', 'inet', 'xml', 'USER-DEFINED')
    order by 1`.execute(database.ownerDb)
  return rows.filter(({ checks }) => checks === null || !isFixed(checks)).map(({ name }) => name)
}

function isFixed(checks: string): boolean {
  return /FOREIGN KEY|\(\(\w+ = '|= ANY \(ARRAY\[| ~\*? '\^/.test(checks)
}

type Said = Readonly<Record<string, Readonly<Record<string, string>>>>

function columnsIn(said: Said): readonly string[] {
  return Object.values(said).flatMap((tables) =>
    Object.entries(tables).flatMap(([table, columns]) => columns.split(' ').map((one) => `${table}.${one}`)),
  )
}

test('every column in which words can stand goes by a decision, is forgotten, or is kept for a reason', async () => {
  const said = columnsIn({ ...disposedOf, ...forgotten, ...kept })
  expect(said.filter((one, at) => said.indexOf(one) !== at)).toEqual([])
  expect(said.toSorted()).toEqual((await openColumns()).toSorted())
})

test('what is said to go does: the way of its kind in the database deletes its row or empties it', async () => {
  const { rows } = await sql<{ name: string; body: string }>`
    select proname as name, lower(prosrc) as body from pg_proc where pronamespace = 'public'::regnamespace
      and proname ~ '^(dispose|erase)_'`.execute(database.ownerDb)
  const bodies = new Map(rows.map(({ name, body }) => [name, body]))
  /** With the bodies of what it calls. */
  const wholeOf = (name: string): string => {
    const body = bodies.get(name) ?? ''
    const called = [...bodies.keys()].filter((other) => other !== name && body.includes(`${other}(`))
    return [body, ...called.map(wholeOf)].join('\n')
  }
  const ways = { ...disposedOf, ...forgotten } as Said
  const left = Object.entries(ways).flatMap(([kind, tables]) => {
    if (kind.startsWith('job ')) return []
    const body = wholeOf(bodies.has(kind) ? kind : `dispose_${kind.replaceAll('-', '_')}`)
    return columnsIn({ [kind]: tables }).filter((column) => !goes(body, column))
  })
  expect(left).toEqual([])
})

function goes(body: string, column: string): boolean {
  const [table = '', name = ''] = column.split('.')
  if (new RegExp(`delete from ${table}\\b`).test(body)) return true
  const updates = body.match(new RegExp(`update ${table}\\b[^;]*`, 'g')) ?? []
  return updates.some((update) => new RegExp(`\\b${name} = `).test(update.split(/\bwhere\b/)[0] ?? ''))
}

test('an emptied column is told from one that is only asked for', () => {
  expect(goes('update a set b = 1 where c = 2; delete from d', 'a.b')).toBe(true)
  expect(goes('update a set b = 1 where c = 2; delete from d', 'a.c')).toBe(false)
  expect(goes('delete from d where e = 1', 'a.e')).toBe(false)
})
