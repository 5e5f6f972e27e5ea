/** What a company reads of its matter when it is sent, in Swedish. */
export const thread = {
  eyebrow: (number: string) => `Ärende ${number}`,
  receipt: {
    title: 'Ert ärende är skickat',
    lead: (number: string) => `Det har nummer ${number}. En människa läser det.`,
    next: 'Vad som händer nu',
    firstWord: (day: string) => `Ni får ett första svar senast den ${day}.`,
    plan: (day: string) => `Ni får en plan senast den ${day}: vad som görs, av vem och när.`,
    address: 'Er privata adress',
    addressText:
      'Där följer ni ärendet, lägger till och svarar. Den som har adressen kan läsa allt, så spara den och lämna den inte till någon annan.',
    mailed: 'Vi har också mejlat den till er.',
    notMailed:
      'Ni gav ingen e-postadress. Spara adressen nu, till exempel som bokmärke: utan den kan ingen öppna ärendet åt er.',
    follow: 'Följ ärendet',
  },
  status: 'Så ligger det till',
  who: 'Vem som har det',
  triage:
    'Nätverkets samordnare läser ert ärende och ser till att det kommer till den kommun som kan hjälpa er.',
  firstWord: 'Första svaret',
  plan: 'Planen',
  by: (day: string) => `Kommer senast den ${day}`,
  late: (day: string) => `Skulle ha kommit senast den ${day}. Det är försenat.`,
  came: (day: string) => `Kom den ${day}`,
  state: 'Läge',
  states: {
    open: 'Kommunerna arbetar med det',
    unanswered: 'Skickat. Ingen har svarat än.',
    waiting: 'Kommunerna väntar på svar från er',
    closed: 'Avslutat',
  },
  outcomes: {
    solved: 'Avslutat: löst',
    partly: 'Avslutat: delvis löst',
    explained: 'Avslutat: kommunen har förklarat varför det är som det är',
    'not-possible': 'Avslutat: det gick inte, och kommunen har sagt varför',
    withdrawn: 'Ni har tagit tillbaka ärendet',
  },
  verdictIs: {
    solved: 'Ni har sagt: löst',
    partly: 'Ni har sagt: delvis löst',
    not: 'Ni har sagt: inte löst',
  },
  verdictTerm: 'Ert svar',
  joined: 'Det besvaras tillsammans med andra ärenden om samma sak. Ni får svaret här.',
  said: 'Allt som har sagts',
  you: 'Ni',
  coordinator: 'Samordnaren',
  townHalls: 'Kommunerna',
  kinds: {
    message: '',
    plan: 'Plan',
    outcome: 'Besked',
    verdict: 'Svarade om det löste sig',
    reopened: 'Öppnade ärendet igen',
    withdrawn: 'Tog tillbaka ärendet',
  },
  scans: {
    waiting: 'genomsöks efter skadlig kod, kan hämtas snart',
    infected: 'innehöll skadlig kod och är borttagen; skicka den inte igen utan att rensa den',
  },
  add: 'Lägg till eller svara',
  addText: 'Det ni skriver går direkt till den som har ärendet.',
  message: 'Meddelande',
  send: 'Skicka',
  verdict: {
    title: 'Löste det sig?',
    lead: 'Ert svar visas för kommunen och räknas i statistiken. Ni kan ändra er.',
    label: 'Löste det sig?',
    choices: { solved: 'Ja, det är löst', partly: 'Delvis', not: 'Nej' },
    text: 'Vill ni säga något mer?',
    send: 'Svara',
  },
  reopen: {
    title: 'Är något kvar?',
    lead: 'Öppna ärendet igen. Det går till den som hade det, och ni får ett nytt första svar lika snart som förut.',
    why: 'Vad är kvar att lösa?',
    send: 'Öppna igen',
  },
  contact: {
    title: 'Era uppgifter',
    lead: 'Byter ni e-postadress mejlar vi den privata adressen till den nya, och säger till den gamla.',
    send: 'Spara uppgifterna',
  },
  access: {
    title: 'Vem som har läst',
    lead: 'När någon i kommunerna öppnar ert ärende antecknas det. Ni ser samma anteckningar som de.',
    none: 'Ingen har läst det än.',
    coordinator: 'samordnare',
    did: {
      read: 'läste ärendet',
      file: 'hämtade en fil',
      shared: 'släppte in en kommun till',
      'passed-on': 'lämnade ärendet vidare',
      exported: 'skrev ut ärendet till sitt diarium',
    },
    times: (count: number) => (count === 1 ? '' : ` (${count} gånger)`),
  },
  withdraw: {
    title: 'Ta tillbaka ärendet',
    lead: 'Ärendet avslutas och ingen arbetar mer med det. Det som redan är skickat är en allmän handling och finns kvar hos kommunen.',
    why: 'Varför, om ni vill säga det',
    sure: 'Ja, vi vill ta tillbaka ärendet',
    send: 'Ta tillbaka',
  },
  erase: {
    title: 'Be att era uppgifter raderas',
    lead: 'Gäller namn, e-postadress, telefon och företaget som står som avsändare. En människa svarar er inom en månad. Det ni har skickat är en allmän handling hos kommunen, och den får bara radera det som lagen och dess egna beslut om gallring tillåter. Svaret säger vad som är raderat, och varför om något är kvar.',
    send: 'Be om radering',
    asked: (day: string) => `Ni har bett att era uppgifter raderas. Svaret kommer senast den ${day}.`,
    erased: 'Era uppgifter är raderade.',
    kept: 'Ni har bett att era uppgifter raderas. Lagen kräver att de finns kvar; varför står i brevet ni har fått.',
  },
  did: {
    erase: 'Er begäran har gått till en människa, som svarar inom en månad.',
    say: 'Skickat. Den som har ärendet får det nu.',
    verdict: 'Tack. Kommunen ser ert svar.',
    reopen: 'Ärendet är öppet igen, och den som hade det har fått veta det.',
    withdraw: 'Ärendet är tillbakataget.',
    contact: 'Uppgifterna är sparade.',
  },
  letters: {
    receipt: {
      subject: (number: string) => `[${number}] Ert ärende är skickat`,
      body: (firstWord: string, plan: string, address: string) =>
        `Hej!

Ni har skickat ett ärende till kommunerna. En människa läser det.

Ett första svar kommer senast den ${firstWord}, och en plan senast den ${plan}.

Här följer ni ärendet, lägger till och svarar. Den som har adressen kan läsa allt, så lämna den inte till någon annan:
${address}

Har ni inte skickat något ärende? Då har någon skrivit fel e-postadress. Kasta det här mejlet.
`,
    },
    draft: {
      subject: 'Fortsätt skriva till kommunerna',
      body: (day: string, address: string) =>
        `Hej!

Här fortsätter ni där ni var. Det ni har skrivit finns kvar till den ${day}. Den som har adressen kan läsa och ändra, så lämna den inte till någon annan:
${address}

Har ni inte bett om det här? Då har någon skrivit fel e-postadress. Kasta mejlet.
`,
    },
    newAddress: {
      subject: (number: string) => `[${number}] Här följer ni ert ärende`,
      body: (address: string) =>
        `Hej!

Den här e-postadressen hör nu till ett ärende hos kommunerna. Här följer ni det, lägger till och svarar:
${address}

Känner ni inte till ärendet? Då har någon skrivit fel e-postadress. Kasta mejlet.
`,
    },
    answerer: {
      occasions: {
        said: 'Företaget har skrivit',
        verdict: 'Företaget har sagt om det löste sig',
        reopened: 'Företaget har öppnat ärendet igen',
        withdrawn: 'Företaget har tagit tillbaka ärendet',
        erasure: 'Företaget har bett att deras uppgifter raderas',
      },
      body: (what: string, address: string) =>
        `Hej!

${what}. Läs och svara här:
${address}

Svarar du på mejlet blir det ett utkast i ärendet, som du läser igenom och skickar därifrån.

Du får mejlet för att du har ärendet, eller för att ingen annan har det än.
`,
    },
    over: {
      subject: 'Ert mejl kom till ett ärende som är över',
      body: (address: string) =>
        `Hej!

Ni svarade på ett mejl i ett ärende som är borttaget eller tillbakataget sedan länge. Ert svar står därför inte i något ärende. Nätverkets samordnare har fått mejlet.

Vill ni att en kommun gör något åt saken? Skicka ett nytt ärende:
${address}
`,
    },
    oldAddress: {
      subject: (number: string) => `[${number}] E-postadressen är bytt`,
      body: (number: string) =>
        `Hej!

Ärende ${number} har fått en annan e-postadress, och svaren kommer inte längre hit. Er privata adress gäller som förut. Var det inte ni som bytte? Öppna den och byt tillbaka.
`,
    },
  },
}
