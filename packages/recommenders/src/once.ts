/** Makes something when it is first asked for, and keeps it: what a model needs only to answer is not made while it is loaded. */
export function once<T extends object>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}
