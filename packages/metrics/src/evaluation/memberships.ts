/**
 * Tests of membership in one set of positions after the other. Marks in one shared array take the place of a `Set`
 * each, which costs ten times as much for sets that are asked a few times only.
 *
 * @param size all members are integers in [0, size)
 * @returns takes the members of the next set, O(members), and gives its test, O(1), which holds until the next set is
 *   taken; numbers outside [0, size) are in no set
 * @example
 * const next = memberships(5)
 * const has = next([1, 4])
 * has(4) // true
 */
export function memberships(size: number): (members: ArrayLike<number>) => (position: number) => boolean {
  const marks = new Int32Array(size)
  let current = 0
  return (members) => {
    current++
    for (let i = 0; i < members.length; i++) marks[members[i]!] = current
    return (position) => marks[position] === current
  }
}
