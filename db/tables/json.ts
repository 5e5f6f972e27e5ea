import type { ColumnType } from 'kysely'

/** Read as parsed JSON, written as its text. */
export type Json<Value> = ColumnType<Value, string, string>
export type NullableJson<Value> = ColumnType<Value | null, string | null, string | null>
