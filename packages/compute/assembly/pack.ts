/**
 * Copies `lines` × `depth` cells into panels of `width` lines: panel, then depth, then line, so that a tile reads both its
 * panels from end to end. Lines beyond the last are zeros. Steps are in bytes: rows of a matrix or columns of it can be lines.
 */
export function pack<T>(
  from: usize,
  lineStep: usize,
  depthStep: usize,
  lines: i32,
  depth: i32,
  width: i32,
  into: usize,
): void {
  for (let line = 0; line < lines; line += width) {
    const present = min(width, lines - line)
    const first = from + <usize>line * lineStep
    if (depthStep == sizeof<T>()) packAlongDepth<T>(first, lineStep, present, depth, width, into)
    else packAcrossDepth<T>(first, lineStep, depthStep, present, depth, width, into)
    into += <usize>depth * width * sizeof<T>()
  }
}

/** Each line is contiguous: read it from end to end, write with gaps. */
function packAlongDepth<T>(first: usize, lineStep: usize, present: i32, depth: i32, width: i32, into: usize): void {
  const gap = <usize>width * sizeof<T>()
  for (let w = 0; w < width; w++) {
    let to = into + <usize>w * sizeof<T>()
    if (w < present) {
      let cell = first + <usize>w * lineStep
      const end = cell + <usize>depth * sizeof<T>()
      while (cell < end) {
        store<T>(to, load<T>(cell))
        cell += sizeof<T>()
        to += gap
      }
    } else {
      for (let k = 0; k < depth; k++) {
        store<T>(to, <T>0)
        to += gap
      }
    }
  }
}

/** Lines lie side by side: one short run of cells for each step of depth. */
function packAcrossDepth<T>(
  first: usize,
  lineStep: usize,
  depthStep: usize,
  present: i32,
  depth: i32,
  width: i32,
  into: usize,
): void {
  for (let k = 0; k < depth; k++) {
    let cell = first + <usize>k * depthStep
    for (let w = 0; w < width; w++) {
      store<T>(into, w < present ? load<T>(cell) : <T>0)
      cell += lineStep
      into += sizeof<T>()
    }
  }
}
