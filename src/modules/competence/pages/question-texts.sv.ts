import type { FactName } from '../core/facts.ts'

/** One question of the finder. */
export interface Question {
  /** The whole question, as it is asked. */
  readonly ask: string
  /** What it is about, in a word or two. */
  readonly short: string
  readonly hint?: string
  /** What can be chosen, by its name. */
  readonly choices?: Readonly<Record<string, string>>
  /** What stands after a number. */
  readonly unit?: string
}

/** The finder's questions in Swedish. */
export const questionsSv: Readonly<Record<FactName, Question>> = {
  purpose: {
    ask: 'Vad ska utbildningen vara till för?',
    short: 'Syfte',
    hint: 'Lagen skiljer på de två: det som bara arbetsgivaren behöver ska arbetsgivaren stå för.',
    choices: {
      employer: 'Något som behövs just hos oss, för det arbete vi har',
      person: 'Något som gör den anställda starkare på arbetsmarknaden i stort',
    },
  },
  municipality: { ask: 'I vilken kommun ligger arbetsplatsen?', short: 'Kommun' },
  sector: {
    ask: 'Vad är ni för slags arbetsgivare?',
    short: 'Arbetsgivare',
    choices: {
      private: 'Privat företag',
      municipal: 'Kommun, region eller kommunalt bolag',
      state: 'Staten',
      civil: 'Förening, stiftelse eller kooperativ',
    },
  },
  transition: {
    ask: 'Vilken omställningsorganisation hör den anställda till?',
    short: 'Omställningsorganisation',
    hint: 'Den står i kollektivavtalet, eller går att slå upp på nysteget.se.',
    choices: {
      tsl: 'TSL (arbetare, privat sektor)',
      trr: 'TRR (tjänstemän, privat sektor)',
      trs: 'TRS (ideell sektor, scenkonst)',
      omstallningsfonden: 'Omställningsfonden (kommun, region, Sobona)',
      trygghetsstiftelsen: 'Trygghetsstiftelsen (staten)',
      other: 'En annan',
      none: 'Ingen',
    },
  },
  agreement: {
    ask: 'Vilket avtal om omställning har arbetsgivaren?',
    short: 'Avtal',
    choices: {
      main: 'Kollektivavtal med huvudavtalet om omställning',
      insurance: 'Bara en omställningsförsäkring eller ett hängavtal',
      other: 'Ett annat kollektivavtal',
      none: 'Inget kollektivavtal',
    },
  },
  employees: { ask: 'Hur många anställda har ni?', short: 'Anställda', hint: '0 om ni inte har någon.' },
  role: {
    ask: 'Vad har den som ska utbildas för anställning?',
    short: 'Anställning',
    choices: { worker: 'Arbetare', salaried: 'Tjänsteman', owner: 'Driver företaget' },
  },
  eligible: {
    ask: 'Har personen gymnasieexamen, eller motsvarande kunskaper?',
    short: 'Behörighet',
  },
  knows: { ask: 'Kan personen redan en väsentlig del av det kursen lär ut?', short: 'Förkunskaper' },
  together: { ask: 'Söker ni tillsammans med andra organisationer?', short: 'Tillsammans med andra' },
  industry: {
    ask: 'I vilken bransch är ni?',
    short: 'Bransch',
    choices: {
      construction: 'Bygg',
      cleaning: 'Städ',
      manufacturing: 'Industri',
      care: 'Vård och omsorg',
      other: 'En annan',
    },
  },
  engineer: { ask: 'Är personen ingenjör eller arbetar som en?', short: 'Ingenjör' },
  shortTime: { ask: 'Har ni fått stöd för korttidsarbete beviljat?', short: 'Korttidsarbete' },
  turnover: {
    ask: 'Hur stor var nettoomsättningen i det senaste bokslutet?',
    short: 'Omsättning',
    unit: 'miljoner kronor',
  },
  age: { ask: 'Hur många år fyller personen i år?', short: 'Ålder', unit: 'år' },
  monthsWorked: {
    ask: 'Hur många månader har personen arbetat under de senaste 14 åren?',
    short: 'Månader av 14 år',
    hint: '8 år är 96 månader. Räkna från det år personen fyllde 19. Högst 24 av månaderna får vara sjuk- eller föräldraledighet.',
    unit: 'månader',
  },
  monthsRecent: {
    ask: 'Under hur många av de senaste 24 månaderna har personen arbetat?',
    short: 'Månader av 24',
    hint: 'Räkna månader med minst 16 timmar i veckan.',
    unit: 'månader',
  },
  hours: { ask: 'Hur många timmar i veckan arbetar personen?', short: 'Timmar i veckan', unit: 'timmar' },
  citizen: {
    ask: 'Är personen svensk medborgare, eller likställd?',
    short: 'Medborgare',
    hint: 'EU-medborgare och de med permanent uppehållstillstånd är ofta likställda.',
  },
  inSweden: { ask: 'Ges utbildningen i Sverige?', short: 'Utbildning i Sverige' },
  completed: { ask: 'Har personen redan gått utbildningen och fått betyg?', short: 'Redan genomgången' },
  salaried: { ask: 'Betalar ni lön för studietiden?', short: 'Lön för studierna' },
  granted: { ask: 'Har personen fått omställningsstudiestöd av CSN?', short: 'Omställningsstudiestöd' },
  days: {
    ask: 'Hur många dagar är kursen, räknat på heltid?',
    short: 'Kursens längd',
    hint: 'En vecka är 5 dagar, en termin omkring 100.',
    unit: 'dagar',
  },
  pace: { ask: 'I vilken takt läser personen?', short: 'Studietakt', unit: 'procent av heltid' },
  income: {
    ask: 'Vilken årsinkomst har personen före skatt?',
    short: 'Årsinkomst',
    hint: 'Visar hur stort stödet blir. Avgör inte om det passar.',
    unit: 'kronor',
  },
}
