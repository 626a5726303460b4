/**
 * The k-th largest of some numbers (1 is the largest), which are left in disorder. O(numbers), as a rule.
 * @param k from 1 to the number of numbers
 * @see Hoare (1961), "Algorithm 65: Find", Communications of the ACM 4
 */
export function kthLargest(values: Float64Array, k: number): number {
  const wanted = values.length - k
  let low = 0
  let high = values.length - 1
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
