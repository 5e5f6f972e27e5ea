import type { Standard } from '../../core/chart-rules.ts'
import type { PartNote } from '../../core/gap.ts'
import type { OpenSdgProgress } from '../../core/open-sdg.ts'
import type { SignalWord } from '../../core/signal.ts'

/** Every Swedish sentence of how figures are read: what is usual, how far to a target, what a distance is made of. */
export const sv = {
  signal: {
    title: 'Är det ovanligt?',
    lead: 'Alla siffror går upp och ner lite från år till år. Här skiljer vi det vanliga från det ovanliga.',
    word: {
      'better-than-usual': 'Bättre än vanligt',
      'worse-than-usual': 'Sämre än vanligt',
      'unlike-usual': 'Ovanligt',
      'rising-trend': 'Stigande trend',
      'falling-trend': 'Sjunkande trend',
      usual: 'Inom det vanliga',
      'not-enough-data': 'För få år för att bedöma',
    } as Record<SignalWord, string>,
    /** After a change: "0,2 högre än 2023, inom det vanliga". */
    after: {
      'better-than-usual': 'bättre än vanligt',
      'worse-than-usual': 'sämre än vanligt',
      'unlike-usual': 'ovanligt',
      'rising-trend': 'stigande trend',
      'falling-trend': 'sjunkande trend',
      usual: 'inom det vanliga',
      'not-enough-data': 'för få år för att bedöma',
    } as Record<SignalWord, string>,
    turned: (word: string) => `men värdet är fortfarande ${word}`,
    againstTrend: { 'rising-trend': 'men trenden är stigande', 'falling-trend': 'men trenden är sjunkande' },
    over: (years: number) => `På ${years === 1 ? 'ett' : years === 5 ? 'fem' : years} år`,
    noEarlier: (asked: number) => `inget värde från ${asked} att jämföra med`,
    acrossBreak: (since: number, from: number) => `kan inte jämföras med ${since}, för serien bryts ${from}`,
    usual: (lower: string, upper: string, from: number, to: number) =>
      `${from}–${to} varierar värdet normalt mellan ${lower} och ${upper}. En ändring inom det spannet kan vara slump.`,
    values: (there: number, needed: number) =>
      `Serien har ${there} ${there === 1 ? 'värde' : 'värden'} som går att jämföra. Det behövs ${needed} för att säga vad som är vanligt.`,
    ranges: (there: number, needed: number) =>
      `Serien har ${there} ${there === 1 ? 'par' : 'par'} av år i följd. Det behövs ${needed} för att säga vad som är vanligt.`,
    sinceBreak: (from: number) => `Serien bröts ${from}, så äldre år räknas inte med.`,
    trend: {
      'rising-trend': (from: number, to: number) =>
        `Värdet har stigit över tid, ${from}–${to}, och håller ingen nivå. Att det är högre än förr är därför inget ovanligt.`,
      'falling-trend': (from: number, to: number) =>
        `Värdet har sjunkit över tid, ${from}–${to}, och håller ingen nivå. Att det är lägre än förr är därför inget ovanligt.`,
    },
    provisional: (count: number) =>
      `Gränserna är preliminära, för de bygger på ${count} värden. Med tolv blir de säkrare.`,
    /** By the side on which it lies, or towards which it goes. */
    cause: {
      beyond: {
        above: (year: number, upper: string) => `${year} ligger över det vanliga, som slutar vid ${upper}.`,
        below: (year: number, lower: string) => `${year} ligger under det vanliga, som börjar vid ${lower}.`,
      },
      run: {
        above: (years: number, centre: string) => `${years} år i rad ligger över medel, ${centre}.`,
        below: (years: number, centre: string) => `${years} år i rad ligger under medel, ${centre}.`,
      },
      far: {
        above: (count: number, of: number) => `Minst ${count} av ${of} år i rad ligger en bit över medel.`,
        below: (count: number, of: number) => `Minst ${count} av ${of} år i rad ligger en bit under medel.`,
      },
      trend: {
        above: (years: number) => `Värdet har stigit ${years} år i rad.`,
        below: (years: number) => `Värdet har sjunkit ${years} år i rad.`,
      },
      near: (count: number, of: number) =>
        `Minst ${count} av ${of} år i rad ligger nära gränsen för det vanliga.`,
      alternating: (years: number) => `Värdet har gått upp och ner vartannat år i ${years} år.`,
      hugging: (years: number) => `${years} år i rad ligger ovanligt nära medel.`,
      avoiding: (years: number) => `${years} år i rad ligger en bit från medel, åt båda hållen.`,
      range: (amount: string) => `Ändringen från året före är större än vanligt, som är högst ${amount}.`,
    },

    chartTitle: (place: string, word: string, year: number) => `${place} ${year}: ${word}`,
    chartSubtitle: (unit: string) => `${unit}. Det färgade fältet är det vanliga.`,
    chartDescription: (place: string, from: number, to: number, finding: string) =>
      `Styrdiagram för ${place} ${from}–${to} med medel och gränser för det vanliga. ${finding} Värdena står i tabellen Alla värden.`,
    labels: {
      upper: (value: string) => `Övre gräns ${value}`,
      centre: (value: string) => `Medel ${value}`,
      lower: (value: string) => `Undre gräns ${value}`,
    },
    mark: (rule: string, years: string) => `${rule}: ${years}.`,
    rangeRule: 'Ovanligt stor ändring från året före',
    rule: {
      'beyond-limits': () => 'Utanför gränserna',
      run: (n: number) => `${n} i rad på samma sida om medel`,
      'near-limit': (count: number, of: number, sigmas: number) =>
        `${count} av ${of} i rad mer än ${sigmas} sigma från medel, åt samma håll`,
      trend: (n: number) => `${n} i rad som stiger eller sjunker`,
      alternating: (n: number) => `${n} i rad upp och ner vartannat år`,
      hugging: (n: number) => `${n} i rad inom 1 sigma från medel`,
      avoiding: (n: number) => `${n} i rad längre än 1 sigma från medel`,
    },
    empty: 'För få värden för ett styrdiagram.',

    how: (place: string) => `Så har vi räknat: ${place}`,
    method: (standard: string, from: number, to: number, count: number) =>
      `Styrdiagram för enskilda värden (XmR) med reglerna ${standard}, räknat på ${count} värden ${from}–${to}.`,
    formula: {
      centre: 'Medel',
      centreOf: (count: number, value: string) => `medelvärdet av ${count} värden = ${value}`,
      range: 'Vanlig ändring från år till år',
      rangeOf: (count: number, value: string) => `medelvärdet av ${count} ändringar, utan tecken = ${value}`,
      limits: 'Gränser för det vanliga',
      limitsOf: (centre: string, factor: string, range: string, lower: string, upper: string) =>
        `${centre} ± ${factor} · ${range} = ${lower} till ${upper}`,
      upperRange: 'Största vanliga ändring på ett år',
      upperRangeOf: (factor: string, range: string, value: string) => `${factor} · ${range} = ${value}`,
      rules: 'Mönster som räknas som ovanliga',
      sources: 'Källor',
    },
    sources: {
      nist: 'NIST/SEMATECH, Handbook of Statistical Methods 6.3.2.2',
      anhoej: 'Anhøj och Olesen, PLOS ONE 2014',
    },
    standards: {
      'western-electric': 'Western Electric (1956)',
      nelson: 'Nelson (1984)',
      'making-data-count': 'NHS Making Data Count',
    } as Record<Standard, string>,
    choose: 'Regler för vad som är ovanligt',
    show: 'Visa',
    second: 'En andra metod, Anhøjs regler för seriediagram',
    secondSteady: (median: string) =>
      `Värdena går fram och tillbaka kring medianen, ${median}, som slumpen gör. Metoden ser ingen varaktig förändring.`,
    secondShifted: (median: string) =>
      `Värdena stannar längre på samma sida om medianen, ${median}, än slumpen brukar. Metoden ser en varaktig förändring.`,
    secondNumbers: (longest: number, usual: number, crossings: number, fewest: number, useful: number) =>
      `Längsta följd på samma sida: ${longest} (vanligt är högst ${usual}). Byten av sida: ${crossings} (vanligt är minst ${fewest}). Räknat på ${useful} värden som inte ligger på medianen.`,
    secondTooFew: (there: number, needed: number) =>
      `För få värden: ${there} ligger inte på medianen, det behövs ${needed}.`,
  },

  target: {
    title: 'Mål',
    /** In a chart. */
    label: (year: number, value: string) => `Mål ${year}: ${value}`,
    labelFor: (place: string, year: number, value: string) => `${place}, mål ${year}: ${value}`,
    labelOf: (place: string, year: number, value: string) => `${place}: ${value} ${year}`,
    decided: (by: string, day: string) => `Beslutat av ${by} ${day}.`,
    decision: (target: string) => `Läs beslutet om ${target}`,
    all: 'Alla mål, tidigare mål och vem som beslutade dem',
    none: 'Inget mål är beslutat för regionen.',
    noneOf: (place: string) => `Inget mål är beslutat för regionen eller ${place}.`,
    addAndAll: 'Skriv in eller ta tillbaka mål',
    /** On a card among others. */
    short: (value: string, year: number, word: string) => `Mål ${value} ${year}: ${word}`,
    shortOnly: (value: string, year: number) => `Mål ${value} ${year}`,
    of: (place: string) => `Mål för ${place}`,
    ofRegion: 'Mål för regionen',
    word: {
      reached: 'Nått',
      missed: 'Inte nått',
      'on-pace': 'I takt',
      'too-slow': 'För långsamt',
      'wrong-way': 'Åt fel håll',
      'not-enough-data': 'För få år för att bedöma',
      'no-value': 'Inget värde än',
      'no-direction': 'Kan inte bedömas',
      'across-break': 'Kan inte jämföras',
    },
    distance: (amount: string) => `${amount} kvar till målet.`,
    pace: (pace: string, reachedIn: number, year: number) =>
      `${pace} per år ger målet ${reachedIn}; målet är ${year}.`,
    needed: (amount: string, year: number) => `Det behövs ${amount} per år till ${year}.`,
    still: (pace: string) => `Takten, ${pace} per år, är för liten för att synas.`,
    wrongWay: (pace: string) => `Värdet rör sig från målet, ${pace} per år.`,
    mayBeChance: 'Värdet har ändrats som det brukar, så takten kan vara slump.',
    reached: (value: string, year: number) => `Målet är nått: ${value} ${year}.`,
    missed: (value: string, year: number, amount: string) =>
      `Målet nåddes inte: ${value} ${year}, ${amount} ifrån.`,
    tooFew: (there: number, needed: number) =>
      `Takten kan inte räknas: serien har ${there} av ${needed} värden som behövs.`,
    noValue: 'Det finns inget värde att jämföra med målet än.',
    noDirection: 'Ingen har bestämt om högt eller lågt är bäst, så målet kan inte bedömas.',
    acrossBreak: (from: number) =>
      `Målet beslutades innan serien bröts ${from}. Värden därefter räknas på ett annat sätt och kan inte jämföras med det.`,
    formula: {
      distance: 'Avstånd',
      distanceOf: (target: string, latest: string, year: number, amount: string) =>
        `mål ${target} − värde ${latest} (${year}) = ${amount}`,
      needed: 'Behövs per år',
      neededOf: (distance: string, years: number, amount: string) => `${distance} ÷ ${years} år = ${amount}`,
      pace: 'Takt',
      paceOf: (points: string, amount: string) =>
        `lutningen på den räta linje som ligger närmast ${points} = ${amount} per år`,
      reachedIn: 'Målet nås',
      reachedInOf: (latest: number, distance: string, pace: string, year: number) =>
        `${latest} + ${distance} ÷ ${pace}, uppåt till helt år = ${year}`,
      openSdg: 'Jämförelse: Open SDG',
      openSdgOf: (ratio: string, status: string, base: number) =>
        `årlig tillväxt sedan ${base} ÷ den som behövs = ${ratio}: ${status}`,
      note: 'Takten är en rät linje genom de senaste åren. Den är ingen prognos.',
    },
    openSdg: {
      'target-achieved': 'målet är nått',
      substantial: 'goda framsteg',
      moderate: 'måttliga framsteg',
      limited: 'små framsteg',
      deterioration: 'försämring',
    } as Record<OpenSdgProgress['status'], string>,
  },

  gap: {
    title: 'Var avståndet till målet finns',
    changeTitle: 'Var ändringen finns',
    lead: 'Det här är räkning. Den visar var ett avstånd eller en ändring finns, aldrig varför.',
    above: (amount: string, year: number, name: string) =>
      `År ${year} låg regionen ${amount} över målet. Störst del har ${name}.`,
    below: (amount: string, year: number, name: string) =>
      `År ${year} låg regionen ${amount} under målet. Störst del har ${name}.`,
    there: (year: number) => `År ${year} låg regionen på målet.`,
    subtitle: (year: number, target: string, targetYear: number) =>
      `Kommunernas delar av avståndet ${year} till målet ${target} år ${targetYear}`,
    description: (parts: string) => `Stapeldiagram över varje kommuns del. ${parts}`,
    sums: { plus: 'Över målet tillsammans', minus: 'Under målet tillsammans', total: 'Hela avståndet' },
    missing: 'inget värde',
    table: 'Så är delarna räknade',
    caption: (year: number) => `Kommunernas delar av avståndet ${year}`,
    municipality: 'Kommun',
    value: 'Värde',
    share: 'Andel av vikten',
    shareOfTarget: 'Andel av målet',
    expected: 'Jämförs med',
    part: 'Del',
    note: 'Att tänka på',
    total: 'Regionen',
    meanFormula: 'Del = andel av vikten · (värde − mål).',
    sumFormula: (year: number, decided: number) =>
      `Del = värde − andel · mål. Andelen är kommunens andel av summan ${year}, ${
        year < decided
          ? `det senaste året som har ett värde; målet beslutades ${decided}`
          : 'det år målet beslutades eller det närmast därefter som har ett värde'
      }.`,
    notes: {
      'small-weight': 'väger lite',
      'within-rounding': 'så nära att avrundningen avgör',
    } as Record<PartNote, string>,
    notAdditive: {
      median: 'Regionens värde är en median. Den kan inte delas upp på kommunerna.',
      group: 'Regionens värde är källans eget för en grupp. Det kan inte delas upp på kommunerna.',
    },
    noRegionValue: (year: number) => `Regionen har inget värde för ${year}, så avståndet kan inte delas upp.`,
    noShares: 'Målet är en summa, och det finns inget år att räkna kommunernas andelar från.',
    change: {
      summary: (from: number, to: number) => `Vad som ändrades från ${from} till ${to}`,
      finding: (amount: string, rate: string, composition: string) =>
        `Regionens värde ändrades med ${amount}. Av det finns ${rate} i kommunernas egna värden och ${composition} i deras vikter.`,
      findingSum: (amount: string) =>
        `Regionens värde ändrades med ${amount}. Hela ändringen finns i kommunernas egna värden.`,
      caption: (from: number, to: number) => `Kommunernas delar av ändringen ${from}–${to}`,
      rate: 'Eget värde',
      composition: 'Vikt',
      both: 'Tillsammans',
      formula:
        'Eget värde = ändring av värdet · medel av vikten de två åren. Vikt = ändring av vikten · (kommunens medelvärde − regionens medelvärde de två åren).',
      source: 'Kitagawa, JASA 1955',
      otherPlaces: 'Regionens värden de två åren kommer från olika kommuner och kan inte delas upp.',
    },
  },

  preliminaryPoint: 'Ihålig punkt: preliminärt värde, källan kan ändra det.',
  preliminary: 'preliminärt',
  preliminaryMark: 'p',
  preliminaryExplained: 'p: preliminärt värde, källan kan ändra det.',

  gender: {
    title: 'Kvinnor och män',
    lead: (year: number) => `Så långt källan skiljer på kvinnor och män, ${year}.`,
    caption: (year: number) => `Kvinnor och män ${year}`,
    place: 'Plats',
    women: 'Kvinnor',
    men: 'Män',
    difference: 'Kvinnor minus män',
    summary: (year: number) => `Visa kvinnor och män ${year}`,
  },

  quoting: {
    title: 'Citera',
    lead: 'Adressen är permanent. Skriv när du läste värdet, för källan kan ändra det senare.',
    sentence: (name: string, network: string, sources: string, address: string, day: string) =>
      `${name}. ${network} i Samsyn. Källa: ${sources}. ${address}, läst ${day}.`,
    source: (publisher: string, day: string | null) =>
      day === null ? publisher : `${publisher}, hämtat ${day}`,
    values: 'Varje värde i tabellen leder till en sida som säger var det kommer ifrån.',
  },
}
