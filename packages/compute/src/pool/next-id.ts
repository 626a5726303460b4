let last = 0

/** A number that no other message of this thread has. */
export function nextId(): number {
  return ++last
}
