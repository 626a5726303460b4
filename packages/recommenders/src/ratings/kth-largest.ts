const BUCKETS = 256

/**
 * The k-th largest of the first `count` numbers of a list (1 is the largest). O(count), as a rule.
 *
 * Numbers are counted in buckets of equal width, and only those of the bucket that holds the k-th are put in order: several times
 * as fast as partitioning them all, which is one guess after the other for a processor.
 * @param values above 0
 * @param k from 1 to `count`
 * @param scratch room for `count` numbers
 */
export function kthLargest(values: Float64Array, count: number, k: number, scratch: Float64Array): number {
  let top = 0
  for (let i = 0; i < count; i++) if (values[i]! > top) top = values[i]!
  const scale = (BUCKETS - 1) / top
  const counts = new Int32Array(BUCKETS)
  for (let i = 0; i < count; i++) counts[(values[i]! * scale) | 0]!++
  let bucket = BUCKETS - 1
  let left = k
  while (counts[bucket]! < left) left -= counts[bucket--]!
  let found = 0
  for (let i = 0; i < count; i++) if (((values[i]! * scale) | 0) === bucket) scratch[found++] = values[i]!
  return select(scratch, found, left)
}

/**
 * The k-th largest by partitioning; the numbers are left in disorder.
 * @see Hoare (1961), "Algorithm 65: Find", Communications of the ACM 4
 */
function select(values: Float64Array, count: number, k: number): number {
  const wanted = count - k
  let low = 0
  let high = count - 1
  while (low < high) {
    const pivot = median(values[low]!, values[(low + high) >> 1]!, values[high]!)
    let left = low
    let right = high
    while (left <= right) {
      while (values[left]! < pivot) left++
      while (values[right]! > pivot) right--
      if (left > right) break
      const moved = values[left]!
      values[left++] = values[right]!
      values[right--] = moved
    }
    if (wanted <= right) high = right
    else if (wanted >= left) low = left
    else return values[wanted]!
  }
  return values[low]!
}

function median(a: number, b: number, c: number): number {
  return a < b ? Math.min(b, Math.max(a, c)) : Math.min(a, Math.max(b, c))
}
