import { ELEMENT_TYPES, type ArrayEntry } from './format.js'

/** What a file says of itself, and where its arrays begin. */
export interface Description {
  readonly kind: string
  readonly options: Readonly<Record<string, unknown>>
  readonly arrays: readonly ArrayEntry[]
  readonly start: number
}

/** Whether what JSON holds is a description: the fields that are read are there and of their types. */
export function isDescription(value: unknown): value is Omit<Description, 'start'> {
  if (!isRecord(value)) return false
  const { kind, options, arrays } = value
  return typeof kind === 'string' && isRecord(options) && Array.isArray(arrays) && arrays.every(isEntry)
}

function isEntry(value: unknown): value is ArrayEntry {
  if (!isRecord(value)) return false
  const { name, type, length } = value
  return (
    typeof name === 'string' &&
    typeof type === 'string' &&
    Object.hasOwn(ELEMENT_TYPES, type) &&
    Number.isSafeInteger(length) &&
    Number(length) >= 0
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
