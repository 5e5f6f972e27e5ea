import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sv } from '../pages/texts.sv.ts'
import { writtenIn } from './reply-text.ts'

const original = 'Hej! Hur långt har ni kommit?\n\nHälsningar\nAle kommun'
const quoted = (text: string) => text.replace(/^/gm, '> ')
const long = `Hälsningar till er alla!\n\n${'Rad.\n'.repeat(12)}`.trim()

/** What mail programs send, and what was written in it. */
const answers: Readonly<Record<string, readonly [mail: string, written: string]>> = {
  'Outlook in Swedish': [
    `Hej!\n\nVi tar gärna tisdag.\n\nMed vänlig hälsning\nÄgare (exempel)\nPlåt och Svets\n031-00 00 00\n\n________________________________\nFrån: Samsyn <svar+1@example.org>\nSkickat: den 1 december 2026 09:12\nTill: agare@example.org\nÄmne: [2026-17] Bygglov\n\n${original}`,
    'Hej!\n\nVi tar gärna tisdag.',
  ],
  'Outlook in Swedish without its line, and with stars': [
    `Ja.\n\n*Från:* Samsyn <svar+1@example.org>\n*Skickat:* den 1 december 2026\n*Ämne:* [2026-17]\n\n${original}`,
    'Ja.',
  ],
  'an older Outlook': [
    `Ja, det går bra.\n\n-----Ursprungligt meddelande-----\nFrån: Samsyn\n${original}`,
    'Ja, det går bra.',
  ],
  'Outlook on a phone': [
    `Tisdag passar.\n\nHämta Outlook för iOS<https://aka.ms/x>\n________________________________\nFrån: Samsyn`,
    'Tisdag passar.',
  ],
  'Outlook in English': [
    `Tuesday is fine.\n\nKind regards,\nOwner (example)\n\nFrom: Samsyn <svar+1@example.org>\nSent: Tuesday, December 1, 2026 9:12 AM\nTo: x\nSubject: [2026-17]\n\n${original}`,
    'Tuesday is fine.',
  ],
  'Gmail in Swedish': [
    `Ja, på tisdag.\n\nDen tis 1 dec. 2026 kl 09:12 skrev Samsyn <svar+1@example.org>:\n\n${quoted(original)}`,
    'Ja, på tisdag.',
  ],
  'Gmail in Swedish, its line broken': [
    `Ja, på tisdag.\n\nDen tis 1 dec. 2026 kl 09:12 skrev Näringslivet i regionen <\nsvar+0123456789abcdef@example.org>:\n\n${quoted(original)}\n`,
    'Ja, på tisdag.',
  ],
  'Gmail in English': [
    `Yes, on Tuesday.\n\nOn Tue, 1 Dec 2026 at 09:12, Samsyn <svar+1@example.org> wrote:\n\n${quoted(original)}`,
    'Yes, on Tuesday.',
  ],
  'Apple in Swedish': [
    `Ja, på tisdag.\n\nSkickat från min iPhone\n\n> 1 dec. 2026 kl. 09:12 skrev Samsyn <svar@example.org>:\n> \n${quoted(original)}`,
    'Ja, på tisdag.',
  ],
  'Apple in Swedish on a computer': [
    `Ja, på tisdag.\n\n1 dec. 2026 kl. 09:12 skrev Samsyn <svar@example.org>:\n\n${original}`,
    'Ja, på tisdag.',
  ],
  'Apple in English': [
    `Yes.\n\nSent from my iPhone\n\n> On 1 Dec 2026, at 09:12, Samsyn <svar@example.org> wrote:\n> \n${quoted(original)}`,
    'Yes.',
  ],
  'any program that leaves our line': [`Ja.\n\n${sv.replyAbove}\n\n${original}`, 'Ja.'],
  'a signature after two dashes': ['Ja.\n\n-- \nÄgare (exempel)\n031-00 00 00', 'Ja.'],
  'an answer between the quotes': [
    'Den tis 1 dec. 2026 kl 09:12 skrev Samsyn <a@example.org>:\n\n> Hur långt har ni kommit?\n\nHalvvägs.\n\n> När är ni klara?\n\nI mars.\n',
    'Halvvägs.\n\nI mars.',
  ],
  'an answer without anything else': [
    'Ja.\n\nVi ses den 3 mars: kl 10 skrev jag i kalendern.',
    'Ja.\n\nVi ses den 3 mars: kl 10 skrev jag i kalendern.',
  ],
  'words that look like a header': [
    'Från: Göteborg till Ale tar det en timme.\nVi kommer.',
    'Från: Göteborg till Ale tar det en timme.\nVi kommer.',
  ],
  'a greeting at the beginning of a long letter': [long, long],
  'nothing but what it answers to': [quoted('Hej'), '> Hej'],
}

describe('what is written in an answer', () => {
  test.each(Object.entries(answers))('from %s', (_, [mail, written]) => {
    expect(writtenIn(mail)).toBe(written)
    expect(writtenIn(mail.replaceAll('\n', '\r\n'))).toBe(written)
  })

  test('is never made up, and never nothing where there is something', () => {
    const marks = ['> citat', 'Från: x', 'Skickat: y', '-- ', 'Den 1 maj skrev x:', 'Mvh', '']
    const line = fc.oneof(fc.string(), fc.constantFrom(...marks))
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const mail = lines.join('\n')
        const written = writtenIn(mail)
        expect(written === '').toBe(mail.trim() === '')
        const given = new Set(mail.split(/\r\n|\r|\n/).map((one) => one.trim()))
        for (const one of written.split('\n')) expect(given).toContain(one)
      }),
    )
  })
})
