import type { TableChoices } from './table-choices.ts'
import type { Role } from './headings.ts'
import type { Mapping } from './read-table.ts'

/** What a person has said of a table, for the reader: only what was said. */
export function mappingFrom(choices: TableChoices): Mapping {
  const columns = columnsFrom(choices)
  return {
    gender: choices.gender,
    ...(choices.sheet === '' ? {} : { sheet: choices.sheet }),
    ...(choices.form === '' ? {} : { form: choices.form }),
    ...(choices.headingRow === '' ? {} : { headingRow: Number(choices.headingRow) }),
    ...(choices.year === '' ? {} : { year: Number(choices.year) }),
    ...(choices.measure === '' ? {} : { indicator: choices.measure }),
    ...(choices.decimalSign === '' ? {} : { decimalSign: choices.decimalSign }),
    ...(choices.dashMeans === '' ? {} : { dashMeans: choices.dashMeans }),
    ...(Object.keys(columns).length === 0 ? {} : { columns }),
  }
}

function columnsFrom(choices: TableChoices): NonNullable<Mapping['columns']> {
  const said = {
    'place-code': choices.placeCode,
    'place-name': choices.placeName,
    year: choices.yearColumn,
    value: choices.valueColumn,
  } satisfies { [role in Role]?: string }
  return Object.fromEntries(Object.entries(said).filter(([, letter]) => letter !== ''))
}
