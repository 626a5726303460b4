import type { Progress, Steps } from '@clientele/core'

/** Steps as a part of others: their tasks are handed on, their progress is told as that of the whole. */
export function* reportedAs<T>(steps: Steps<T>, progress: Progress): Steps<T> {
  try {
    for (;;) {
      const step = steps.next()
      if (step.done === true) return step.value
      yield 'runBlock' in step.value ? step.value : progress
    }
  } finally {
    steps.return(undefined as never)
  }
}
