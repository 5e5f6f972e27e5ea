import { termsOf } from '../src/modules/search/index.ts'

/** What made-up matters are about: as it stands in the matter, and as somebody else would say it. */
const things = [
  ['bygglovet', 'byggloven'],
  ['lagerhallen', 'lagerhallar'],
  ['uteserveringen', 'uteserveringar'],
  ['reklamskylten', 'skylt'],
  ['industritomten', 'industrimark'],
  ['avloppet', 'avloppen'],
  ['bredbandet', 'bredbandets'],
  ['lastbilsparkeringen', 'parkering för lastbilar'],
  ['upphandlingen', 'upphandlingar'],
  ['fakturan', 'fakturor'],
  ['serveringstillståndet', 'tillstånd för servering'],
  ['livsmedelskontrollen', 'kontroll av livsmedel'],
  ['vägarbetet', 'vägarbeten'],
  ['gatubelysningen', 'belysning på gatan'],
  ['inbrotten', 'inbrott'],
  ['lärlingsplatserna', 'plats för lärling'],
  ['detaljplanen', 'detaljplaner'],
  ['elanslutningen', 'anslutning av el'],
  ['avfallshämtningen', 'hämta avfall'],
  ['verksamhetsmarken', 'mark för verksamhet'],
] as const
const places = ['Industrigatan', 'torget', 'hamnen', 'centrum', 'stationen', 'riksvägen', 'älven', 'kyrkbyn']
const troubles = [
  'dröjer',
  'kostar mer än väntat',
  'har avslagits',
  'behöver ändras',
  'är oklart',
  'hindrar leveranserna',
  'kräver ett nytt beslut',
  'påverkar kunderna',
]
const senders = [
  'verkstad',
  'bageri',
  'krog',
  'åkeri',
  'butik',
  'elfirma',
  'snickeri',
  'byrå',
  'gård',
  'bryggeri',
]

/** One way to say one thing. */
export interface Said {
  readonly thing: number
  readonly subject: string
  readonly text: string
  readonly terms: readonly string[]
  readonly weights: readonly number[]
}

/** All that the made-up matters say, each with what it comes down to. */
export async function everythingSaid(): Promise<readonly Said[]> {
  const said: Said[] = []
  for (const [thing, [name]] of things.entries())
    for (const place of places)
      for (const trouble of troubles)
        for (const sender of senders) {
          const subject = `${name} vid ${place}`
          const text = `Vår ${sender} behöver hjälp: ${name} ${trouble}. Vi har väntat i flera veckor och vet inte vem som kan svara.`
          const terms = await termsOf(`${subject} ${subject} ${subject} ${text}`)
          said.push({ thing, subject, text, terms: [...terms.keys()], weights: [...terms.values()] })
        }
  return said
}

/** A question about one of the things, in other words than the matters use. */
export function questionAbout(number: number): {
  readonly thing: number
  readonly subject: string
  readonly text: string
} {
  const thing = number % things.length
  const words = things[thing]?.[1] ?? ''
  const place = places[number % places.length] ?? ''
  const trouble = troubles[number % troubles.length] ?? ''
  return { thing, subject: `Fråga om ${words}`, text: `Det gäller ${words} nära ${place}: det ${trouble}.` }
}
