import { coursesIn, pages, type Emil } from './emil3.ts'
import type { Course } from '../core/course.ts'

export interface Susa {
  /** Such as `https://api.skolverket.se/susa-navet/emil3`. */
  readonly url: string
  readonly fetch: (url: string, init: { readonly signal: AbortSignal }) => Promise<Response>
}

const pageSize = 2000
/** More than the country has; a source that never ends is not followed. */
const mostPages = 60
const patience = 60_000
/** Education that working people take: higher vocational, adult, folk high school, labour market, other. */
const schoolTypes = ['YH', 'VUXGY', 'FHS', 'AUB', 'AU']

/** All courses on offer. A page that cannot be read ends it: half a list would look like a whole one. */
export async function fetchSusa(susa: Susa, today: string): Promise<readonly Omit<Course, 'concepts'>[]> {
  return coursesIn(
    {
      educationEvents: await allOf(susa, 'educationEvents'),
      educationInfos: await allOf(susa, 'educationInfos'),
      educationProviders: await allOf(susa, 'educationProviders'),
    },
    today,
  )
}

async function allOf<Name extends keyof Emil>({ url, fetch }: Susa, name: Name): Promise<Emil[Name]> {
  const all: Emil[Name][number][] = []
  for (let page = 0, last = 0; page <= last; page += 1) {
    const types = schoolTypes.map((type) => `&schoolType=${type}`).join('')
    const address = `${url}/${name}?page=${page}&size=${pageSize}${types}`
    const answer = await fetch(address, { signal: AbortSignal.timeout(patience) })
    if (!answer.ok) throw new Error(`Susa-navet answered ${answer.status} to ${name}, page ${page}`)
    const read = pages[name].parse(await answer.json())
    all.push(...(read.things as Emil[Name][number][]))
    last = Math.min(read.totalPages, mostPages) - 1
  }
  return all as unknown as Emil[Name]
}
