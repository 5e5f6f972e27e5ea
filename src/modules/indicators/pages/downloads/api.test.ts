import { Ajv2020 } from 'ajv/dist/2020.js'
import { Hono } from 'hono'
import { beforeAll, describe, expect, it } from 'vitest'
import type { VisitEnv } from '#modules/accounts'
import { useTestDatabase } from '../../../../../tests/database.ts'
import { plantRegion, visitedBy, type Planted } from '../../testing.ts'
import { indicatorApi } from './api.ts'

const database = useTestDatabase()
let planted: Planted
beforeAll(async () => {
  planted = await plantRegion(database)
})

const api = () => visitedBy(planted, database.db, 'visitor', new Hono<VisitEnv>().route('/', indicatorApi()))
const document = indicatorApi().getOpenAPI31Document({ openapi: '3.1.0', info: { title: 't', version: '1' } })
const ajv = new Ajv2020({ strict: false, validateFormats: false }).addSchema(document, 'document')

/** Whether an answer is what the description says of that path and status. */
function faultsOf(path: string, status: number, type: string, body: unknown): string | null {
  const steps = ['paths', path, 'get', 'responses', String(status), 'content', type, 'schema']
  const pointer = steps.map((step) => encodeURIComponent(step.replaceAll('/', '~1'))).join('/')
  const isAnswer = ajv.getSchema(`document#/${pointer}`)
  if (!isAnswer) return 'not described'
  return isAnswer(body) ? null : ajv.errorsText(isAnswer.errors)
}

describe('the description of the open interface', () => {
  it.each([
    ['/api/v1/indicators', '/api/v1/indicators', 200],
    ['/api/v1/indicators', '/api/v1/indicators?asOf=soon', 400],
    ['/api/v1/municipalities', '/api/v1/municipalities', 200],
    ['/api/v1/indicators/{indicator}', '/api/v1/indicators/folkmangd', 200],
    ['/api/v1/indicators/{indicator}', '/api/v1/indicators/oppet-arbetslosa', 200],
    ['/api/v1/indicators/{indicator}', '/api/v1/indicators/brp-per-sysselsatt', 200],
    ['/api/v1/indicators/{indicator}', '/api/v1/indicators/arbetsloshet', 200],
    ['/api/v1/indicators/{indicator}', '/api/v1/indicators/not-there', 404],
    ['/api/v1/indicators/{indicator}', '/api/v1/indicators/NOT_A_WORD', 400],
  ])('%s is what %s answers with %i', async (path, address, status) => {
    const answer = await api().request(address)
    expect(answer.status).toBe(status)
    const type = answer.headers.get('content-type') ?? ''
    expect(faultsOf(path, status, type, await answer.json())).toBeNull()
  })
})
