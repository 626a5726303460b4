import { setTimeout } from 'node:timers/promises'
import { checkAgreement } from './agreement.js'
import type { Side } from './side.js'
import type { Sides } from './start-sides.js'
import { timingOf, type Timing } from './statistics.js'
import type { Answer, Line } from './suite.js'

/** Milliseconds between two turns: threads of the last one that wait for more work in a loop give up in the meantime. */
const REST = 100

/** What was measured for a line; times are seconds per unit of work. */
export interface Measured {
  readonly ours: Timing
  readonly theirs: Timing | undefined
  readonly repetitions: number
  readonly note: string | undefined
}

/**
 * Runs a line: both sides once to warm up and to see that they agree, then in turn, ours first.
 * @param folders of the line's data sets, by their names
 * @throws Error when a side fails, its answer is wrong or the two disagree
 */
export async function measureLine(
  line: Line,
  sides: Sides,
  folders: Readonly<Record<string, string>>,
  {
    repetitions = line.repetitions,
    rest = REST,
  }: { readonly repetitions?: number | undefined; readonly rest?: number } = {},
): Promise<Measured> {
  const { theirs } = line
  const contenders = [
    contender(sides.node, line.ours),
    ...(theirs ? [contender(sides[theirs.side]!, theirs.work)] : []),
  ]
  try {
    const answers: Answer[] = []
    for (const { prepare, warmUp } of contenders) {
      await prepare(folders)
      answers.push(await warmUp())
    }
    if (answers[1]) checkAgreement(answers[0]!.numbers, answers[1].numbers, line.tolerance ?? 0)
    const times: number[][] = contenders.map(() => [])
    for (let repetition = 0; repetition < repetitions; repetition++) {
      for (const [turn, { seconds }] of contenders.entries()) {
        await setTimeout(rest)
        times[turn]!.push(await seconds())
      }
    }
    const notes = answers.flatMap(({ note }) => note ?? [])
    return {
      ours: timingOf(times[0]!),
      theirs: times[1] && timingOf(times[1]),
      repetitions,
      note: notes.length > 0 ? notes.join('; ') : undefined,
    }
  } finally {
    for (const { finish } of contenders) await finish()
  }
}

/** One side's work. */
function contender(side: Side, work: string) {
  let units = 1
  return {
    async prepare(folders: Readonly<Record<string, string>>) {
      units = await side.ask({ do: 'prepare', work, folders })
    },
    async warmUp() {
      await side.ask({ do: 'run', work })
      return side.ask({ do: 'answer', work })
    },
    seconds: async () => (await side.ask({ do: 'run', work })) / units,
    // What went wrong before is what matters: a side that is gone has nothing to finish.
    finish: () => side.ask({ do: 'finish', work }).catch(() => undefined),
  }
}
