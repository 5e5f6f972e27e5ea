import type { ReadingTexts } from './reading-texts.ts'

/** Every English sentence of how figures are read. */
export const en: ReadingTexts = {
  signal: {
    title: 'Is it unusual?',
    lead: 'All figures go up and down a little from year to year. Here the usual is told apart from the unusual.',
    word: {
      'better-than-usual': 'Better than usual',
      'worse-than-usual': 'Worse than usual',
      'unlike-usual': 'Unusual',
      'rising-trend': 'Rising trend',
      'falling-trend': 'Falling trend',
      usual: 'Within the usual',
      'not-enough-data': 'Too few years to tell',
    },
    after: {
      'better-than-usual': 'better than usual',
      'worse-than-usual': 'worse than usual',
      'unlike-usual': 'unusual',
      'rising-trend': 'rising trend',
      'falling-trend': 'falling trend',
      usual: 'within the usual',
      'not-enough-data': 'too few years to tell',
    },
    turned: (word) => `but the value is still ${word}`,
    againstTrend: { 'rising-trend': 'but the trend is rising', 'falling-trend': 'but the trend is falling' },
    over: (years) => `Over ${years === 1 ? 'one year' : `${years === 5 ? 'five' : years} years`}`,
    noEarlier: (asked) => `no value from ${asked} to compare with`,
    acrossBreak: (since, from) => `cannot be compared with ${since}, for the series breaks in ${from}`,
    usual: (lower, upper, from, to) =>
      `In ${from}–${to} the value normally varies between ${lower} and ${upper}. A change within that span may be chance.`,
    values: (there, needed) =>
      `The series has ${there} comparable ${there === 1 ? 'value' : 'values'}. It takes ${needed} to say what is usual.`,
    ranges: (there, needed) =>
      `The series has ${there} ${there === 1 ? 'pair' : 'pairs'} of years in a row. It takes ${needed} to say what is usual.`,
    sinceBreak: (from) => `The series broke in ${from}, so older years are not counted.`,
    trend: {
      'rising-trend': (from, to) =>
        `The value has risen over time, ${from}–${to}, and keeps no level. That it is higher than before is therefore nothing unusual.`,
      'falling-trend': (from, to) =>
        `The value has fallen over time, ${from}–${to}, and keeps no level. That it is lower than before is therefore nothing unusual.`,
    },
    provisional: (count) =>
      `The limits are provisional, for they are made of ${count} values. With twelve they become firmer.`,
    /** By the side on which it lies, or towards which it goes. */
    cause: {
      beyond: {
        above: (year, upper) => `${year} lies above the usual, which ends at ${upper}.`,
        below: (year, lower) => `${year} lies below the usual, which begins at ${lower}.`,
      },
      run: {
        above: (years, centre) => `${years} years in a row lie above the mean, ${centre}.`,
        below: (years, centre) => `${years} years in a row lie below the mean, ${centre}.`,
      },
      far: {
        above: (count, of) => `At least ${count} of ${of} years in a row lie some way above the mean.`,
        below: (count, of) => `At least ${count} of ${of} years in a row lie some way below the mean.`,
      },
      trend: {
        above: (years) => `The value has risen ${years} years in a row.`,
        below: (years) => `The value has fallen ${years} years in a row.`,
      },
      near: (count, of) => `At least ${count} of ${of} years in a row lie near the limit of the usual.`,
      alternating: (years) => `The value has gone up and down by turns for ${years} years.`,
      hugging: (years) => `${years} years in a row lie unusually near the mean.`,
      avoiding: (years) => `${years} years in a row lie some way from the mean, on both sides.`,
      range: (amount) => `The change from the year before is larger than usual, which is at most ${amount}.`,
    },

    chartTitle: (place, word, year) => `${place} ${year}: ${word}`,
    chartSubtitle: (unit) => `${unit}. The shaded band is the usual.`,
    chartDescription: (place, from, to, finding) =>
      `Process chart of ${place} ${from}–${to} with the mean and the limits of the usual. ${finding} The values are in the table All values.`,
    labels: {
      upper: (value) => `Upper limit ${value}`,
      centre: (value) => `Mean ${value}`,
      lower: (value) => `Lower limit ${value}`,
    },
    mark: (rule, years) => `${rule}: ${years}.`,
    rangeRule: 'An unusually large change from the year before',
    rule: {
      'beyond-limits': () => 'Outside the limits',
      run: (n) => `${n} in a row on the same side of the mean`,
      'near-limit': (count, of, sigmas) =>
        `${count} of ${of} in a row more than ${sigmas} sigma from the mean, on the same side`,
      trend: (n) => `${n} in a row rising or falling`,
      alternating: (n) => `${n} in a row up and down by turns`,
      hugging: (n) => `${n} in a row within 1 sigma of the mean`,
      avoiding: (n) => `${n} in a row more than 1 sigma from the mean`,
    },
    empty: 'Too few values for a process chart.',

    how: (place) => `How we have calculated: ${place}`,
    method: (standard, from, to, count) =>
      `A process chart of individual values (XmR) with the rules of ${standard}, made of ${count} values ${from}–${to}.`,
    formula: {
      centre: 'Mean',
      centreOf: (count, value) => `the mean of ${count} values = ${value}`,
      range: 'Usual change from year to year',
      rangeOf: (count, value) => `the mean of ${count} changes, without sign = ${value}`,
      limits: 'Limits of the usual',
      limitsOf: (centre, factor, range, lower, upper) =>
        `${centre} ± ${factor} · ${range} = ${lower} to ${upper}`,
      upperRange: 'Largest usual change in a year',
      upperRangeOf: (factor, range, value) => `${factor} · ${range} = ${value}`,
      rules: 'Patterns that count as unusual',
      sources: 'Sources',
    },
    sources: {
      nist: 'NIST/SEMATECH, Handbook of Statistical Methods 6.3.2.2',
      anhoej: 'Anhøj and Olesen, PLOS ONE 2014',
    },
    standards: {
      'western-electric': 'Western Electric (1956)',
      nelson: 'Nelson (1984)',
      'making-data-count': 'NHS Making Data Count',
    },
    choose: 'Rules for what is unusual',
    show: 'Show',
    second: 'A second method, Anhøj’s rules for run charts',
    secondSteady: (median) =>
      `The values go back and forth around the median, ${median}, as chance does. The method sees no lasting change.`,
    secondShifted: (median) =>
      `The values stay on one side of the median, ${median}, longer than chance would. The method sees a lasting change.`,
    secondNumbers: (longest, usual, crossings, fewest, useful) =>
      `Longest run on one side: ${longest} (usually at most ${usual}). Changes of side: ${crossings} (usually at least ${fewest}). Counted on ${useful} values that do not lie on the median.`,
    secondTooFew: (there, needed) => `Too few values: ${there} do not lie on the median, it takes ${needed}.`,
  },

  target: {
    title: 'Targets',
    label: (year, value) => `Target ${year}: ${value}`,
    labelFor: (place, year, value) => `${place}, target ${year}: ${value}`,
    labelOf: (place, year, value) => `${place}: ${value} in ${year}`,
    of: (place) => `Target for ${place}`,
    ofRegion: 'Target for the region',
    decided: (by, day) => `Decided by ${by} on ${day}.`,
    decision: (target) => `Read the decision about ${target}`,
    all: 'All targets, earlier ones and who decided them',
    none: 'No target is decided for the region.',
    noneOf: (place) => `No target is decided for the region or ${place}.`,
    addAndAll: 'Write down or withdraw targets',
    short: (value, year, word) => `Target ${value} in ${year}: ${word}`,
    shortOnly: (value, year) => `Target ${value} in ${year}`,
    word: {
      reached: 'Reached',
      missed: 'Not reached',
      'on-pace': 'On pace',
      'too-slow': 'Too slow',
      'wrong-way': 'The wrong way',
      'not-enough-data': 'Too few years to tell',
      'no-value': 'No value yet',
      'no-direction': 'Cannot be judged',
      'across-break': 'Cannot be compared',
    },
    distance: (amount) => `${amount} left to the target.`,
    pace: (pace, reachedIn, year) => `${pace} a year reaches it in ${reachedIn}; the target is ${year}.`,
    needed: (amount, year) => `It takes ${amount} a year until ${year}.`,
    still: (pace) => `The pace, ${pace} a year, is too small to be seen.`,
    wrongWay: (pace) => `The value moves away from the target, ${pace} a year.`,
    mayBeChance: 'The value has changed as it usually does, so the pace may be chance.',
    reached: (value, year) => `The target is reached: ${value} in ${year}.`,
    missed: (value, year, amount) => `The target was not reached: ${value} in ${year}, ${amount} away.`,
    tooFew: (there, needed) =>
      `The pace cannot be calculated: the series has ${there} of the ${needed} values it takes.`,
    noValue: 'There is no value to compare with the target yet.',
    noDirection: 'Nobody has decided whether high or low is best, so the target cannot be judged.',
    acrossBreak: (from) =>
      `The target was decided before the series broke in ${from}. Later values are counted in another way and cannot be compared with it.`,
    formula: {
      distance: 'Distance',
      distanceOf: (target, latest, year, amount) =>
        `target ${target} − value ${latest} (${year}) = ${amount}`,
      needed: 'Needed a year',
      neededOf: (distance, years, amount) =>
        `${distance} ÷ ${years} ${years === 1 ? 'year' : 'years'} = ${amount}`,
      pace: 'Pace',
      paceOf: (points, amount) =>
        `the slope of the straight line that lies nearest to ${points} = ${amount} a year`,
      reachedIn: 'Reached in',
      reachedInOf: (latest, distance, pace, year) =>
        `${latest} + ${distance} ÷ ${pace}, up to a whole year = ${year}`,
      openSdg: 'For comparison: Open SDG',
      openSdgOf: (ratio, status, base) =>
        `yearly growth since ${base} ÷ the growth needed = ${ratio}: ${status}`,
      note: 'The pace is a straight line through the latest years. It is no forecast.',
    },
    openSdg: {
      'target-achieved': 'target achieved',
      substantial: 'substantial progress',
      moderate: 'moderate progress',
      limited: 'limited progress',
      deterioration: 'deterioration',
    },
  },

  gap: {
    title: 'Where the distance to the target lies',
    changeTitle: 'Where the change lies',
    lead: 'This is arithmetic. It shows where a distance or a change lies, never why.',
    above: (amount, year, name) =>
      `In ${year} the region was ${amount} above the target. The largest part is in ${name}.`,
    below: (amount, year, name) =>
      `In ${year} the region was ${amount} below the target. The largest part is in ${name}.`,
    there: (year) => `In ${year} the region was at the target.`,
    subtitle: (year, target, targetYear) =>
      `The municipalities’ parts of the distance in ${year} to the target ${target} in ${targetYear}`,
    description: (parts) => `Bar chart of each municipality’s part. ${parts}`,
    sums: {
      plus: 'Above the target together',
      minus: 'Below the target together',
      total: 'The whole distance',
    },
    missing: 'no value',
    table: 'How the parts are calculated',
    caption: (year) => `The municipalities’ parts of the distance in ${year}`,
    municipality: 'Municipality',
    value: 'Value',
    share: 'Share of the weight',
    shareOfTarget: 'Share of the target',
    expected: 'Held against',
    part: 'Part',
    note: 'To keep in mind',
    total: 'The region',
    meanFormula: 'Part = share of the weight · (value − target).',
    sumFormula: (year, decided) =>
      `Part = value − share · target. The share is the municipality’s share of the sum in ${year}, ${
        year < decided
          ? `the latest year with a value; the target was decided in ${decided}`
          : 'the year of the decision or the nearest after it that has a value'
      }.`,
    notes: {
      'small-weight': 'weighs little',
      'within-rounding': 'so near that rounding decides',
    },
    notAdditive: {
      median: 'The region’s value is a median. It cannot be divided among the municipalities.',
      group:
        'The region’s value is the source’s own for a group. It cannot be divided among the municipalities.',
    },
    noRegionValue: (year) => `The region has no value for ${year}, so the distance cannot be divided.`,
    noShares: 'The target is a sum, and there is no year to count the municipalities’ shares from.',
    change: {
      summary: (from, to) => `What changed from ${from} to ${to}`,
      finding: (amount, rate, composition) =>
        `The region’s value changed by ${amount}. Of this, ${rate} lies in the municipalities’ own values and ${composition} in their weights.`,
      findingSum: (amount) =>
        `The region’s value changed by ${amount}. All of it lies in the municipalities’ own values.`,
      caption: (from, to) => `The municipalities’ parts of the change ${from}–${to}`,
      rate: 'Own value',
      composition: 'Weight',
      both: 'Together',
      formula:
        'Own value = change of the value · mean of the weight in the two years. Weight = change of the weight · (the municipality’s mean value − the region’s mean value in the two years).',
      source: 'Kitagawa, JASA 1955',
      otherPlaces:
        'The region’s values of the two years come from different municipalities and cannot be divided.',
    },
  },

  preliminaryPoint: 'Hollow point: a preliminary value, the source may change it.',
  preliminary: 'preliminary',
  preliminaryMark: 'p',
  preliminaryExplained: 'p: a preliminary value, the source may change it.',

  gender: {
    title: 'Women and men',
    lead: (year) => `As far as the source tells women and men apart, ${year}.`,
    caption: (year) => `Women and men ${year}`,
    place: 'Place',
    women: 'Women',
    men: 'Men',
    difference: 'Women minus men',
    summary: (year) => `Show women and men ${year}`,
  },

  quoting: {
    title: 'Quote',
    lead: 'The address is permanent. Write when you read the value, for the source may change it later.',
    sentence: (name, network, sources, address, day) =>
      `${name}. ${network}, in Samsyn. Source: ${sources}. ${address}, read on ${day}.`,
    source: (publisher, day) => (day === null ? publisher : `${publisher}, retrieved ${day}`),
    values: 'Each value in the table leads to a page that says where it comes from.',
  },
}
