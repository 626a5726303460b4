import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hasShared, reference, sharedFile } from '@clientele/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import { builtCommand, run, temporaryFolder } from './command.js'

const command = await builtCommand()
const out = join(temporaryFolder(), 'results')

describe.skipIf(!hasShared)('the path on Online Retail II', () => {
  let stdout: string
  const orders = () => sharedFile('data/online-retail-ii/online_retail_II.parquet')

  beforeAll(async () => {
    const ended = await run(command, ['--orders', orders(), '--out', out])
    expect(ended).toMatchObject({ status: 0, stderr: '' })
    stdout = ended.stdout
  }, 120_000)

  test('what is read, dropped and kept', () => {
    const { cleaning } = reference('online-retail-ii')
    expect(cleaning.droppedInOrder).toEqual({
      missingCustomer: 243_007,
      quantityNotPositive: 18_744,
      priceNotPositive: 71,
      invoiceWithC: 0,
    })
    const lines = stdout.split('\n').filter((line) => /^ +[\d,]+ {2}\S/.test(line))
    expect(
      lines.slice(0, 6).map((line) =>
        line
          .trim()
          .split(/ {2}|:/)
          .slice(0, 2),
      ),
    ).toEqual([
      ['1,067,371', 'rows read; dropped by rule'],
      ['243,007', 'missing-customer'],
      ['18,744', 'quantity-not-positive'],
      ['71', 'price-not-positive'],
      ['0', 'cancelled'],
      ['805,549', 'rows kept'],
    ])
  })

  test('three rows of each rule that dropped any', () => {
    expect(stdout.match(/^ +row [\d,]+: /gm)).toHaveLength(9)
  })

  test('customers, products, revenue and the analysis date', () => {
    expect(stdout).toContain('5,878 customers, 4,631 products, 36,969 orders, 805,549 lines; revenue 17,743,429.18\n')
    expect(stdout).toContain('2009-12-01 to 2011-12-09')
    expect(stdout).toContain('as of 2011-12-10\n')
  })

  test('quartile cuts', () => {
    expect(stdout).toMatch(/Recency \(days\) +26 +96 +380 /)
    expect(stdout).toMatch(/Frequency \(lines\) +21 +53 +142 /)
    expect(stdout).toMatch(/Monetary +348\.7625 +898\.915 +2,307\.09 /)
  })

  test('figures and scores of single customers in customers.csv', () => {
    const rows = new Map(
      readFileSync(join(out, 'customers.csv'), 'utf8')
        .split('\r\n')
        .map((row) => [row.slice(0, row.indexOf(',')), row.split(',')]),
    )
    for (const { customer, recencyDays, lines, monetary, quartileScoresByLines } of reference('online-retail-ii').rfm
      .customers) {
      const [, recency, frequency, money, r, f, m] = rows.get(String(customer))!
      expect([Number(recency), Number(frequency), `${r}${f}${m}`]).toEqual([recencyDays, lines, quartileScoresByLines])
      expect(Number(money)).toBeCloseTo(monetary, 6)
    }
  })

  test('the elbow over 15 numbers of clusters on 60 cells, at most 3,330 at k = 8, and a knee', () => {
    expect(stdout).toContain(
      'The scores have 60 distinct combinations\n  Kneedle finds the bend of the inertia at k = ',
    )
    const curve = [...stdout.matchAll(/^ +k +(.*)\n +inertia +(.*)$/gm)]
    const numbers = (group: number) =>
      curve.flatMap((block) => block[group]!.split(/ +/).map((text) => Number(text.replaceAll(',', ''))))
    expect(numbers(1)).toEqual(Array.from({ length: 15 }, (_, i) => i + 1))
    const inertias = numbers(2)
    expect(inertias[7]).toBeLessThanOrEqual(3330)
    expect(inertias.every((inertia, i) => i === 0 || inertia < inertias[i - 1]!)).toBe(true)
  })

  test('the evaluation compares three models over customers of both periods, new ones apart', () => {
    const { split, returningCustomers, newCustomers } = JSON.parse(readFileSync(join(out, 'evaluation.json'), 'utf8'))
    // Distinct customers on 10 November 2011 or later, and those of them without an earlier line.
    expect([split.returningCustomers, split.newCustomers]).toEqual([1476, 152])
    expect(returningCustomers.map(({ model }: { model: string }) => model)).toEqual([
      'item-based CF',
      'popularity',
      'mean quantity',
    ])
    expect(newCustomers[0].customers).toBe(152)
    const [personal, popular, baseline] = returningCustomers.map((each: any) => each.metrics.precision)
    expect(personal.low).toBeGreaterThan(popular.high)
    expect(popular.low).toBeGreaterThan(baseline.high)
  })

  test('an id given as text finds a customer with a number', async () => {
    const { status, stdout: page } = await run(command, ['--orders', orders(), '--customer', '12346'])
    expect(status).toBe(0)
    expect(page).toMatch(/Recency +326 days +2 /)
    expect(page).toMatch(/Frequency +34 lines +2 +12 orders/)
    expect(page).toMatch(/Monetary +77,556\.46 +4 /)
  })
})
