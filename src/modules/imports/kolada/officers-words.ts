// What those who look for a KPI call it, and what Kolada's titles say; folded, each word of the catalogue by itself.
const titlesSay: ReadonlyMap<string, string> = new Map(
  Object.entries({
    arbetstillfallen: 'sysselsatta arbetsstallets',
    befolkning: 'invanare',
    dagbefolkning: 'sysselsatta arbetsstallets',
    folkmangd: 'invanare totalt',
    foretagande: 'foretag egenforetagare',
    hogutbildade: 'eftergymnasial',
    jobb: 'sysselsatta arbetsstallets',
    konkurser: 'foretagskonkurser',
    medelinkomst: 'inkomst forvarvsinkomst nettoinkomst',
    nattbefolkning: 'sysselsatta bostadens',
    nki: 'insikt',
    nui: 'upphandling',
    nyforetagande: 'nystartade foretag',
    startups: 'nystartade foretag',
    tillvaxt: 'bruttoregionprodukt',
    ungdom: 'ungdomar 24',
    ungdomar: '24',
    ungdomsarbetsloshet: 'arbetslosa 24',
    utbildningsniva: 'eftergymnasial',
  }),
)

/** The catalogue's words for one that officers use. */
export function catalogueWordsFor(term: string): readonly string[] {
  return titlesSay.get(term)?.split(' ') ?? []
}
