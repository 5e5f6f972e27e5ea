import type { Texts } from './texts.ts'

/** Every English sentence of the module. */
export const en: Texts = {
  title: 'Local letters',
  lead: 'No mail server is set. The letters stay here, on this computer, instead of being sent.',
  empty: 'No letters yet.',
  to: 'To',
  refresh: 'Refresh',
  /** Above everything in a letter that can be answered; what a mail program quotes begins with it. */
  replyAbove: '## Reply above this line · Svara ovanför den här raden ##',
}
