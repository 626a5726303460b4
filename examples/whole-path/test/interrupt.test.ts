import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateShop } from '@clientele/synthetic-data'
import { describe, expect, test } from 'vitest'
import { builtCommand, run, temporaryFolder } from './command.js'

const command = await builtCommand()
const folder = temporaryFolder()
const orders = join(folder, 'orders.csv')

/** Enough orders for some seconds of work. */
function writeOrders(): void {
  const { orders: log } = generateShop({ seed: 1, customers: 4000, products: 1500, orders: 60_000 })
  const lines = Array.from(log.customer, (customer, line) => {
    const date = new Date(log.time[line]!).toISOString()
    return `${log.customers.ids[customer]!},${log.products.ids[log.product[line]!]!},${date},${log.amount[line]!}\n`
  })
  writeFileSync(orders, `customer,product,date,amount\n${lines.join('')}`)
}
writeOrders()

const wholeRun = await timed(() => run(command, ['--orders', orders]))

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const interrupted = (signal: NodeJS.Signals, share: number, out: string) =>
  run(command, ['--orders', orders, '--out', out], (child) => setTimeout(() => child.kill(signal), share * wholeRun))

describe('Ctrl-C ends the run early, quietly and without a trace', () => {
  test.each([0.3, 0.4, 0.5, 0.6])('after %d of its time', async (share) => {
    const out = join(folder, `deep-${share}`, 'results')
    expect(await interrupted('SIGINT', share, out)).toEqual({ status: 130, stdout: '', stderr: '' })
    expect(existsSync(join(folder, `deep-${share}`))).toBe(false)
  })
})

test.each([
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)('%s does the same with exit code %d', async (signal, status) => {
  const out = join(folder, signal)
  expect(await interrupted(signal, 0.4, out)).toEqual({ status, stdout: '', stderr: '' })
  expect(existsSync(out)).toBe(false)
})

test('earlier results stay as they were when a run is interrupted', async () => {
  const out = join(folder, 'earlier')
  mkdirSync(out)
  writeFileSync(join(out, 'customers.csv'), 'as it was')
  expect((await interrupted('SIGINT', 0.5, out)).status).toBe(130)
  expect(readdirSync(out)).toEqual(['customers.csv'])
})
