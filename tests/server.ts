import pg from 'pg'

export const testSecret = 'a secret that only tests use, long enough'

/** One statement by itself, on a connection of its own. */
export async function asServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Takes a database away, and the roles that were its own. */
export async function dropDatabase(server: string, name: string): Promise<void> {
  await asServer(server, `drop database ${name} with (force)`)
  for (const group of ['program', 'sign_in', 'queue'])
    await asServer(server, `drop role if exists ${name}_${group}_login`)
}
