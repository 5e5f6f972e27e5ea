/** Who wants to be told what is new. */
export interface NewsTables {
  newsReader: NewsReaderTable
}

interface NewsReaderTable {
  networkId: string
  personId: string
  locale: 'sv' | 'en'
  since: Date
  endedAt: Date | null
  toldMonth: string | null
}
