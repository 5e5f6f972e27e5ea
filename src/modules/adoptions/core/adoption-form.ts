import { z } from 'zod'
import { isDay, type IsoDay } from '#platform/values/dates.ts'
import type { Bilingual } from '#platform/values/locale.ts'
import { adoptionKinds, type AdoptionFacts, type Source } from './adoption.ts'
import { spanOf } from './in-force.ts'

const longestName = 200
const longestWords = 120
const longestProse = 2000
const mostSources = 20

function atMost(limit: number) {
  return (text: string) => [...text].length <= limit
}

const typed = z.string().trim().default('')
const words = typed.refine(atMost(longestWords), 'words-too-long')
const prose = typed.refine(atMost(longestProse), 'prose-too-long')

const address = typed.refine((text) => text === '' || isWebAddress(text), 'link-invalid')

const sources = typed
  .refine((text) => linesOf(text).length <= mostSources, 'sources-too-many')
  .refine((text) => linesOf(text).every((line) => sourceFrom(line) !== null), 'source-invalid')

/** What is written down of a version, as it can be known on a day. The issue messages are names of reasons. */
export function adoptionForm(today: IsoDay) {
  return z
    .object({
      name: typed.refine((text) => text !== '', 'name-missing').refine(atMost(longestName), 'name-too-long'),
      kind: typed.refine((kind) => kind === '' || isKind(kind), 'kind-unknown'),
      decidedOn: typed
        .refine((text) => text === '' || isKnownDay(text), 'decided-invalid')
        .refine((text) => !isKnownDay(text) || spanOf(text).first <= today, 'decided-later'),
      decidedBy: words,
      paragraph: words,
      caseNumber: words,
      period: words,
      aimSv: prose,
      aimEn: prose,
      followUpSv: prose,
      followUpEn: prose,
      noteSv: prose,
      noteEn: prose,
      sources,
      link: address,
    })
    .superRefine((form, context) => {
      for (const part of ['aim', 'followUp', 'note'] as const)
        if (form[`${part}Sv`] === '' && form[`${part}En`] !== '')
          context.addIssue({ code: 'custom', path: [`${part}Sv`], message: 'swedish-missing' })
    })
    .transform((form): AdoptionFacts => ({
      name: form.name,
      kind: adoptionKinds.find((kind) => kind === form.kind) ?? null,
      decidedOn: form.decidedOn || null,
      decidedBy: form.decidedBy || null,
      paragraph: form.paragraph || null,
      caseNumber: form.caseNumber || null,
      period: form.period || null,
      aim: bilingualOrNull(form.aimSv, form.aimEn),
      followUp: bilingualOrNull(form.followUpSv, form.followUpEn),
      note: bilingualOrNull(form.noteSv, form.noteEn),
      sources: linesOf(form.sources).flatMap((line) => sourceFrom(line) ?? []),
      link: form.link || null,
    }))
}

/** The form's fields that say what a version is. */
export function typedFacts(facts: AdoptionFacts): Readonly<Record<string, string>> {
  const { name, kind, decidedOn, decidedBy, paragraph, caseNumber, period, aim, followUp, note, link } = facts
  return {
    name,
    kind: kind ?? '',
    decidedOn: decidedOn ?? '',
    decidedBy: decidedBy ?? '',
    paragraph: paragraph ?? '',
    caseNumber: caseNumber ?? '',
    period: period ?? '',
    ...inFields('aim', aim),
    ...inFields('followUp', followUp),
    ...inFields('note', note),
    sources: facts.sources
      .map(({ title, url }) => (title === hostOf(url) ? url : `${title} ${url}`))
      .join('\n'),
    link: link ?? '',
  }
}

/** Whether a year, a month or a day is written that is one. */
function isKnownDay(text: string): boolean {
  return isDay(text) || /^(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?$/.test(text)
}

function isKind(text: string): boolean {
  return adoptionKinds.some((kind) => kind === text)
}

function isWebAddress(text: string): boolean {
  return text.length <= 2000 && z.url({ protocol: /^https?$/ }).safeParse(text).success
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** `Ale kommun: programmet https://ale.se/…`; an address alone is called by its host. */
function sourceFrom(line: string): Source | null {
  const [, title = '', url = ''] = /^(.*?)\s*(\S+)$/.exec(line) ?? []
  if (!isWebAddress(url) || [...title].length > longestName) return null
  return { title: title || hostOf(url), url }
}

function hostOf(url: string): string {
  return new URL(url).hostname
}

function bilingualOrNull(sv: string, en: string): Bilingual | null {
  return sv === '' ? null : { sv, en }
}

function inFields(part: string, text: Bilingual | null): Record<string, string> {
  return { [`${part}Sv`]: text?.sv ?? '', [`${part}En`]: text?.en ?? '' }
}
