/** Whether entry `a` of a heap ranks behind entry `b`: the lower score, of equal ones the higher column. */
function worse(scores: usize, columns: usize, a: i32, b: i32): bool {
  const scoreA = load<f64>(scores + ((<usize>a) << 3))
  const scoreB = load<f64>(scores + ((<usize>b) << 3))
  if (scoreA != scoreB) return scoreA < scoreB
  return load<i32>(columns + ((<usize>a) << 2)) > load<i32>(columns + ((<usize>b) << 2))
}

function put(scores: usize, columns: usize, at: i32, score: f64, column: i32): void {
  store<f64>(scores + ((<usize>at) << 3), score)
  store<i32>(columns + ((<usize>at) << 2), column)
}

function move(scores: usize, columns: usize, from: i32, to: i32): void {
  put(scores, columns, to, load<f64>(scores + ((<usize>from) << 3)), load<i32>(columns + ((<usize>from) << 2)))
}

/** Adds an entry to a heap of `size` entries whose root is the worst. */
export function pushEntry(scores: usize, columns: usize, size: i32, score: f64, column: i32): void {
  let at = size
  put(scores, columns, at, score, column)
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (!worse(scores, columns, at, parent)) return
    move(scores, columns, parent, at)
    put(scores, columns, parent, score, column)
    at = parent
  }
}

/** Puts an entry in the place of the worst. */
export function replaceWorst(scores: usize, columns: usize, size: i32, score: f64, column: i32): void {
  let at = 0
  put(scores, columns, at, score, column)
  for (;;) {
    let worst = at
    const left = 2 * at + 1
    if (left < size && worse(scores, columns, left, worst)) worst = left
    if (left + 1 < size && worse(scores, columns, left + 1, worst)) worst = left + 1
    if (worst == at) return
    move(scores, columns, worst, at)
    put(scores, columns, worst, score, column)
    at = worst
  }
}

/** Writes a heap's entries, best first, and leaves it in disorder. */
export function writeBest(scores: usize, columns: usize, size: i32, best: usize, bestScores: usize): void {
  for (let left = size - 1; left >= 0; left--) {
    store<i32>(best + ((<usize>left) << 2), load<i32>(columns))
    store<f64>(bestScores + ((<usize>left) << 3), load<f64>(scores))
    const score = load<f64>(scores + ((<usize>left) << 3))
    const column = load<i32>(columns + ((<usize>left) << 2))
    if (left > 0) replaceWorst(scores, columns, left, score, column)
  }
}

/** Writes the candidates that were not pushed out later, in ascending order; returns their number. */
export function writeKept(
  candidates: usize,
  scores: usize,
  offered: usize,
  worst: f64,
  lastKept: i32,
  kept: usize,
  similarities: usize,
): i32 {
  let count = 0
  for (let i: usize = 0; i < offered; i++) {
    const score = load<f64>(scores + (i << 3))
    const candidate = load<i32>(candidates + (i << 2))
    if (score < worst || (score == worst && candidate > lastKept)) continue
    store<i32>(kept + ((<usize>count) << 2), candidate)
    store<f64>(similarities + ((<usize>count) << 3), score)
    count++
  }
  return count
}
