import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { inTransaction, type VisitEnv } from '#modules/accounts'
import { municipalitiesOf } from '#modules/region'
import { AsKnown, ofProblem, openApi, problem } from '#platform/http/open-api.ts'
import { regionSeries } from '../../core/region-value.ts'
import { libraryOf } from '../../library.ts'
import { IndicatorSummary, OpenIndicator, OpenMunicipality, openDataOf, summaryOf } from './open-data.ts'
import { withMunicipalities } from '../routes.tsx'

const listRoute = createRoute({
  method: 'get',
  path: '/api/v1/indicators',
  operationId: 'listIndicators',
  tags: ['Indicators'],
  summary: 'The indicators the network follows, each with the region’s latest value',
  request: { query: AsKnown },
  responses: {
    200: {
      description: 'The headline indicators first, in their order, then the others',
      content: {
        'application/json': {
          schema: z.object({ indicators: z.array(IndicatorSummary) }).openapi('IndicatorList'),
        },
      },
    },
    400: ofProblem('The day is no day'),
  },
})

const oneRoute = createRoute({
  method: 'get',
  path: '/api/v1/indicators/{indicator}',
  operationId: 'getIndicator',
  tags: ['Indicators'],
  summary: 'One indicator with definition, sources, every value, and the region’s values with their weights',
  request: {
    query: AsKnown,
    params: z.object({
      indicator: z
        .string()
        .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an indicator’s word holds a–z, 0–9 and hyphens')
        .openapi({ param: { name: 'indicator', in: 'path' }, example: 'folkmangd' }),
    }),
  },
  responses: {
    200: { description: 'The indicator', content: { 'application/json': { schema: OpenIndicator } } },
    400: ofProblem('The word cannot be an indicator’s, or the day is no day'),
    404: ofProblem('There is no such indicator'),
  },
})

const municipalitiesRoute = createRoute({
  method: 'get',
  path: '/api/v1/municipalities',
  operationId: 'listMunicipalities',
  tags: ['Municipalities'],
  summary: 'The network’s municipalities',
  request: { query: AsKnown },
  responses: {
    400: ofProblem('The day is no day'),
    200: {
      description: 'Sorted as Swedish names are',
      content: {
        'application/json': {
          schema: z.object({ municipalities: z.array(OpenMunicipality) }).openapi('MunicipalityList'),
        },
      },
    },
  },
})

/** The open interface to indicators and municipalities, in English and camelCase, for reading only. */
export function indicatorApi(): OpenAPIHono<VisitEnv> {
  const api = openApi<VisitEnv>()

  api.openapi(listRoute, async (c) => {
    const { library, codes } = await inTransaction(c.get('visit'), async (tx) => ({
      library: await libraryOf(tx, { kind: 'all' }),
      codes: (await municipalitiesOf(tx)).map((municipality) => municipality.code),
    }))
    const indicators = [...library.values()].map((series) =>
      summaryOf(series, regionSeries(series, library, codes)),
    )
    return c.json({ indicators }, 200)
  })

  api.openapi(oneRoute, async (c) => {
    const { indicator } = c.req.valid('param')
    const found = await withMunicipalities(c.get('visit'), indicator)
    if (found) return c.json(openDataOf(found.reading, found.municipalities), 200)
    return problem(c, 404, `There is no indicator "${indicator}".`)
  })

  api.openapi(municipalitiesRoute, async (c) => {
    const municipalities = await inTransaction(c.get('visit'), municipalitiesOf)
    return c.json(
      { municipalities: municipalities.map(({ code, slug, name }) => ({ code, slug, name })) },
      200,
    )
  })
  return api
}
