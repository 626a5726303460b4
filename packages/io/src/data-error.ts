import { rangeError } from '@clientele/core'

/**
 * The error for a file whose content cannot be used: empty, cut off, a bad cell, no row left. A wrong argument (a path that
 * does not exist, an unknown option) is a plain `RangeError` or `TypeError` instead, so that a command can tell the two
 * apart and ask either for another file or for another call.
 *
 * The message follows the grammar of all errors: `fn: name must <rule>, got <value>`.
 * @example
 * try {
 *   await readOrders(path)
 * } catch (error) {
 *   process.exitCode = error instanceof DataError ? 1 : 2
 * }
 */
export class DataError extends RangeError {
  /** `'DataError'`. */
  override readonly name = 'DataError'

  /**
   * @param fn the function that found the fault
   * @param subject what is wrong: "file", "row 17 (line 18)"
   * @param rule what must hold
   * @param got the offending value; text is quoted and shortened
   */
  constructor(fn: string, subject: string, rule: string, got: unknown) {
    super(rangeError(fn, subject, rule, got).message)
  }
}
