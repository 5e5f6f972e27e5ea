import type { OpenAPIHono } from '@hono/zod-openapi'
import { Hono } from 'hono'
import type { VisitEnv } from '#modules/accounts'

const about = {
  title: 'Samsyn',
  version: '1.0.0',
  description:
    'The public figures of a regional business-development network: indicators, interventions, statuses.',
  license: { name: 'EUPL-1.2', url: 'https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12' },
}

/** The modules' interfaces described as one document. */
export function openApiRoutes(modules: readonly OpenAPIHono<VisitEnv>[], origin: string): Hono<VisitEnv> {
  const documents = modules.map((module) =>
    module.getOpenAPI31Document({ openapi: '3.1.0', info: about, servers: [{ url: origin }] }),
  )
  const whole = {
    ...documents[0],
    paths: Object.assign({}, ...documents.map((document) => document.paths)) as object,
    components: {
      schemas: Object.assign({}, ...documents.map((document) => document.components?.schemas)) as object,
    },
  }
  return new Hono<VisitEnv>().get('/api/v1/openapi.json', (c) => c.json(whole))
}
