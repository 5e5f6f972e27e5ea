const list = new Intl.ListFormat('sv-SE', { type: 'conjunction' })

const kinds: Readonly<Record<string, string>> = {
  leadership: 'ledare',
  company: 'företagare',
  guest: 'gäster',
  host: 'bordsvärdar',
}
const oneOfKind: Readonly<Record<string, string>> = {
  ...kinds,
  guest: 'gäst',
  host: 'bordsvärd',
}
const mixes: Readonly<Record<string, string>> = {
  municipality: 'kommuner',
  branch: 'branscher',
  size: 'företagsstorlekar',
  organisation: 'organisationer',
}

interface Range {
  readonly atLeast?: number | undefined
  readonly atMost?: number | undefined
}

function range({ atLeast, atMost }: Range): string {
  if (atLeast !== undefined && atLeast === atMost) return `precis ${atLeast}`
  if (atLeast !== undefined && atMost !== undefined) return `${atLeast} till ${atMost}`
  return atLeast !== undefined ? `minst ${atLeast}` : `högst ${atMost ?? 0}`
}

function isOne({ atLeast, atMost }: Range): boolean {
  return (atMost ?? atLeast) === 1
}

function times(wanted: Range): string {
  return `${range(wanted)} ${isOne(wanted) ? 'gång' : 'gånger'}`
}

/** The Swedish sentences of what is demanded. */
export const rulesSv = {
  rules: {
    title: 'Krav på placeringen',
    lead: 'Vad som måste hållas, och vad som vore bra. Motorn håller varje måste om det går, och väger resten mot nya möten.',
    back: 'Till placeringen',
    ready: 'Kraven nedan är färdiga förslag, räknade ur vilka som kommer. De gäller tills du ändrar något.',
    caption: 'Krav',
    what: 'Krav',
    weight: 'Hur viktigt',
    why: 'Skäl',
    owner: 'Vems krav',
    change: 'Ändra',
    end: 'Ta bort',
    ended: 'Kravet gäller inte längre.',
    none: 'Inga krav. Motorn ger så många nya möten som möjligt.',
    must: 'måste hållas',
    weighs: (weight: string) => `vikt ${weight}`,
    rests: (names: readonly string[]) => `Vilar: ${list.format(names)} kommer inte.`,
    without: (names: readonly string[]) => `Gäller utan ${list.format(names)}, som inte kommer.`,
    add: 'Lägg till ett krav',
    kinds: {
      meet: 'Två som ska mötas',
      apart: 'Några som ska sitta isär',
      together: 'Några som ska sitta ihop',
      own: 'Hur ofta företag sitter med sin egen kommun',
      count: 'Hur många av ett slag vid varje bord',
      different: 'Hur blandat varje bord ska vara',
      'colleagues-apart': 'Kollegor sitter isär',
      wish: 'Någon önskar ett tema',
    },
    worthTitle: 'Vad ett möte är värt',
    worth:
      'Två ur olika kommunledningar som möts: 1. En kommunledning och ett företag: 1, och ytterligare 1 första gången kommunen och företaget möts alls. En gäst och någon annan: en halv. De som har mötts vid ett tidigare samtal: hälften av det. Ett kravs vikt räknas i samma mått.',
    names: {
      meet: (one: string, other: string) => `${one} och ${other} ska mötas`,
      apart: (names: readonly string[]) => `${list.format(names)} ska sitta isär`,
      together: (names: readonly string[]) => `${list.format(names)} ska sitta ihop`,
      'colleagues-apart': () => 'Kollegor ska sitta vid olika bord',
      own: (wanted: Range) => `Varje företag sitter med sin egen kommun ${times(wanted)}`,
      count: (kind: string, wanted: Range) =>
        `${range(wanted)} ${(isOne(wanted) ? oneOfKind[kind] : kinds[kind]) ?? kind} vid varje bord`,
      different: (by: string, wanted: Range) => `${range(wanted)} olika ${mixes[by] ?? by} vid varje bord`,
      wish: (name: string, theme: string) => `${name} önskar tala om ”${theme}”`,
    },
  },
  ruleForm: {
    addTitle: 'Nytt krav',
    changeTitle: 'Ändra krav',
    errorTitle: 'Kravet kan inte sparas än',
    back: 'Till kraven',
    one: 'Den ena',
    other: 'Den andra',
    person: (number: number) => `Person ${number}`,
    more: 'Fler personer',
    choose: 'Välj …',
    optional: '(kan lämnas tomt)',
    how: 'Hur ofta',
    exactly: 'precis så många gånger',
    most: 'högst så många gånger',
    least: 'minst så många gånger',
    times: 'Antal gånger',
    kind: 'Vilka',
    kinds: { leadership: 'kommunledningar', company: 'företag', guest: 'gäster', host: 'bordsvärdar' },
    by: 'Olika',
    mixes: {
      municipality: 'kommuner',
      branch: 'branscher',
      size: 'företagsstorlekar',
      organisation: 'organisationer',
    },
    atLeast: 'Minst vid varje bord',
    atMost: 'Högst vid varje bord',
    rangeHint: 'Lämna det ena tomt om det inte finns någon gräns åt det hållet.',
    wisher: 'Vem önskar',
    theme: 'Tema',
    themeHint: 'Frågor som bara tas upp vid ett bord. Den som sitter där då får sitt önskemål uppfyllt.',
    noThemes: 'Inget bord har en egen fråga. Ge ett bord en egen fråga i planeringen, så går den att önska.',
    strength: 'Hur viktigt är det?',
    must: 'Det måste hållas',
    mustHint: 'Det går före alla möten.',
    weighs: 'Det vore bra',
    weighsHint: 'Det vägs mot möten; vikten säger hur många.',
    weight: 'Vikt',
    weightHint: '1 är så mycket som ett vanligt möte. Från 0,1 till 1 000.',
    reason: 'Skäl',
    reasonHint: 'Visas när kravet inte hålls. Bara samordnaren läser det.',
    owner: 'Vems krav det är',
    save: 'Spara kravet',
  },
  errors: {
    'person-missing': 'Välj en person.',
    'people-too-few': 'Välj minst två olika personer.',
    'same-person': 'Välj två olika personer.',
    'range-missing': 'Skriv minst ett av talen.',
    'number-wrong': 'Skriv ett helt tal från 0 till 1 000.',
    'range-empty': 'Det minsta kan inte vara mer än det största.',
    'weight-wrong': 'Skriv en vikt från 0,1 till 1 000.',
    'theme-missing': 'Välj ett tema.',
    'text-too-long': 'Texten är för lång.',
    'person-not-coming': 'Personen kommer inte till samtalet.',
    unknown: 'Det här går inte att spara.',
  },
}
