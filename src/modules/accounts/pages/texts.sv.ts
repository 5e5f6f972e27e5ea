import type { Role } from '../core/actor.ts'

/** Every Swedish sentence of the module. */
export const sv = {
  roles: {
    partner: 'Samarbetspart',
    officer: 'Näringslivsansvarig',
    leader: 'Kommunledning',
    coordinator: 'Samordnare',
    operator: 'Driftansvarig',
  } as Record<Role, string>,
  roleIn: (role: string, municipality: string) => `${role}, ${municipality}`,

  errors: {
    title: 'Rätta det här först',
    'email-missing': 'Skriv din e-postadress.',
    'email-invalid': 'Adressen ser inte ut som en e-postadress. Den ska likna namn@kommun.se.',
    'name-missing': 'Skriv personens namn eller befattning.',
    'name-too-long': 'Namnet får vara högst 120 tecken.',
    'role-missing': 'Välj en roll.',
    'municipality-missing': 'Rollen gäller en kommun. Välj vilken.',
    'municipality-unknown': 'Kommunen finns inte i nätverket. Välj en i listan.',
    'role-held-already': 'Personen har redan den rollen.',
    'not-allowed': 'Det får bara samordnaren göra.',
    'not-a-member': 'Personen finns inte i nätverket.',
    'not-held': 'Rollen är redan borttagen.',
    'last-coordinator': 'Nätverket måste ha minst en samordnare. Ge rollen till någon annan först.',
    'too-many-tries': 'Det har bett om många länkar på kort tid. Vänta en kvart och försök igen.',
    unknown: 'Fältet är inte rätt ifyllt.',
  },

  signIn: {
    title: 'Logga in',
    lead: 'Vi skickar en länk till din e-post. Den gäller i 15 minuter och kan användas en gång. Du behöver inget lösenord.',
    email: 'E-postadress',
    send: 'Skicka länk',
    sentTitle: 'Titta i din e-post',
    sent: 'Om adressen hör till någon i nätverket kommer ett brev med en länk inom någon minut.',
    notArrived:
      'Kom det inget brev? Titta i skräpposten. Annars är adressen kanske inte inbjuden: fråga samordnaren.',
    showMailbox: 'Visa lokala brev',
    again: 'Skicka till en annan adress',
    who: 'Inloggning är för dem som arbetar i nätverket. Allt som är offentligt kan läsas utan att logga in.',
  },
  link: {
    title: 'Logga in',
    lead: 'Tryck på knappen för att bli inloggad på den här enheten i 14 dagar.',
    go: 'Logga in nu',
    failedTitle: 'Länken gäller inte längre',
    failed: 'Den är äldre än 15 minuter, eller redan använd. Be om en ny.',
    again: 'Be om en ny länk',
  },

  people: {
    title: 'Personer och roller',
    lead: 'De som arbetar i nätverket och vad de får göra. Bara samordnaren ser sidan.',
    invite: 'Bjud in en person',
    name: 'Namn',
    email: 'E-post',
    roles: 'Roller',
    noRole: 'Ingen roll nu',
    invited: 'Inbjudan är skickad.',
    empty: 'Inga personer än.',
  },
  invite: {
    title: 'Bjud in en person',
    lead: 'Personen får ett brev med en länk att logga in med.',
    name: 'Namn eller befattning',
    nameHint: 'Så som det ska stå för andra i nätverket.',
    role: 'Roll',
    chooseRole: 'Välj roll',
    municipality: 'Kommun',
    municipalityHint: 'Behövs för näringslivsansvarig och kommunledning.',
    noMunicipality: 'Gäller hela nätverket',
    organisation: 'Organisation',
    organisationHint: 'För samarbetsparter: vars stöd personen håller rätt. Finns den inte läggs den till.',
    send: 'Skicka inbjudan',
  },
  person: {
    held: 'Roller nu',
    since: (day: string) => `sedan ${day}`,
    take: 'Ta tillbaka',
    give: 'Ge en roll till',
    giveButton: 'Ge rollen',
    saved: 'Ändringen är sparad och står i händelseloggen.',
    none: 'Personen har ingen roll nu och kan inte logga in.',
  },

  letters: {
    signIn: (link: string) => ({
      subject: 'Din länk för att logga in i Samsyn',
      body: `Hej!\n\nÖppna länken för att logga in:\n${link}\n\nDen gäller i 15 minuter och kan användas en gång. Har du inte bett om den kan du låta brevet vara.\n`,
    }),
    invitation: (link: string) => ({
      subject: 'Du är inbjuden till Samsyn',
      body: `Hej!\n\nDu har fått en roll i nätverket. Öppna länken för att logga in första gången:\n${link}\n\nLänken gäller i 15 minuter. Är den för gammal går du till inloggningen och ber om en ny med den här e-postadressen.\n`,
    }),
  },
}
