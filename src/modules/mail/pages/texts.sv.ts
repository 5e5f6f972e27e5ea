/** Every Swedish sentence of the module. */
export const sv = {
  title: 'Lokala brev',
  lead: 'Ingen e-postserver är inställd. Breven stannar här, på den här datorn, i stället för att skickas.',
  empty: 'Inga brev än.',
  to: 'Till',
  refresh: 'Uppdatera',
  /** Above everything in a letter that can be answered; what a mail program quotes begins with it. */
  replyAbove: '## Svara ovanför den här raden · Reply above this line ##',
}
