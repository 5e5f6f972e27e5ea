import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { useTestDatabase } from '../../../tests/database.ts'
import { asServer, testSecret } from '../../../tests/server.ts'
import { prepareDatabase } from './prepare.ts'

// The database of the test file makes sure that the server has the roles every Samsyn on it shares.
const first = useTestDatabase()
let owner = ''
let ownerUrl = ''

beforeEach(async () => {
  owner = `owner_${randomUUID().slice(0, 8).replaceAll('-', '')}`
  await asServer(first.ownerUrl, `create role ${owner} login password 'own'`)
  await asServer(first.ownerUrl, `create database ${owner} owner ${owner}`)
  const url = new URL(first.ownerUrl)
  ownerUrl = Object.assign(url, { username: owner, password: 'own', pathname: `/${owner}` }).toString()
})
afterEach(async () => {
  await asServer(first.ownerUrl, `drop database ${owner} with (force)`)
})

/** The statement a refusal ends with. */
const statementIn = (sentence: string) => sentence.slice(sentence.lastIndexOf(': ') + 2)

describe('an owner who is not the superuser', () => {
  test('is told which statements let it in, one after the other, and they do', async () => {
    for (const expected of await statementsNeeded()) {
      const refusal = await prepareDatabase(ownerUrl, testSecret).then(() => 'was let in', String)
      expect(statementIn(refusal)).toBe(expected)
      await asServer(first.ownerUrl, statementIn(refusal))
    }
    expect(await prepareDatabase(ownerUrl, testSecret)).toHaveProperty('program')
  })
})

// Before PostgreSQL 16 whoever may create roles may hand out every one of them.
async function statementsNeeded(): Promise<string[]> {
  const create = `ALTER ROLE ${owner} CREATEROLE;`
  const handOut = `GRANT samsyn_program, samsyn_sign_in, samsyn_queue TO ${owner} WITH ADMIN OPTION;`
  const { rows } = await sql<{ version: string }>`show server_version_num`.execute(first.ownerDb)
  return Number(Object.values(rows[0] ?? {})[0]) < 160_000 ? [create] : [create, handOut]
}
