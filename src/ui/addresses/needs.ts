import type { Locale } from '#platform/values/locale.ts'

/** What companies need to learn, courses together, and what is on offer. */
export const needsAddresses = {
  needs: { sv: '/kompetensbehov', en: '/en/skill-needs' },
  demandCsv: { sv: '/kompetensbehov/data.csv', en: '/en/skill-needs/data.csv' },
  sayNeed: { sv: '/kompetensbehov/nytt', en: '/en/skill-needs/new' },
  skillWords: { sv: '/kompetensbehov/ord', en: '/en/skill-needs/words' },
  needsInside: { sv: '/kompetensbehov/alla', en: '/en/skill-needs/all' },
  writeDownNeed: { sv: '/kompetensbehov/alla/nytt', en: '/en/skill-needs/all/new' },
  courseGaps: { sv: '/kompetensbehov/luckor', en: '/en/skill-needs/gaps' },
  needsEvidence: { sv: '/kompetensbehov/underlag', en: '/en/skill-needs/evidence' },
  needsEvidenceFile: { sv: '/kompetensbehov/underlag/:file', en: '/en/skill-needs/evidence/:file' },
  pools: { sv: '/kompetensbehov/tillsammans', en: '/en/skill-needs/together' },
  pool: { sv: '/kompetensbehov/tillsammans/:pool', en: '/en/skill-needs/together/:pool' },
  poolPlace: { sv: '/kompetensbehov/plats/:key', en: '/en/skill-needs/place/:key' },
  poolOffer: { sv: '/kompetensbehov/erbjudande/:key', en: '/en/skill-needs/offer/:key' },
  ownNeed: { sv: '/kompetensbehov/svar/:key', en: '/en/skill-needs/answer/:key' },
  courses: { sv: '/kurser', en: '/en/courses' },
  importCourses: { sv: '/kurser/las-in', en: '/en/courses/import' },
  travelTimes: { sv: '/kurser/restider', en: '/en/courses/travel-times' },
} as const satisfies Record<string, Record<Locale, string>>
