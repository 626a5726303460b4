/**
 * Throws unless two lists of numbers are equally long and nowhere further apart than `tolerance` times the largest of
 * their numbers: the speed of a wrong answer is not worth a row.
 */
export function checkAgreement(ours: readonly number[], theirs: readonly number[], tolerance: number): void {
  if (ours.length !== theirs.length) {
    throw new Error(`both sides must give as many numbers, got ${ours.length} and ${theirs.length}`)
  }
  const largest = [...ours, ...theirs].reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const apart = ours.findIndex((value, i) => !(Math.abs(value - theirs[i]!) <= tolerance * largest))
  if (apart >= 0) throw new Error(`both sides must agree, got ${ours[apart]} and ${theirs[apart]} (number ${apart})`)
}
