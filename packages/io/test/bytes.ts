/** Bytes of a text. */
export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The error that a call throws. */
export function errorOf(call: () => unknown): Error {
  try {
    call()
  } catch (error) {
    return error as Error
  }
  throw new Error('the call did not throw')
}
