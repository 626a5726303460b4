import {
  rangeError,
  readModelFile,
  writeModelFile,
  type Csr,
  type Id,
  type Interactions,
  type ModelFile,
} from '@clientele/core'
import type { ModelArray } from '@clientele/core'
import { checkInteractions } from '../check-interactions.js'

/** What a model's file holds beside the histories: what its own loader needs to make the scorer again. */
export interface ModelState {
  /** Settings, as JSON can hold them. */
  readonly options: Readonly<Record<string, unknown>>
  /** What was learned. Names begin with a lower-case letter and do not begin with "history". */
  readonly arrays: Readonly<Record<string, ModelArray>>
}

/** A model as a file: its ids and histories, and its own state. */
export function saveModel(
  kind: string,
  { customers, products, matrix }: Interactions,
  { options, arrays }: ModelState,
): Uint8Array<ArrayBuffer> {
  const history = csrArrays('history', matrix)
  return writeModelFile({ kind, options, ids: { customers, products }, arrays: { ...history, ...arrays } })
}

/**
 * Opens the file of a model and reads its ids and histories.
 * @throws RangeError or TypeError when the file is of another kind or version, cut or damaged
 */
export function openModel<C extends Id, P extends Id>(
  fn: string,
  kind: string,
  bytes: Uint8Array,
): { readonly file: ModelFile; readonly interactions: Interactions<C, P> } {
  const file = readModelFile(fn, bytes, kind)
  const customers = file.ids<C>('customers')
  const products = file.ids<P>('products')
  const matrix = csrOf(fn, file, 'history', customers.ids.length, products.ids.length)
  const interactions = { customers, products, matrix }
  checkInteractions(fn, interactions)
  return { file, interactions }
}

/** A sparse matrix as arrays of a file; {@link csrOf} is the way back. */
export function csrArrays(name: string, { offsets, indices, values }: Csr): Record<string, ModelArray> {
  return { [`${name}Offsets`]: offsets, [`${name}Indices`]: indices, [`${name}Values`]: values }
}

/**
 * A sparse matrix of a file.
 * @throws RangeError when its arrays do not fit together
 */
export function csrOf(fn: string, file: ModelFile, name: string, rows: number, columns: number): Csr {
  const offsets = file.array(`${name}Offsets`, 'i32', rows + 1)
  const cells = offsets[rows]!
  const indices = file.array(`${name}Indices`, 'i32', cells)
  const values = file.array(`${name}Values`, 'f64', cells)
  if (offsets[0] !== 0) throw rangeError(fn, `bytes.${name}Offsets[0]`, 'begin at 0 and not fall', offsets[0])
  for (let row = 0; row < rows; row++) {
    if (offsets[row]! > offsets[row + 1]!) {
      throw rangeError(fn, `bytes.${name}Offsets[${row}]`, 'begin at 0 and not fall', offsets[row])
    }
    for (let cell = offsets[row]!; cell < offsets[row + 1]!; cell++) {
      const after = cell > offsets[row]! ? indices[cell - 1]! : -1
      if (indices[cell]! <= after || indices[cell]! >= columns || !Number.isFinite(values[cell])) {
        throw rangeError(
          fn,
          `bytes.${name}Indices[${cell}]`,
          `ascend, stay below ${columns} and have a value`,
          indices[cell],
        )
      }
    }
  }
  return { rows, columns, offsets, indices, values }
}
