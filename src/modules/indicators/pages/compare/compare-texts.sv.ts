import type { Direction } from '../../core/indicator.ts'
import type { Show } from './compare-query.ts'

/** Every Swedish sentence about comparing municipalities. */
export const sv = {
  link: 'Jämför kommuner',
  crumb: 'Jämför',
  eyebrow: 'Jämförelse',
  title: (name: string) => `${name}: jämför kommuner`,
  finding: (name: string, place: string, own: string, year: number) => `${name}: ${place} ${own} år ${year}`,
  findingBeside: (name: string, place: string, own: string, region: string, year: number) =>
    `${name}: ${place} ${own} och regionen ${region} år ${year}`,
  noValue: (name: string, place: string, year: number) => `${name}: ${place} saknar värde för ${year}`,
  lead: (year: number, there: number, of: number) =>
    there === of
      ? `Alla jämförs på samma år: ${year}, det senaste som alla ${of} kommuner har ett värde för.`
      : `Alla jämförs på samma år: ${year}, det senaste som nästan alla har ett värde för (${there} av ${of} kommuner).`,
  leadNotCommon: (year: number) => `Alla jämförs på samma år: ${year}.`,
  nothing: 'Inga värden är hämtade än, så det finns inget att jämföra.',
  network: 'Kommunerna i nätverket',
  form: {
    title: 'Vad som jämförs',
    errors: 'Det här behöver rättas',
    place: 'Kommun',
    noPlace: 'Ingen, bara regionen',
    inNetwork: 'I nätverket',
    others: 'Andra kommuner',
    group: 'Jämför med en grupp',
    groupHint:
      'Grupperna Liknande kommuner är Koladas, och finns när en kommun är vald. De är lika i det som namnet säger, inte i allt.',
    chosen: 'Kommuner som visas var för sig',
    chosenHint: 'Ta bort bocken för dem som inte längre ska visas.',
    add: 'Lägg till en kommun',
    addHint: (most: number) => `Skriv namnet. Högst ${most} kommuner kan visas samtidigt.`,
    show: 'Visa',
    shows: {
      values: 'Värdena som de är',
      index: 'Index: förändring sedan ett basår',
      'per-1000': 'Antal per 1\u00a0000 invånare',
    } as Record<Show, string>,
    base: 'Basår för index',
    submit: 'Jämför',
  },
  problems: {
    unknown: (typed: string) =>
      `Vi hittar ingen kommun som heter \u201d${typed}\u201d med värden här. Skriv hela namnet, som Göteborg.`,
    'too-many': (most: number, count: string) =>
      `Du har valt ${count} kommuner. Högst ${most} kan visas samtidigt, så de första ${most} visas.`,
  },
  cautions: {
    title: 'Tänk på',
    notCommonYear: (year: number, there: number, of: number) =>
      `Inget år har värden för nästan alla kommuner. Jämförelsen gäller ${year}, då flest har ett: ${there} av ${of}.`,
    preliminary: (count: number, year: number) =>
      count === 1
        ? `Ett av värdena för ${year} är preliminärt. Källan kan ändra det.`
        : `${count} av värdena för ${year} är preliminära. Källan kan ändra dem.`,
    peersIncomplete: (there: number, of: number, year: number) =>
      `${there} av ${of} kommuner i gruppen har ett värde för ${year}.`,
    fewPeers: (there: number) =>
      `Gruppen har ${there === 1 ? 'bara ett värde' : `bara ${there} värden`}. Ett medelvärde av färre än fem ändras mycket av en enda kommun.`,
  },
  position: {
    title: (year: number) => `Läget ${year}`,
    subtitle: (unit: string, year: number, count: number) => `${unit}, ${year}, ${count} kommuner med värde`,
    description: (sentences: string) =>
      `En punkt för varje kommun, på en skala från lägst till högst. ${sentences}`,
    nobody: (count: number) =>
      `${count} kommuner har ett värde. Välj en kommun ovan för att se var den ligger bland dem.`,
    noValue: (place: string, year: number) =>
      `${place} har inget värde för ${year} och visas därför inte bland de andra.`,
    own: (place: string, value: string, year: number) => `${place} hade ${value} ${year}.`,
    short: (place: string, own: string, year: number) => `${place} ${own} år ${year}`,
    noValueShort: (place: string, year: number) => `${place} saknar värde för ${year}`,
    all: 'Alla kommuner som har ett värde',
    among: (higher: number, lower: number, others: number) =>
      others === 0
        ? 'Ingen annan kommun har ett värde.'
        : `Av ${others === 1 ? 'en annan kommun' : `de andra ${others} kommunerna`} hade ${higher} ett högre värde och ${lower} ett lägre${alikeText(others - higher - lower)}.`,
    sum: 'Regionens värde är summan av kommunernas och jämförs därför inte med en kommuns.',
    region: (difference: string, region: string) => `Det är ${difference} jämfört med regionens ${region}.`,
    regionLevel: (region: string) => `Det är lika mycket som regionens ${region}.`,
    peers: (group: string, mean: string, median: string, there: number, of: number) =>
      `${group}: medelvärdet är ${mean} och medianen ${median}, utan vikter, för ${there} av ${of} kommuner.`,
    quartiles: { lower: 'Undre kvartil', median: 'Median', upper: 'Övre kvartil' },
    others: (count: number) => (count === 1 ? 'En annan kommun' : `De andra ${count} kommunerna`),
    middle: 'Hälften i mitten: en fjärdedel ligger under, en fjärdedel över',
    empty: 'Ingen kommun har ett värde.',
  },
  difference: {
    higher: (amount: string) => `${amount} högre`,
    lower: (amount: string) => `${amount} lägre`,
    level: 'lika',
  },
  table: {
    caption: (unit: string, year: number) => `Jämförelsen i siffror: ${unit.toLowerCase()}, ${year}`,
    what: 'Jämfört med',
    value: 'Värde',
    difference: (place: string) => `${place} ligger`,
    mean: (group: string) => `${group}: medelvärde utan vikter`,
    median: (group: string) => `${group}: median`,
    span: (group: string) => `${group}: lägst och högst`,
    from: (low: string, high: string) => `${low} till ${high}`,
    noValue: 'saknas',
  },
  lines: {
    title: 'Över tid',
    nothing: 'Inga värden att visa över tid',
    group: (group: string, from: number, to: number) => `${group} ${from}–${to}`,
    from: (name: string, first: string, from: number, last: string, to: number) =>
      from === to ? `${name} ${last} år ${to}` : `${name} från ${first} år ${from} till ${last} år ${to}`,
    indexed: (name: string, index: string, year: number) => `${name} ${index} år ${year}`,
    index: (base: number) => `Index, ${base} = 100`,
    level: (base: number) => `${base} = 100`,
    description: (name: string, course: string) => `Linjediagram över ${name}. ${course}.`,
    noBase: 'Inget år har värden över noll för alla som visas, så inget index kan räknas.',
    without: (names: string, base: number) => `Visas inte, för värdet ${base} saknas: ${names}.`,
    indexText:
      'Ett index visar hur mycket något har ändrats sedan basåret, inte hur mycket det är. Den som började lågt stiger lättare.',
    perCapitaText: 'Varje års antal delas med antalet invånare den sista december samma år.',
    empty: 'Inga värden är hämtade än.',
  },
  alike: {
    title: 'Var för sig',
    heading: (name: string) => `${name}: kommunerna var för sig`,
    lead: (behind: string) => `Alla har samma skala. Den tunna linjen är ${behind}.`,
    leadAlone: 'Alla har samma skala.',
    description: (names: string) => `Ett litet linjediagram för var och en av ${names}.`,
    one: (name: string, first: string, from: number, last: string, to: number) =>
      `${name}: från ${first} ${from} till ${last} ${to}`,
  },
  ranking: {
    title: 'Rangordning',
    offer: 'Ordningen mellan kommunerna visas inte om du inte ber om den.',
    show: 'Visa rangordningen',
    hide: 'Dölj rangordningen',
    says: (year: number, of: number) => `${of} kommuner har ett värde för ${year}. De andra är inte med.`,
    order: {
      higher: 'Högst värde står först, för högre är bättre.',
      lower: 'Lägst värde står först, för lägre är bättre.',
      none: 'Högst värde står först. Det betyder inte att det är bäst.',
    } as Record<Direction, string>,
    range:
      'Kan vara: platserna som kommunen kan ha när värden som skiljer mindre än ett steg i sista decimalen kan ligga åt båda håll.',
    notSaid:
      'En rangordning säger inte hur stora skillnaderna är, vad de beror på eller hur väl en kommun arbetar. Kommunerna har olika förutsättningar, och ett annat år kan ordningen vara en annan.',
    own: (place: string, rank: string, of: number, range: string) =>
      `${place} har plats ${rank} av ${of}. Så fint som värdena är mätta kan det vara plats ${range}.`,
    ownSure: (place: string, rank: string, of: number) => `${place} har plats ${rank} av ${of}.`,
    caption: (year: number) => `Kommunerna i ordning, ${year}`,
    rank: 'Plats',
    place: 'Kommun',
    value: 'Värde',
    possible: 'Kan vara',
  },
}

function alikeText(alike: number): string {
  return alike === 0 ? '' : `, ${alike} hade samma`
}
