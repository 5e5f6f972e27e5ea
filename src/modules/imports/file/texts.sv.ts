import type { Delimiter } from './csv-sheet.ts'
import type { Encoding } from './encoding.ts'
import type { Role } from './headings.ts'
import type { Form } from './layout.ts'
import type { ProblemName, TableProblem, TableWarning, WarningName } from './problems.ts'

const eitherOf = (words: readonly string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} eller ${words.at(-1) ?? ''}`
const meant = ({ proposals }: TableProblem) =>
  proposals.length === 0 ? '' : ` Menade du ${eitherOf(proposals)}?`
const first = ({ at, count }: TableWarning) => at.join(', ') + (count > at.length ? ' med flera' : '')
const megabytes = (bytes: string) => (bytes === '' ? '' : ` (${Math.ceil(Number(bytes) / 1_048_576)} MB)`)

/** Every Swedish sentence about a file or table that is read. */
export const sv = {
  where: ({ row, column }: TableProblem) => {
    if (row !== null && column !== null) return `Rad ${row}, cell ${column}`
    if (row !== null) return `Rad ${row}`
    return column === null ? '' : `Kolumn ${column}`
  },
  more: (shown: number, total: number) => `De första ${shown} av ${total} fel visas.`,

  problems: {
    'empty-file': () => 'Filen är tom. Välj en fil med en tabell, eller klistra in tabellen.',
    'file-too-large': ({ got }) =>
      `Filen är för stor${megabytes(got)}. Spara bara tabellen med siffrorna i en egen fil.`,
    'unpacks-too-large': ({ got }) =>
      `Arbetsboken blir för stor när den packas upp${megabytes(got)}. Spara bara tabellen i en egen fil.`,
    'too-many-cells': ({ got }) =>
      `Tabellen har fler än ${got} celler. Dela upp den, till exempel i färre år per fil.`,
    'pdf-file': () => 'Filen är en PDF. Hämta tabellen som CSV eller Excel (.xlsx), eller kopiera den hit.',
    'old-excel-file': () =>
      'Filen är i Excels äldre format (.xls). Öppna den i Excel och spara den som Excel-arbetsbok (.xlsx).',
    'binary-excel-file': () =>
      'Filen är en binär arbetsbok (.xlsb). Öppna den i Excel och spara den som Excel-arbetsbok (.xlsx).',
    'opendocument-file': () =>
      'Filen är ett OpenDocument-kalkylark (.ods). Öppna den och spara den som Excel-arbetsbok (.xlsx) eller CSV.',
    'zip-file': () => 'Filen är ett paket med andra filer. Packa upp den och välj tabellen i den.',
    'locked-file': () => 'Arbetsboken är låst med lösenord. Ta bort lösenordet i Excel och spara den igen.',
    'html-file': () =>
      'Filen är en webbsida, även om den kan heta något annat. Öppna den i Excel och spara den som .xlsx.',
    'json-file': () => 'Filen är JSON och ingen tabell. Hämta den som CSV eller Excel i stället.',
    'px-file': () =>
      'Filen är en PX-fil. Hämta tabellen som CSV eller Excel, eller hämta den direkt från statistikdatabasen.',
    'picture-file': () =>
      'Filen är en bild. Siffrorna behöver finnas i en tabell: CSV, Excel eller inklistrad.',
    'unknown-file': () => 'Filen är varken CSV, annan text eller en Excel-arbetsbok (.xlsx).',
    'broken-workbook': ({ got }) =>
      `Arbetsboken går inte att läsa${got === '' ? '' : `, bladet ”${got}” är trasigt`}. Öppna den i Excel och spara den igen.`,
    'only-charts': () => 'Arbetsboken har bara diagram. Lägg siffrorna i ett vanligt blad.',
    'encoding-unknown': ({ got }) =>
      `Tecknen går inte att läsa: ”${got}”. Spara filen som CSV UTF-8 och försök igen.`,
    'letters-damaged': ({ got }) =>
      `Å, ä eller ö har gått sönder: ”${got}”. Filen har sparats fel någon gång; hämta den på nytt och spara den som CSV UTF-8.`,
    'quote-broken': ({ got }) =>
      `Ett citattecken är inte rätt avslutat: ”${got}”. Ett citattecken inne i en cell ska skrivas två gånger.`,
    'sheet-unknown': ({ got, proposals }) =>
      `Bladet ”${got}” finns inte bland dem som syns och har innehåll. Välj ${eitherOf(proposals)}.`,
    'several-sheets': ({ proposals }) =>
      `Flera blad har en tabell: ${proposals.join(', ')}. Välj ett av dem.`,

    'no-headings': () =>
      'Ingen rad med rubriker hittades. Skriv rubriker som Kommun, År och Värde, eller peka ut kolumnerna.',
    'place-column-missing': ({ got }) =>
      `Ingen kolumn med kommuner hittades bland ”${got}”. Döp den till Kommun eller Kommunkod, eller peka ut den.`,
    'year-column-missing': ({ got }) =>
      `Ingen kolumn med år hittades bland ”${got}”. Döp den till År, peka ut den, eller ange året som allt gäller.`,
    'value-column-missing': ({ got }) =>
      `Ingen kolumn med siffror hittades bland ”${got}”. Döp den till Värde, eller peka ut den.`,
    'value-column-unclear': ({ got, proposals }) =>
      `Flera kolumner har siffror: ${proposals.join(', ')} (${got}). Peka ut den som ska läsas.`,
    'column-twice': ({ got, proposals }) =>
      `Två kolumner ser ut att vara samma sak: ${proposals.join(' och ')} (”${got}”). Ta bort den ena eller peka ut den rätta.`,
    'column-unknown': ({ got }) => `Kolumn ${got} finns inte, eller är tom. Peka ut en annan.`,
    'merged-cells': () =>
      'Cellerna är sammanslagna, och det går inte att veta vilken rad eller kolumn innehållet gäller. Dela dem och fyll i varje cell.',
    'more-cells-than-headings': ({ got }) =>
      `Raden har fler celler än rubrikerna (”${got}”). Ofta är det ett decimalkomma i en fil som skiljs åt med komma: spara med semikolon.`,
    'several-indicators': ({ proposals }) =>
      `Tabellen har flera mått: ${proposals.join(', ')}. Välj ett av dem, eller dela upp tabellen.`,
    'no-figures': () => 'Tabellen har rubriker men inga siffror.',

    'place-missing': () => 'Kommunen saknas. Skriv dess namn eller kod på varje rad.',
    'place-unknown': (problem) =>
      `”${problem.got}” är ingen känd plats.${meant(problem)} Skriv hela namnet eller koden.`,
    'place-ambiguous': ({ got, proposals }) =>
      `”${got}” kan vara ${eitherOf(proposals)}. Skriv koden i stället.`,
    'code-and-name-disagree': ({ got, proposals }) =>
      `Kod och namn hör inte ihop: ”${got}”. Är det ${eitherOf(proposals)}?`,

    'year-missing': () => 'Året saknas. Skriv det med fyra siffror.',
    'year-unreadable': (problem) =>
      `”${problem.got}” är inget år.${meant(problem)} Skriv det med fyra siffror.`,
    'two-years': ({ got }) =>
      `”${got}” är två år. Bestäm vilket år siffran ska stå för, och skriv det med fyra siffror.`,
    'part-of-year': (problem) =>
      `”${problem.got}” är en del av ett år. Här läses bara hela år.${meant(problem)}`,
    'date-not-year': (problem) =>
      `”${problem.got}” är en dag, inte ett år.${meant(problem)} Skriv året med fyra siffror.`,
    'year-shown-as-date': ({ got, proposals }) =>
      `Cellen är gjord för datum, så året ${proposals.join('')} har blivit ${got}. Ändra cellens format till Tal och skriv året igen.`,
    'year-short': (problem) => `Året ”${problem.got}” har två siffror.${meant(problem)} Skriv alla fyra.`,
    'year-out-of-range': ({ got }) => `Året ${got} ligger utanför 1900–2100. Kontrollera det.`,

    'not-a-number': ({ got }) =>
      `”${got}” är inget tal. Skriv bara talet, eller lämna cellen tom om värdet saknas.`,
    'thousands-or-decimals': ({ got, proposals }) =>
      `”${got}” kan vara ${eitherOf(proposals)}. Ange vilket decimaltecken tabellen har, eller skriv talet utan tusentalstecken.`,
    'thousands-misplaced': ({ got }) =>
      `Siffrorna i ”${got}” är inte grupperade om tre. Kontrollera talet och skriv det utan mellanrum.`,
    'decimal-sign-other': ({ got }) =>
      `”${got}” har ett annat decimaltecken än det som angetts för tabellen. Skriv om talet, eller ändra valet.`,
    'leading-zero': (problem) =>
      `”${problem.got}” börjar med en nolla.${meant(problem)} Är det en kod, så står den i fel kolumn.`,
    'footnote-or-digit': (problem) =>
      `Det går inte att se om sista siffran i ”${problem.got}” är en fotnot.${meant(problem)} Sätt ett mellanrum före fotnoten eller ta bort den.`,
    'rounded-by-spreadsheet': ({ got }) =>
      `”${got}” är ett tal som kalkylprogrammet har avrundat. Gör kolumnen bredare, visa alla siffror och spara igen.`,
    'number-too-large': ({ got }) =>
      `Talet ”${got}” har för många siffror för att lagras exakt. Kontrollera det.`,
    nan: () => '”NaN” är resultatet av en beräkning som gått fel. Lämna cellen tom om värdet saknas.',
    infinite: ({ got }) =>
      `”${got}” är resultatet av en beräkning som gått fel. Lämna cellen tom om värdet saknas.`,
    'error-sign': ({ got }) =>
      `Cellen visar felet ${got}. Rätta formeln, eller lämna cellen tom om värdet saknas.`,
    'column-too-narrow': () =>
      'Kolumnen var för smal när tabellen kopierades, så talet har blivit ####. Gör den bredare och kopiera igen.',
    'dash-unclear': () =>
      'Ett streck betyder noll hos SCB men saknas hos andra. Ange vad det betyder i den här tabellen.',
    'date-in-value': ({ got }) =>
      `”${got}” är ett datum. Kalkylprogram gör om tal som 1.2 till datum; hämta tabellen på nytt och läs in kolumnen som text.`,
    'formula-as-text': ({ got }) => `”${got}” är en formel som text. Skriv dess resultat i stället.`,
    'formula-without-result': () =>
      'Formeln i cellen har inget sparat resultat. Öppna arbetsboken i Excel, spara den och försök igen.',
    'truth-in-value': ({ got }) => `Cellen är sant eller falskt (${got}), inte ett tal.`,
    'sign-of-other-unit': ({ got }) =>
      `”${got}” har ett tecken som inte hör till indikatorns enhet. Kontrollera att det är rätt indikator, och ta bort tecknet.`,
    'value-impossible': ({ got }) => `${got} är inte möjligt i den här enheten. Kontrollera värdet.`,
    'value-and-missing': ({ got, proposals }) =>
      `Här står både ett värde (${got}) och varför det saknas (${proposals.join('')}). Ta bort det ena.`,
    'missing-unknown': ({ got }) =>
      `”${got}” är ingen känd orsak. Skriv till exempel ”för få svar”, ”deltog inte”, ”ej publicerad” eller ”uppgift saknas”.`,
    'gender-unknown': ({ got }) =>
      got === ''
        ? 'Könet saknas. Skriv kvinnor, män eller totalt.'
        : `”${got}” är inget känt kön. Skriv kvinnor, män eller totalt.`,
    'preliminary-unknown': ({ got }) => `”${got}” säger inte om siffran är preliminär. Skriv ja eller nej.`,
    'duplicate-differs': ({ got, proposals }) =>
      `Samma plats, kön och år har ett annat värde i ${proposals.join('')} än här (${got}). Ta bort det felaktiga; delas tabellen upp av någon annan kolumn, välj en av dess delar.`,
  } satisfies Record<ProblemName, (problem: TableProblem) => string>,

  warnings: {
    'formulas-read': (warning) =>
      `${warning.count} värden är resultat av formler som de senast sparades: ${first(warning)}.`,
    'hidden-rows-read': (warning) => `${warning.count} dolda rader har lästs: ${first(warning)}.`,
    'hidden-columns-read': (warning) => `${warning.count} dolda kolumner har lästs: ${first(warning)}.`,
    'hidden-sheets-skipped': (warning) => `${warning.count} dolda blad har inte lästs: ${first(warning)}.`,
    'duplicate-same': (warning) =>
      `${warning.count} siffror står två gånger med samma värde och räknas en gång: ${first(warning)}.`,
    'more-decimals-than-shown': (warning) =>
      `${warning.count} värden har fler decimaler än indikatorn visar: ${first(warning)} (${warning.got}). De sparas som de är.`,
    'outside-usual-range': (warning) =>
      `${warning.count} värden är ovanliga för enheten: ${first(warning)} (${warning.got}). Kontrollera dem.`,
    'not-whole': (warning) =>
      `${warning.count} värden är inte hela tal: ${first(warning)} (${warning.got}). Kontrollera dem.`,
    'looks-like-shares': (warning) =>
      `Alla värden ligger mellan 0 och 1 (${warning.got}) fast enheten är procent. Ska de vara hundra gånger större?`,
    'zeros-restored': (warning) =>
      `${warning.count} kommunkoder hade tappat sin första nolla, och har fått den tillbaka: ${first(warning)}.`,
    'empty-cells-skipped': (warning) =>
      `${warning.count} celler är tomma och ger inga siffror: ${first(warning)}.`,
    'total-rows-skipped': (warning) =>
      `${warning.count} rader är summor eller medelvärden och har inte lästs: rad ${first(warning)}.`,
    'text-rows-skipped': (warning) =>
      `${warning.count} rader är text utan siffror och har inte lästs: rad ${first(warning)} (”${warning.got}”).`,
    'place-taken-from-above': (warning) =>
      `${warning.count} rader saknar kommun och har fått den från raden ovanför: ${first(warning)}.`,
    'year-from-date': (warning) =>
      `${warning.count} år är skrivna som datum: ${first(warning)} (${warning.got}). Bara året har lästs.`,
    'mixed-decimal-signs': () => 'Både komma och punkt används som decimaltecken. Kontrollera värdena.',
    'footnotes-kept': (warning) =>
      `${warning.count} värden har fotnotstecken, som sparas som anmärkning: ${first(warning)} (${warning.got}).`,
    'dashes-read': (warning) => `${warning.count} streck har lästs så som du angav: ${first(warning)}.`,
  } satisfies Record<WarningName, (warning: TableWarning) => string>,

  recognised: {
    sources: { workbook: 'Excel-arbetsbok', 'text-file': 'textfil', paste: 'inklistrad text' },
    forms: {
      long: 'en rad för varje siffra',
      'years-across': 'en rad för varje plats, en kolumn för varje år',
      'places-across': 'en rad för varje år, en kolumn för varje plats',
    } satisfies Record<Form, string>,
    roles: {
      'place-code': 'kommunkod',
      'place-name': 'kommun',
      year: 'år',
      value: 'värde',
      gender: 'kön',
      indicator: 'mått',
      missing: 'varför värde saknas',
      preliminary: 'preliminär',
      note: 'anmärkning',
      across: 'värden',
    } satisfies Record<Role | 'across', string>,
    notRead: 'läses inte',
    delimiters: { '\t': 'tabb', ';': 'semikolon', ',': 'komma' } satisfies Record<Delimiter, string>,
    encodings: {
      'utf-8': 'UTF-8',
      'utf-16le': 'UTF-16',
      'utf-16be': 'UTF-16',
      'windows-1252': 'Windows-1252',
    } satisfies Record<Encoding, string>,
    decimalSigns: { ',': 'decimalkomma', '.': 'decimalpunkt' },
  },
}
