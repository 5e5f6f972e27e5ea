import type { Locale } from '#platform/values/locale.ts'

/** Of supports, needs and courses. */
export const competenceAddresses = {
  supports: { sv: '/stod', en: '/en/support' },
  findSupport: { sv: '/stod/hitta', en: '/en/support/find' },
  embeddedFinder: { sv: '/stod/inbaddad', en: '/en/support/embedded' },
  mailSupports: { sv: '/stod/mejla', en: '/en/support/mail' },
  askAboutSupport: { sv: '/stod/fraga', en: '/en/support/ask' },
  followSupports: { sv: '/stod/bevaka', en: '/en/support/follow' },
  following: { sv: '/stod/bevakning/:key', en: '/en/support/following/:key' },
  supportFeedback: { sv: '/stod/bevakning/:key/hur-det-gick', en: '/en/support/following/:key/how-it-went' },
  keepSupports: { sv: '/stod/redigera', en: '/en/support/edit' },
  newSupport: { sv: '/stod/nytt', en: '/en/support/new' },
  support: { sv: '/stod/:support', en: '/en/support/:support' },
  editSupport: { sv: '/stod/:support/redigera', en: '/en/support/:support/edit' },
  supportDraft: { sv: '/stod/:support/utkast', en: '/en/support/:support/draft' },
  supportHistory: { sv: '/stod/:support/historik', en: '/en/support/:support/history' },
} as const satisfies Record<string, Record<Locale, string>>
