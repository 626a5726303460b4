let last = 0

/** A number that nothing else of this thread has. */
export function nextId(): number {
  return ++last
}
