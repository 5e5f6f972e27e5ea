import type { TableProblem, TableWarning } from './problems.ts'
import type { FileTexts } from './texts.ts'

const eitherOf = (words: readonly string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`
const meant = ({ proposals }: TableProblem) =>
  proposals.length === 0 ? '' : ` Did you mean ${eitherOf(proposals)}?`
const first = ({ at, count }: TableWarning) => at.join(', ') + (count > at.length ? ' and more' : '')
const megabytes = (bytes: string) => (bytes === '' ? '' : ` (${Math.ceil(Number(bytes) / 1_048_576)} MB)`)

/** Every English sentence about a file or table that is read. */
export const en: FileTexts = {
  where: ({ row, column }) => {
    if (row !== null && column !== null) return `Row ${row}, cell ${column}`
    if (row !== null) return `Row ${row}`
    return column === null ? '' : `Column ${column}`
  },
  more: (shown, total) => `The first ${shown} of ${total} faults are shown.`,

  problems: {
    'empty-file': () => 'The file is empty. Choose a file with a table, or paste the table.',
    'file-too-large': ({ got }) =>
      `The file is too large${megabytes(got)}. Save only the table of figures in a file of its own.`,
    'unpacks-too-large': ({ got }) =>
      `The workbook becomes too large when it is unpacked${megabytes(got)}. Save only the table in a file of its own.`,
    'too-many-cells': ({ got }) =>
      `The table has more than ${got} cells. Split it, for example into fewer years a file.`,
    'pdf-file': () => 'The file is a PDF. Get the table as CSV or Excel (.xlsx), or copy it here.',
    'old-excel-file': () =>
      'The file is in Excel’s older format (.xls). Open it in Excel and save it as an Excel workbook (.xlsx).',
    'binary-excel-file': () =>
      'The file is a binary workbook (.xlsb). Open it in Excel and save it as an Excel workbook (.xlsx).',
    'opendocument-file': () =>
      'The file is an OpenDocument spreadsheet (.ods). Open it and save it as an Excel workbook (.xlsx) or CSV.',
    'zip-file': () => 'The file is a package of other files. Unpack it and choose the table inside.',
    'locked-file': () =>
      'The workbook is locked with a password. Remove it in Excel and save the workbook again.',
    'html-file': () =>
      'The file is a web page, whatever its name says. Open it in Excel and save it as .xlsx.',
    'json-file': () => 'The file is JSON and no table. Get it as CSV or Excel instead.',
    'px-file': () =>
      'The file is a PX file. Get the table as CSV or Excel, or fetch it directly from the statistical database.',
    'picture-file': () => 'The file is a picture. The figures need to be in a table: CSV, Excel or pasted.',
    'unknown-file': () => 'The file is neither CSV, other text nor an Excel workbook (.xlsx).',
    'broken-workbook': ({ got }) =>
      `The workbook cannot be read${got === '' ? '' : `: the sheet “${got}” is broken`}. Open it in Excel and save it again.`,
    'only-charts': () => 'The workbook holds only charts. Put the figures in an ordinary sheet.',
    'encoding-unknown': ({ got }) =>
      `The letters cannot be read: “${got}”. Save the file as CSV UTF-8 and try again.`,
    'letters-damaged': ({ got }) =>
      `Å, ä or ö have been damaged: “${got}”. The file was once saved wrongly; get it anew and save it as CSV UTF-8.`,
    'quote-broken': ({ got }) =>
      `A quotation mark is not closed properly: “${got}”. Inside a cell it has to be written twice.`,
    'sheet-unknown': ({ got, proposals }) =>
      `The sheet “${got}” is not among those that are visible and have content. Choose ${eitherOf(proposals)}.`,
    'several-sheets': ({ proposals }) =>
      `Several sheets hold a table: ${proposals.join(', ')}. Choose one of them.`,

    'no-headings': () =>
      'No row of headings was found. Write headings such as Municipality, Year and Value, or point out the columns.',
    'place-column-missing': ({ got }) =>
      `No column of municipalities was found among “${got}”. Name it Municipality or Municipality code, or point it out.`,
    'year-column-missing': ({ got }) =>
      `No column of years was found among “${got}”. Name it Year, point it out, or say which year everything is of.`,
    'value-column-missing': ({ got }) =>
      `No column of figures was found among “${got}”. Name it Value, or point it out.`,
    'value-column-unclear': ({ got, proposals }) =>
      `Several columns hold figures: ${proposals.join(', ')} (${got}). Point out the one to read.`,
    'column-twice': ({ got, proposals }) =>
      `Two columns look like the same thing: ${proposals.join(' and ')} (“${got}”). Remove one or point out the right one.`,
    'column-unknown': ({ got }) => `There is no column ${got}, or it is empty. Point out another.`,
    'merged-cells': () =>
      'The cells are merged, and nobody can tell which row or column they speak of. Split them and fill in each.',
    'more-cells-than-headings': ({ got }) =>
      `The row has more cells than the headings (“${got}”). Often that is a decimal comma in a file parted by commas: save it with semicolons.`,
    'several-indicators': ({ proposals }) =>
      `The table holds several measures: ${proposals.join(', ')}. Choose one of them, or split the table.`,
    'no-figures': () => 'The table has headings but no figures.',

    'place-missing': () => 'The municipality is missing. Write its name or code in every row.',
    'place-unknown': (problem) =>
      `“${problem.got}” is no known place.${meant(problem)} Write the whole name or the code.`,
    'place-ambiguous': ({ got, proposals }) =>
      `“${got}” may be ${eitherOf(proposals)}. Write the code instead.`,
    'code-and-name-disagree': ({ got, proposals }) =>
      `Code and name do not belong together: “${got}”. Is it ${eitherOf(proposals)}?`,

    'year-missing': () => 'The year is missing. Write it with four digits.',
    'year-unreadable': (problem) =>
      `“${problem.got}” is no year.${meant(problem)} Write it with four digits.`,
    'two-years': ({ got }) =>
      `“${got}” is two years. Decide which of them the figure stands for, and write it with four digits.`,
    'part-of-year': (problem) =>
      `“${problem.got}” is a part of a year. Only whole years are read here.${meant(problem)}`,
    'date-not-year': (problem) =>
      `“${problem.got}” is a day, not a year.${meant(problem)} Write the year with four digits.`,
    'year-shown-as-date': ({ got, proposals }) =>
      `The cell is made for dates, so the year ${proposals.join('')} has become ${got}. Change its format to Number and write the year again.`,
    'year-short': (problem) => `The year “${problem.got}” has two digits.${meant(problem)} Write all four.`,
    'year-out-of-range': ({ got }) => `The year ${got} lies outside 1900–2100. Check it.`,

    'not-a-number': ({ got }) =>
      `“${got}” is no number. Write the number alone, or leave the cell empty if the value is missing.`,
    'thousands-or-decimals': ({ got, proposals }) =>
      `“${got}” may be ${eitherOf(proposals)}. Say which decimal sign the table uses, or write the number without a thousands sign.`,
    'thousands-misplaced': ({ got }) =>
      `The digits of “${got}” are not in groups of three. Check the number and write it without spaces.`,
    'decimal-sign-other': ({ got }) =>
      `“${got}” has another decimal sign than the one chosen for the table. Write the number anew, or change the choice.`,
    'leading-zero': (problem) =>
      `“${problem.got}” begins with a zero.${meant(problem)} If it is a code, it stands in the wrong column.`,
    'footnote-or-digit': (problem) =>
      `Nobody can tell whether the last digit of “${problem.got}” is a footnote.${meant(problem)} Put a space before the footnote or remove it.`,
    'rounded-by-spreadsheet': ({ got }) =>
      `“${got}” is a number that the spreadsheet has rounded. Make the column wider, show all digits and save again.`,
    'number-too-large': ({ got }) => `The number “${got}” has too many digits to be kept exactly. Check it.`,
    nan: () =>
      '“NaN” is the result of a calculation that failed. Leave the cell empty if the value is missing.',
    infinite: ({ got }) =>
      `“${got}” is the result of a calculation that failed. Leave the cell empty if the value is missing.`,
    'error-sign': ({ got }) =>
      `The cell shows the error ${got}. Mend the formula, or leave the cell empty if the value is missing.`,
    'column-too-narrow': () =>
      'The column was too narrow when the table was copied, so the number has become ####. Make it wider and copy again.',
    'dash-unclear': () =>
      'A dash means zero to Statistics Sweden and missing to others. Say what it means in this table.',
    'date-in-value': ({ got }) =>
      `“${got}” is a date. Spreadsheets turn numbers such as 1.2 into dates; get the table anew and read the column as text.`,
    'formula-as-text': ({ got }) => `“${got}” is a formula as text. Write its result instead.`,
    'formula-without-result': () =>
      'The formula in the cell has no stored result. Open the workbook in Excel, save it and try again.',
    'truth-in-value': ({ got }) => `The cell is true or false (${got}), not a number.`,
    'sign-of-other-unit': ({ got }) =>
      `“${got}” has a sign that does not belong to the indicator’s unit. Check that it is the right indicator, and remove the sign.`,
    'value-impossible': ({ got }) => `${got} is not possible in this unit. Check the value.`,
    'value-and-missing': ({ got, proposals }) =>
      `Both a value (${got}) and why it is missing (${proposals.join('')}) stand here. Remove one of them.`,
    'missing-unknown': ({ got }) =>
      `“${got}” is no known reason. Write for example “too few answers”, “not participated”, “not yet published” or “not available”.`,
    'gender-unknown': ({ got }) =>
      got === ''
        ? 'The gender is missing. Write women, men or total.'
        : `“${got}” is no known gender. Write women, men or total.`,
    'preliminary-unknown': ({ got }) =>
      `“${got}” does not say whether the figure is preliminary. Write yes or no.`,
    'duplicate-differs': ({ got, proposals }) =>
      `The same place, gender and year has another value in ${proposals.join('')} than here (${got}). Remove the wrong one; if another column divides the table, choose one of its parts.`,
  },

  warnings: {
    'formulas-read': (warning) =>
      `${warning.count} values are results of formulas as they were last saved: ${first(warning)}.`,
    'hidden-rows-read': (warning) => `${warning.count} hidden rows have been read: ${first(warning)}.`,
    'hidden-columns-read': (warning) => `${warning.count} hidden columns have been read: ${first(warning)}.`,
    'hidden-sheets-skipped': (warning) =>
      `${warning.count} hidden sheets have not been read: ${first(warning)}.`,
    'duplicate-same': (warning) =>
      `${warning.count} figures stand twice with the same value and count once: ${first(warning)}.`,
    'more-decimals-than-shown': (warning) =>
      `${warning.count} values have more decimals than the indicator shows: ${first(warning)} (${warning.got}). They are kept as they are.`,
    'outside-usual-range': (warning) =>
      `${warning.count} values are unusual for the unit: ${first(warning)} (${warning.got}). Check them.`,
    'not-whole': (warning) =>
      `${warning.count} values are not whole numbers: ${first(warning)} (${warning.got}). Check them.`,
    'looks-like-shares': (warning) =>
      `All values lie between 0 and 1 (${warning.got}) though the unit is per cent. Should they be a hundred times larger?`,
    'zeros-restored': (warning) =>
      `${warning.count} municipality codes had lost their first zero and have got it back: ${first(warning)}.`,
    'empty-cells-skipped': (warning) =>
      `${warning.count} cells are empty and give no figures: ${first(warning)}.`,
    'total-rows-skipped': (warning) =>
      `${warning.count} rows are sums or means and have not been read: row ${first(warning)}.`,
    'text-rows-skipped': (warning) =>
      `${warning.count} rows are text without figures and have not been read: row ${first(warning)} (“${warning.got}”).`,
    'place-taken-from-above': (warning) =>
      `${warning.count} rows name no municipality and have got it from the row above: ${first(warning)}.`,
    'year-from-date': (warning) =>
      `${warning.count} years are written as dates: ${first(warning)} (${warning.got}). Only the year has been read.`,
    'mixed-decimal-signs': () => 'Both comma and point are used as decimal signs. Check the values.',
    'footnotes-kept': (warning) =>
      `${warning.count} values have footnote marks, which are kept as a note: ${first(warning)} (${warning.got}).`,
    'dashes-read': (warning) => `${warning.count} dashes have been read as you said: ${first(warning)}.`,
  },

  recognised: {
    sources: { workbook: 'Excel workbook', 'text-file': 'text file', paste: 'pasted text' },
    forms: {
      long: 'a row for each figure',
      'years-across': 'a row for each place, a column for each year',
      'places-across': 'a row for each year, a column for each place',
    },
    roles: {
      'place-code': 'municipality code',
      'place-name': 'municipality',
      year: 'year',
      value: 'value',
      gender: 'gender',
      indicator: 'measure',
      missing: 'why the value is missing',
      preliminary: 'preliminary',
      note: 'note',
      across: 'values',
    },
    notRead: 'not read',
    delimiters: { '\t': 'tab', ';': 'semicolon', ',': 'comma' },
    encodings: {
      'utf-8': 'UTF-8',
      'utf-16le': 'UTF-16',
      'utf-16be': 'UTF-16',
      'windows-1252': 'Windows-1252',
    },
    decimalSigns: { ',': 'decimal comma', '.': 'decimal point' },
  },
}
