import { checkInteger, checkNumber, rangeError, typeError } from '@clientele/core'
import { checkSeed } from '../../check-seed.js'

/** How {@link fitAutoencoder} builds and trains its network. */
export interface AutoencoderOptions {
  /** Any string or finite number; the same seed gives the same network everywhere, to the last bit. */
  readonly seed: string | number
  /** Numbers of a code; default 2, which can be plotted. */
  readonly bottleneck?: number
  /**
   * Widths of the layers between points and code; the decoder has them in reverse. Default `[16]`. With `[]` the network is linear
   * and finds the plane of the principal components.
   */
  readonly hidden?: readonly number[]
  /** Most passes over the training rows; default 200. */
  readonly epochs?: number
  /** Rows of one step; default 32. */
  readonly batchSize?: number
  /** How far a step moves each weight at most, roughly; default 0.005. */
  readonly learningRate?: number
  /** Share of the rows, drawn at random, that is not trained on and says when to stop; default 0.1, more than 0, at most 0.5. */
  readonly validationShare?: number
  /** Training ends after so many epochs in which the validation loss did not improve; default 20. */
  readonly patience?: number
  /** Share of the best validation loss by which the loss must fall to count as improved; default 1e-3. */
  readonly tolerance?: number
}

/** Checked, with defaults filled in. */
export type AutoencoderSettings = Required<AutoencoderOptions>

/** Wider layers than this are a mistake for tables of customers. */
const WIDEST = 4096

/** Checks options in the name of `fn`. */
export function resolveSettings(fn: string, options: AutoencoderOptions | undefined): AutoencoderSettings {
  const given = options ?? ({} as Partial<AutoencoderOptions>)
  checkSeed(fn, given.seed)
  const settings = {
    seed: given.seed,
    bottleneck: given.bottleneck ?? 2,
    hidden: given.hidden ?? [16],
    epochs: given.epochs ?? 200,
    batchSize: given.batchSize ?? 32,
    learningRate: given.learningRate ?? 0.005,
    validationShare: given.validationShare ?? 0.1,
    patience: given.patience ?? 20,
    tolerance: given.tolerance ?? 1e-3,
  }
  checkInteger(fn, 'bottleneck', settings.bottleneck, { min: 1, max: WIDEST })
  if (!Array.isArray(settings.hidden)) throw typeError(fn, 'hidden', 'be a list of widths', settings.hidden)
  settings.hidden.forEach((width, i) => checkInteger(fn, `hidden[${i}]`, width, { min: 1, max: WIDEST }))
  checkInteger(fn, 'epochs', settings.epochs, { min: 1 })
  checkInteger(fn, 'batchSize', settings.batchSize, { min: 1, max: WIDEST })
  checkNumber(fn, 'learningRate', settings.learningRate, { min: 0 })
  if (settings.learningRate === 0) throw rangeError(fn, 'learningRate', 'be above 0', 0)
  checkNumber(fn, 'validationShare', settings.validationShare, { min: 0, max: 0.5 })
  if (settings.validationShare === 0) throw rangeError(fn, 'validationShare', 'be above 0', 0)
  checkInteger(fn, 'patience', settings.patience, { min: 1 })
  checkNumber(fn, 'tolerance', settings.tolerance, { min: 0, max: 1 })
  return settings
}
