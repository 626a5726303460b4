/**
 * New numbers for clusters so that they follow the first row of each: row 0 is in cluster 0, the first row that is not is
 * in cluster 1, and so on. Labels below 0 are no cluster. O(rows).
 * @param clusters how many there are; each has a row
 * @returns old number → new number
 */
export function numberByFirstRow(labels: Int32Array, clusters: number): Int32Array {
  const numbers = new Int32Array(clusters).fill(-1)
  let count = 0
  for (let row = 0; row < labels.length && count < clusters; row++) {
    const label = labels[row]!
    if (label >= 0 && numbers[label]! < 0) numbers[label] = count++
  }
  return numbers
}
