/** Words by which companies and town halls mean the same. The first stands for all. */
const groups: readonly (readonly string[])[] = [
  ['bygglov', 'byggnadslov', 'byggtillstånd', 'bygganmälan'],
  ['lokal', 'fastighet', 'industrilokal', 'verksamhetslokal'],
  ['mark', 'tomt', 'industrimark', 'verksamhetsmark'],
  ['avfall', 'sopor', 'sopa', 'sophämtning', 'renhållning'],
  ['väg', 'gata', 'infart', 'tillfart'],
  ['skylt', 'skyltning', 'reklamskylt', 'vepa'],
  ['serveringstillstånd', 'alkoholtillstånd', 'utskänkning', 'utskänkningstillstånd'],
  ['uteservering', 'trottoarservering'],
  ['rekrytera', 'rekrytering', 'anställa', 'personal', 'arbetskraft'],
  ['upphandling', 'anbud', 'ramavtal', 'inköp'],
  ['faktura', 'betalning', 'fakturering'],
  ['parkering', 'parkeringsplats', 'p-plats'],
  ['bredband', 'fiber', 'internet'],
  ['el', 'elnät', 'ström', 'elanslutning'],
  ['vatten', 'avlopp', 'va'],
  ['inbrott', 'stöld', 'skadegörelse', 'klotter'],
  ['handläggningstid', 'väntetid', 'svarstid'],
  ['lastbil', 'lastzon', 'leverans', 'transport'],
]

const meanings: ReadonlyMap<string, string> = new Map(
  groups.flatMap(([first = '', ...others]) => others.map((word) => [word, first] as const)),
)

/** The word that stands for all that mean the same. */
export function meaningOf(term: string): string {
  return meanings.get(term) ?? term
}
