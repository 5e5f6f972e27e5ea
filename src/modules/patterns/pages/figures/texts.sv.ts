/** The Swedish sentences of the public figures. */
export const sv = {
  title: 'Ärenden i siffror',
  description:
    'Hur många ärenden företagen skickat till kommunerna, om vad, hur fort de fick svar och hur det gick.',
  lead: 'Vad företagen har skickat till kommunerna, hur fort de fick svar och hur det gick.',
  example:
    'Siffrorna bygger på påhittade exempelärenden. De försvinner när det första riktiga ärendet kommer.',
  none: 'Inga siffror är publicerade än. De kommer 30 dagar efter det kvartal då minst fem ärenden har kommit.',
  period: 'Period',
  show: 'Visa',
  came: (count: string, period: string) => `${count} ärenden kom ${period}.`,
  asOf: (day: string) => `Räknat ${day}. Talen ändras inte sedan.`,
  overTime: 'Över tid',
  overall: 'Hur det gick',
  speed: {
    'first-word': 'Första ord från en människa',
    plan: 'Plan',
    when: 'När',
    timings: { 'in-time': 'Inom löftet', late: 'Senare än löftet', none: 'Inte än' } as Record<
      string,
      string
    >,
    median: 'Hälften fick det inom',
    days: (days: string) => (days === '1' ? '1 arbetsdag' : `${days} arbetsdagar`),
    ofAnswered: 'Av dem som fått det',
    of: (share: string, all: string) => `${share} av ${all}`,
    columns: {
      'first-word': { share: 'Första ord inom löftet', median: 'Första ord, mitten' },
      plan: { share: 'Plan inom löftet', median: 'Plan, mitten' },
      means:
        'Inom löftet: först av alla som kom, sedan av dem som fått det. Mitten: så många arbetsdagar väntade hälften högst.',
    },
  },
  outcomes: {
    title: 'Utgång',
    lead: 'Vad kommunerna sa när ärendet avslutades, och bredvid det vad företaget själv sa.',
    townHalls: 'Kommunernas utgång',
    companies: 'Företagets eget utslag',
    what: 'Utgång',
    verdict: 'Utslag',
    count: 'Antal',
    ofAll: 'Av alla som kom',
    ofClosed: 'Av de avslutade',
    ofSaid: 'Av dem som sagt något',
    names: {
      solved: 'Löst',
      partly: 'Delvis löst',
      explained: 'Förklarat varför inte',
      'not-possible': 'Inte möjligt enligt lag',
      withdrawn: 'Återtaget av företaget',
      open: 'Inte avslutat än',
    } as Record<string, string>,
    verdicts: {
      solved: 'Löst',
      partly: 'Delvis',
      not: 'Inte löst',
      none: 'Inget sagt',
    } as Record<string, string>,
  },
  topics: { title: 'Efter ämne', topic: 'Ämne', came: 'Kom' },
  municipalities: {
    title: 'Efter kommun som leder',
    lead: 'I kommunernas egen ordning. Kommunerna får olika slags ärenden, så talen går inte att rangordna.',
    municipality: 'Kommun',
    nobody: 'Ingen kommun leder än',
  },
  hidden: 'för få',
  together: '(tillsammans)',
  patterns: {
    title: 'Det här återkommer',
    lead: 'Hinder som företag tagit upp i minst tre kommuner, med nätverkets egna ord.',
  },
  rules: {
    title: 'Så räknas och visas talen',
    items: [
      'Ett ärende räknas i den period då det kom, hos den kommun som leder det.',
      'Löftet är det som nätverket gav när ärendet kom. Tider räknas i arbetsdagar, utan kommunens egna stängda dagar.',
      'Ingen grupp under fem visas. Små grupper läggs ihop tills de är fem, och ett tal från ett till fyra döljs inne i en tabell.',
      'Så många tal till döljs att den som räknar baklänges från summor, andra ämnen eller kommuner inte kan bestämma något dolt tal närmare än inom ett spann på fem.',
      'Varje period räknas en gång, 30 dagar efter att den är slut, och ändras aldrig. Kom färre än fem ärenden blir perioden längre. Den som jämför sidan två dagar ser därför hela perioder eller ingenting, aldrig ett enskilt ärende.',
    ],
  },
  files: {
    title: 'Hämta',
    lead: 'Samma tal som på sidan, för vald period. Dolda tal är tomma.',
    csv: 'CSV',
    json: 'JSON',
  },
}
