import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useTestDatabase } from '../tests/database.ts'

const database = useTestDatabase()

/** The columns as `tables/` has them: "cell.owner_id?" for one that may be null. */
function writtenColumns(): string[] {
  const files = globSync('tables/*.ts', { cwd: import.meta.dirname })
  const text = files.map((file) => readFileSync(join(import.meta.dirname, file), 'utf8')).join('\n')
  const columns: string[] = []
  for (const [, name = '', body = ''] of text.matchAll(/interface (\w+)Table \{\n([\s\S]*?)\n\}/g)) {
    // A type may go on over several lines; a column begins at two spaces.
    for (const [, column = '', type = ''] of body.matchAll(
      /^ {2}(\w+):\s([\s\S]*?)(?=\n {2}\w+:|$(?![\s\S]))/gm,
    )) {
      const isNullable = /\s\| null\s*$/.test(type) || type.startsWith('NullableJson')
      columns.push(`${snake(name)}.${snake(column)}${isNullable ? '?' : ''}`)
    }
  }
  return columns.toSorted()
}

function snake(name: string): string {
  return name.replace(/(?<=.)([A-Z])/g, '_$1').toLowerCase()
}

test('tables/ says what the migrations make', async () => {
  const { rows } = await sql<{ column: string }>`
    select table_name || '.' || column_name || case when is_nullable = 'YES' then '?' else '' end as column
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'kysely_%'`.execute(
    database.ownerDb,
  )
  expect(writtenColumns()).toEqual(rows.map(({ column }) => column).toSorted())
})
