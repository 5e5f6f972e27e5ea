import { describe, expect, test } from 'vitest'
import { networkFormFor } from './network-form.ts'

const filled = {
  nameSv: 'Fyra kommuner',
  nameEn: 'Four municipalities',
  aboutSv: 'Vi är fyra.',
  aboutEn: 'We are four.',
  contactSv: 'Ring 010.',
  contactEn: 'Call 010.',
  person: 'Eva Ek',
  email: 'Eva.Ek@Example.se',
}

function errorsOf(typed: Record<string, string>, reader: 'sv' | 'en' = 'sv'): Record<string, string> {
  const parsed = networkFormFor(reader).safeParse(typed)
  if (parsed.success) return {}
  return Object.fromEntries(parsed.error.issues.map(({ path, message }) => [String(path[0]), message]))
}

describe('the form of a network', () => {
  test('filled in, it is a network in both languages', () => {
    expect(networkFormFor('sv').parse(filled)).toEqual({
      name: { sv: 'Fyra kommuner', en: 'Four municipalities' },
      about: { sv: 'Vi är fyra.', en: 'We are four.' },
      contact: { sv: 'Ring 010.', en: 'Call 010.' },
      person: 'Eva Ek',
      email: 'eva.ek@example.se',
    })
  })

  test('English left empty is the Swedish', () => {
    const form = networkFormFor('sv').parse({ ...filled, nameEn: ' ', aboutEn: '', contactEn: '\n' })
    expect([form.name.en, form.about.en, form.contact.en]).toEqual([
      'Fyra kommuner',
      'Vi är fyra.',
      'Ring 010.',
    ])
  })

  test('Swedish left empty is the English: a network abroad may have none', () => {
    const form = networkFormFor('en').parse({ ...filled, nameSv: '', aboutSv: '', contactSv: '' })
    expect([form.name.sv, form.about.sv, form.contact.sv]).toEqual([
      'Four municipalities',
      'We are four.',
      'Call 010.',
    ])
  })

  test('everything that is missing is told at once, in the language of the reader', () => {
    const rest = { person: 'person-missing', email: 'email-missing' }
    const missing = { name: 'name-missing', about: 'about-missing', contact: 'contact-missing' }
    const { name: nameSv, about: aboutSv, contact: contactSv } = missing
    expect(errorsOf({})).toEqual({ nameSv, aboutSv, contactSv, ...rest })
    expect(errorsOf({}, 'en')).toEqual({ nameEn: nameSv, aboutEn: aboutSv, contactEn: contactSv, ...rest })
  })

  test.each([
    ['nameSv', 'x'.repeat(121), 'name-too-long'],
    ['nameEn', 'x'.repeat(121), 'name-too-long'],
    ['aboutSv', 'x'.repeat(601), 'about-too-long'],
    ['aboutEn', 'x'.repeat(601), 'about-too-long'],
    ['contactSv', 'x'.repeat(301), 'contact-too-long'],
    ['contactEn', 'x'.repeat(301), 'contact-too-long'],
    ['person', ' ', 'person-missing'],
    ['person', '\u200b\u202e', 'person-missing'],
    ['person', 'x'.repeat(121), 'person-too-long'],
    ['email', '', 'email-missing'],
    ['email', 'eva', 'email-invalid'],
    ['email', 'eva@example.se, adam@example.se', 'email-invalid'],
    ['email', `${'x'.repeat(200)}@example.se`, 'email-invalid'],
  ])('%s cannot be %j: %s', (field, value, error) => {
    expect(errorsOf({ ...filled, [field]: value })).toEqual({ [field]: error })
  })

  test('line ends, tabs and marks that turn the text around are taken out; names of any script stay', () => {
    const form = networkFormFor('sv').parse({
      ...filled,
      nameSv: ' Fyra\u202e\n\tkommuner\u0007 ',
      nameEn: 'شبكة 🏔️ <b>',
      person: 'e\u0301va',
    })
    expect(form.name).toEqual({ sv: 'Fyra kommuner', en: 'شبكة 🏔️ <b>' })
    expect(form.person).toBe('éva')
  })
})
