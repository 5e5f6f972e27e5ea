import type { Bilingual } from '#platform/values/locale.ts'

/** What the sections of SNI 2025 (Statistics Sweden) are called, in short, by their letters. */
export const branchNames: Readonly<Record<string, Bilingual>> = {
  A: { sv: 'Jordbruk, skogsbruk och fiske', en: 'Agriculture, forestry and fishing' },
  B: { sv: 'Utvinning av mineral', en: 'Mining and quarrying' },
  C: { sv: 'Tillverkning', en: 'Manufacturing' },
  D: { sv: 'El, gas och värme', en: 'Electricity, gas and heat' },
  E: { sv: 'Vatten, avlopp och avfall', en: 'Water, sewerage and waste' },
  F: { sv: 'Byggverksamhet', en: 'Construction' },
  G: { sv: 'Handel', en: 'Wholesale and retail trade' },
  H: { sv: 'Transport och magasinering', en: 'Transport and storage' },
  I: { sv: 'Hotell och restaurang', en: 'Hotels and restaurants' },
  J: { sv: 'Förlag, medier och innehåll', en: 'Publishing, media and content' },
  K: { sv: 'Telekom, programmering och it-tjänster', en: 'Telecom, programming and IT services' },
  L: { sv: 'Finans och försäkring', en: 'Finance and insurance' },
  M: { sv: 'Fastigheter', en: 'Real estate' },
  N: { sv: 'Juridik, ekonomi, vetenskap och teknik', en: 'Law, business, science and technology' },
  O: { sv: 'Uthyrning och stödtjänster', en: 'Rental and support services' },
  P: { sv: 'Offentlig förvaltning', en: 'Public administration' },
  Q: { sv: 'Utbildning', en: 'Education' },
  R: { sv: 'Vård och omsorg', en: 'Health and social care' },
  S: { sv: 'Kultur, sport och nöje', en: 'Arts, sports and recreation' },
  T: { sv: 'Annan service', en: 'Other services' },
  U: { sv: 'Arbete i hushåll', en: 'Work in households' },
  V: { sv: 'Internationella organisationer', en: 'International organisations' },
}
