import type { MissingReason } from '#modules/statistics'

/** A statistics office that serves its tables through PxWeb. */
export interface Office {
  /** Stands in the keys of its series: never changes. */
  readonly id: string
  readonly name: string
  /** ISO 3166. Codes of places mean something within a country only. */
  readonly country: string
  readonly api: 1 | 2
  /** Version 2: up to `/v2`. Version 1: up to the language; there its limits are asked. */
  readonly base: string
  /** Version 1: the one database to look in; null shows all that the office has. */
  readonly database: string | null
  readonly language: string
  /** Version 1: whether `?query=` is answered. Version 2 always searches. */
  readonly hasSearch: boolean
  /** Where its page says so; offices with version 2 tell it in their own configuration as well. */
  readonly licence: string | null
  /** Symbols that mean something else here than in most offices; see symbols.ts. */
  readonly symbols: Readonly<Record<string, MissingReason>>
}

const ofVersion1 = { api: 1, database: null, hasSearch: false, licence: null, symbols: {} } as const

/**
 * Those known from the start. Addresses of version 2 are from the documentation of SCB and of PxTools; those of
 * version 1, and whether they search, from the catalogue of the R package pxweb and a survey of its installations
 * (49 of them asked on 31 August 2026). A licence is named only where the office's own page or configuration does.
 */
export const knownOffices: readonly Office[] = [
  {
    id: 'scb',
    name: 'SCB',
    country: 'SE',
    api: 2,
    base: 'https://statistikdatabasen.scb.se/api/v2',
    database: null,
    language: 'sv',
    hasSearch: true,
    licence: 'CC0-1.0',
    symbols: {},
  },
  {
    ...ofVersion1,
    id: 'tillvaxtanalys',
    name: 'Swedish Agency for Growth Policy Analysis',
    country: 'SE',
    base: 'https://statistik.tillvaxtanalys.se/PxWeb/api/v1/sv',
    language: 'sv',
  },
  {
    ...ofVersion1,
    id: 'vgregion',
    name: 'Vastra Gotaland Region',
    country: 'SE',
    base: 'https://pxweb2022.vgregion.se/Pxwebb/api/v1/sv',
    language: 'sv',
  },
  {
    ...ofVersion1,
    id: 'folkhalsomyndigheten',
    name: 'Public Health Agency of Sweden',
    country: 'SE',
    base: 'https://fohm-app.folkhalsomyndigheten.se/Folkhalsodata/api/v1/sv',
    language: 'sv',
  },
  {
    id: 'ssb',
    name: 'Statistics Norway (SSB)',
    country: 'NO',
    api: 2,
    base: 'https://data.ssb.no/api/pxwebapi/v2',
    database: null,
    language: 'no',
    hasSearch: true,
    licence: 'NLOD-1.0',
    symbols: {},
  },
  {
    ...ofVersion1,
    id: 'statfi',
    name: 'Statistics Finland',
    country: 'FI',
    base: 'https://pxdata.stat.fi/PXWeb/api/v1/sv',
    database: 'StatFin',
    language: 'sv',
    hasSearch: true,
    licence: 'CC-BY-4.0',
    // Its own px tools read three dots as "subject to secrecy".
    symbols: { '...': 'suppressed' },
  },
  {
    ...ofVersion1,
    id: 'statice',
    name: 'Statistics Iceland',
    country: 'IS',
    // English is another installation, not another language of this one.
    base: 'https://px.hagstofa.is/pxen/api/v1/en',
    language: 'en',
    licence: 'CC-BY-4.0',
  },
  {
    ...ofVersion1,
    id: 'statgl',
    name: 'Statistics Greenland',
    country: 'GL',
    base: 'https://bank.stat.gl/api/v1/da',
    database: 'Greenland',
    language: 'da',
    hasSearch: true,
    // "Values that are not ready" (the office itself, in PxWeb's issue 109).
    symbols: { '...': 'not-yet-published' },
  },
  {
    ...ofVersion1,
    id: 'hagstova',
    name: 'Statistics Faroe Islands',
    country: 'FO',
    base: 'https://statbank.hagstova.fo/api/v1/en',
    database: 'H2',
    language: 'en',
    hasSearch: true,
  },
  {
    ...ofVersion1,
    id: 'asub',
    name: 'Statistics and Research Aland',
    country: 'AX',
    base: 'https://pxweb.asub.ax/PXWeb/api/v1/sv',
    language: 'sv',
  },
]
