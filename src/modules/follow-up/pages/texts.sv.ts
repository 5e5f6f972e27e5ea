import type { AnswerState } from '../core/answer.ts'
import type { Occasion } from '../core/letters.ts'
import type { PastedColumn, PastedProblem } from '../core/pasted.ts'

/** The Swedish sentences about the rounds of follow-up. */
export const sv = {
  rounds: {
    title: 'Uppföljning',
    lead: 'I varje omgång svarar alla kommuner på hur det går med insatserna. När omgången är slut fryses svaren, så att de alltid går att läsa och hänvisa till.',
    none: 'Ingen omgång har öppnats än.',
    open: 'Pågår',
    openLead: (day: string) => `Öppen för svar till och med ${day}`,
    passed: (day: string) => `Skulle ha besvarats senast ${day}`,
    frozen: 'Avslutade omgångar',
    frozenOn: (day: string) => `Fryst ${day}`,
    lastDay: (name: string) => `Sista dag att svara: ${name}`,
    calendar: 'Sista dagarna till din kalender (ICS)',
    begin: 'Öppna en omgång',
  },
  begin: {
    title: 'Öppna en omgång',
    lead: 'Varje näringslivsansvarig får ett enda mejl, med allt som väntar på dem och en länk dit allt besvaras på en gång.',
    nameSv: 'Vad omgången heter',
    nameSvHint: 'Till exempel ”Uppföljning hösten 2026”. Namnet ger omgången dess adress.',
    nameEn: 'På engelska',
    optional: '(kan lämnas tomt)',
    closesOn: 'Sista dag att svara',
    closesOnHint:
      'Den som inte har svarat påminns fem arbetsdagar före, en arbetsdag före och arbetsdagen efter. Helgdagar räknas inte.',
    questions: 'Frågor utöver insatserna',
    questionsHint: 'En fråga på varje rad, högst tio. Alla kommuner får samma frågor.',
    submit: 'Öppna och skicka mejlen',
    cancel: 'Avbryt',
  },
  round: {
    eyebrow: 'Uppföljning',
    open: (day: string) =>
      `Öppen för svar till och med ${day}. Kommunernas svar visas här när omgången är fryst.`,
    progress: 'Så långt har kommunerna kommit',
    counts: (answered: number, all: number) => `${answered} av ${all} kommuner har svarat.`,
    caption: 'Kommunernas svar',
    municipality: 'Kommun',
    state: 'Läge',
    answeredAt: 'Svarade',
    confirmedAt: 'Bekräftat',
    late: 'försenat',
    unchanged: 'inget ändrat',
    questions: 'Frågorna',
    deadline: 'Ny sista dag',
    move: 'Flytta',
    moved: 'Den sista dagen är flyttad.',
    freeze: 'Avsluta omgången',
    freezeLead:
      'Det som står i rutorna just nu fryses, tillsammans med svaren på frågorna. Därefter går det inte att svara, och inget i rapporten kan ändras.',
    freezeMissing: (names: string) =>
      `De här kommunerna har inte svarat, och rapporten kommer att säga det: ${names}.`,
    freezeSubmit: 'Frys rapporten',
    freezeSure: 'Ja, jag vet att det inte går att ångra',
    opened: 'Omgången är öppen. Mejlen går iväg inom någon minut.',
    report: 'Rapporten',
    frozen: (moment: string) =>
      `Fryst ${moment}. Så här stod det då; det som har hänt sedan står på insatsernas egna sidor.`,
    matrix: 'Insatserna som de stod',
    answers: 'Svar på frågorna',
    noAnswer: 'Inget svar',
    noAnswerFrom: (names: string) => `Inget svar från ${names}.`,
    words: 'Kommunernas ord',
    noWords: 'Hade inte rapporterat något.',
    intervention: 'Insats',
    status: 'Status',
    text: 'Läget',
    milestone: 'Nästa milstolpe',
    indicators: 'Indikatorerna som de var kända då',
    indicator: 'Indikator',
    value: 'Värde för regionen',
    year: 'År',
    source: 'Källa',
    noValue: 'inget värde',
    cite: 'Hänvisa så här',
    citation: (parts: { network: string; name: string; day: string; address: string }) =>
      `${parts.network}: ${parts.name}, fryst ${parts.day}. ${parts.address}`,
    checksum: 'Kontrollsumma (SHA-256)',
    download: 'Hämta som JSON',
  },
  states: {
    silent: 'Har inte svarat',
    'sent-back': 'Skickat tillbaka av ledningen',
    answered: 'Väntar på ledningen',
    confirmed: 'Bekräftat av ledningen',
  } as Record<AnswerState, string>,
  sheet: {
    title: (municipality: string) => `${municipality} svarar`,
    lead: (day: string) =>
      `Sista dag är ${day}. Allt du skriver blir offentligt när du skickar det: skriv inga personuppgifter.`,
    leadLate: (day: string) => `Sista dagen var ${day}. Svaret tas emot ändå och märks som försenat.`,
    unchangedTitle: 'Har inget ändrats?',
    unchangedLead: (count: number) =>
      count === 1
        ? 'Kommunen har sagt något om en insats. Ett tryck säger att det gäller fortfarande.'
        : `Kommunen har sagt något om ${count} insatser. Ett tryck säger att allt gäller fortfarande.`,
    unchangedLeft: 'Insatser utan svar står kvar som inte rapporterade.',
    unchanged: 'Inget har ändrats',
    paste: 'Klistra in från Excel',
    pasteLead:
      'Hämta underlaget, fyll i det, markera raderna och klistra in dem här. Inget skickas förrän du har sett det i formuläret.',
    template: 'Hämta underlaget (Excel)',
    pasteField: 'Raderna',
    pasteSubmit: 'Lägg in i formuläret',
    pasted: (count: number) =>
      `${count === 1 ? 'Ett fält är ifyllt' : `${count} fält är ifyllda`} från det du klistrade in. Läs igenom och skicka.`,
    pastedNothing: 'Inget i det du klistrade in kändes igen.',
    pasteProblem: {
      'intervention-unknown': (line, value) =>
        value === ''
          ? `Rad ${line}: det står inte vilken insats det är.`
          : `Rad ${line}: ingen insats har numret eller namnet ”${value}”.`,
      'status-unknown': (line, value) =>
        `Rad ${line}: ”${value}” är ingen status. Fältet är kvar som det var.`,
      twice: (line, value) => `Rad ${line}: insatsen ”${value}” står redan på en rad ovanför.`,
    } as Record<PastedProblem['problem'], (line: number, value: string) => string>,
    questions: 'Frågor till kommunen',
    interventions: 'Insatserna',
    isExample: 'Det som står i rutan nu är påhittat. Det ersätts av det ni skriver.',
    lastWord: (ago: string) => `Senaste ord: ${ago}.`,
    neverSaid: 'Har aldrig rapporterats. Lämna tomt om ni inte har något att säga än.',
    status: 'Status',
    noStatus: 'Välj',
    text: 'Läget',
    milestone: 'Nästa milstolpe',
    milestoneOn: 'När?',
    owner: 'Ansvarig',
    nobody: 'Ingen utsedd',
    gone: (name: string) => `${name} har lämnat kommunen. Välj någon annan.`,
    save: 'Spara utan att skicka',
    saved: 'Det du har skrivit är sparat, men inte skickat.',
    submit: 'Skicka svaret',
    draft: (name: string, moment: string) => `Här är det som ${name} sparade ${moment}. Det är inte skickat.`,
    someone: 'en kollega',
    draftChanged: (name: string) =>
      `${name} har sparat i samma formulär sedan du öppnade det. Det du skrev står kvar här; sparar eller skickar du ersätter det kollegans.`,
    autosaving: 'Sparar …',
    autosaved: 'Sparat, inte skickat',
    autosaveFailed: 'Kunde inte sparas automatiskt. Tryck på knappen för att spara.',
    answered: 'Svaret är skickat. Ledningen bekräftar det.',
    answeredBefore: (moment: string) =>
      `Kommunen svarade ${moment}. Skickar ni igen gäller det nya, och ledningen bekräftar på nytt.`,
    sentBack: 'Ledningen har skickat tillbaka svaret',
    tooLate:
      'Omgången avslutades medan du skrev, så svaret kom inte med. Det du skrev står kvar här. Säg det på insatsernas egna sidor, så kommer det med nästa gång.',
    mine: 'Det du skrev',
    sayThere: 'Säg det på insatsens sida',
    toReport: 'Till den frysta rapporten',
    withdrawn:
      'Insatsen är avslutad sedan du öppnade sidan, och kan inte längre rapporteras. Det här hade du skrivit:',
    changed: 'Någon har sagt något om insatsen medan du skrev. Nu står det:',
    answerTooLong: 'Svaret får vara högst 2 000 tecken.',
    nothingToSay: 'Det finns inget att skicka: säg något om minst en insats, eller svara på en fråga.',
    nothingUnchanged:
      'Det finns inget som kan vara oförändrat: kommunen har inte rapporterat något själv än.',
    errorTitle: 'Rätta det här först',
    read: (municipality: string) => `${municipality}s svar`,
    notAnswered: 'Kommunen har inte svarat än.',
    settle: 'Bekräfta svaret',
    settleLead:
      'Du bekräftar att det här är kommunens bild. Är något fel skickar du tillbaka det med några ord.',
    confirm: 'Bekräfta',
    sendBack: 'Skicka tillbaka',
    note: 'Vad behöver ändras?',
    noteHint: 'Behövs bara om du skickar tillbaka. Näringslivsansvarig får det som mejl.',
    confirmedOn: (moment: string) => `Bekräftat ${moment}.`,
    sentBackOn: (moment: string) => `Skickat tillbaka ${moment}.`,
    settled: 'Sparat.',
  },
  columns: {
    number: 'Nummer',
    intervention: 'Insats',
    status: 'Status',
    text: 'Läget',
    milestone: 'Nästa milstolpe',
    milestoneOn: 'Milstolpens dag',
  } as Record<PastedColumn, string>,
  toDo: {
    title: 'Uppföljning',
    answer: (name: string, municipality: string, day: string) =>
      `${name}: ${municipality} svarar senast ${day}`,
    late: (name: string, municipality: string, day: string) =>
      `${name}: ${municipality} skulle ha svarat ${day}`,
    settle: (name: string, municipality: string) => `${name}: bekräfta det som ${municipality} har svarat`,
    run: (name: string, answered: number, all: number) =>
      `${name}: ${answered} av ${all} kommuner har svarat`,
    begin: 'Öppna en omgång',
  },
  errors: {
    title: 'Rätta det här först',
    unknown: 'Fältet är inte rätt ifyllt.',
    'name-missing': 'Skriv vad omgången heter.',
    'name-too-long': 'Namnet får vara högst 120 tecken.',
    'day-invalid': 'Skriv dagen som 2026-12-11.',
    'day-passed': 'Den sista dagen måste ligga framåt i tiden.',
    'day-too-far': 'Den sista dagen ligger mer än ett år bort.',
    'too-many-questions': 'Högst tio frågor.',
    'question-too-long': 'En fråga får vara högst 300 tecken.',
    'note-missing': 'Skriv vad som behöver ändras, så att den som ska svara vet.',
    'note-too-long': 'Högst 1 000 tecken.',
    'answered-again': 'Kommunen har skickat ett nytt svar sedan du öppnade sidan. Läs det först.',
    'settled-already': 'Svaret är redan bekräftat eller tillbakaskickat.',
    'not-answered': 'Kommunen har inte svarat än.',
    'round-frozen': 'Omgången är avslutad.',
    'not-sure': 'Kryssa i att du vet att det inte går att ångra.',
  },
  letters: {
    subject: {
      opened: (name: string, day: string) => `${name}: svara senast ${day}`,
      'week-before': (name: string, day: string) => `Påminnelse: ${name}, svara senast ${day}`,
      'day-before': (name: string, day: string) => `Snart sista dag: ${name}, ${day}`,
      'day-after': (name: string, day: string) => `Försenat: ${name} skulle ha besvarats ${day}`,
    } as Record<Occasion, (name: string, day: string) => string>,
    hello: (name: string) => `Hej ${name}!`,
    asked: (name: string, day: string) =>
      `Nätverket följer upp insatserna: ${name}. Svara senast ${day}. Allt besvaras på en sida, och har inget ändrats räcker ett tryck.`,
    late: (name: string, day: string) =>
      `Sista dag för ${name} var ${day}, och svaret saknas än. Det tas emot tills samordnaren avslutar omgången, och märks som försenat.`,
    due: (municipality: string) => `Det här väntar i ${municipality}:`,
    nothingDue: (municipality: string) =>
      `I ${municipality} är alla insatser rapporterade och aktuella. Säg bara att inget har ändrats.`,
    answerHere: (municipality: string) => `Svara för ${municipality} här:`,
    sentBackSubject: (name: string) => `Skickat tillbaka: ${name}`,
    sentBack: (name: string) => `Ledningen har skickat tillbaka kommunens svar på ${name}, med de här orden:`,
    silenceSubject: (name: string) => `${name}: de här har inte svarat`,
    silence: (name: string, day: string) =>
      `Sista dag för ${name} var ${day}. De här kommunerna har inte svarat:`,
    silenceHere: 'Se hur långt alla har kommit, flytta den sista dagen eller avsluta omgången:',
    more: (count: number) => `… och ${count} till.`,
  },
}
