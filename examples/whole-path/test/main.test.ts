import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { displayWidth } from '../src/printable.js'
import { describe, expect, test } from 'vitest'
import { builtCommand, run, temporaryFolder } from './command.js'

const command = await builtCommand()
const folder = temporaryFolder()

describe('on a generated shop', async () => {
  const out = join(folder, 'made', 'for', 'results')
  const { status, stdout, stderr } = await run(command, ['--out', out])
  const csv = (name: string) => readFileSync(join(out, name), 'utf8').trimEnd().split('\r\n')
  const json = JSON.parse(readFileSync(join(out, 'evaluation.json'), 'utf8'))

  test('the path ends well, with every section and nothing on stderr', () => {
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const titles = stdout.split('\n').filter((line) => /^\S/.test(line))
    expect(titles.map((title) => title.split(/[ ,]/)[0])).toEqual([
      'Orders',
      'RFM',
      'Segments',
      'Clusters',
      'Recommendations',
      'Evaluation',
    ])
  })

  test('no line is wider than 100 columns or ends in blanks', () => {
    const lines = stdout.split('\n')
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(100)
    expect(lines.filter((line) => line.endsWith(' '))).toEqual([])
  })

  test('the same seed prints and writes the same, another seed does not', async () => {
    const again = join(folder, 'again')
    expect((await run(command, ['--out', again])).stdout).toBe(stdout)
    for (const name of readdirSync(out)) expect(readFileSync(join(again, name))).toEqual(readFileSync(join(out, name)))
    expect((await run(command, ['--seed', 'other'])).stdout).not.toBe(stdout)
  })

  test('the folder holds the four files and nothing else', () => {
    expect(readdirSync(out).sort()).toEqual(['customers.csv', 'evaluation.json', 'recommendations.csv', 'segments.csv'])
  })

  test('customers.csv has a row per customer: RFM, scores, segment, cluster', () => {
    const [header, ...rows] = csv('customers.csv')
    expect(header).toBe('customer,recency,frequency,monetary,recencyScore,frequencyScore,monetaryScore,segment,cluster')
    expect(rows).toHaveLength(2000)
    for (const row of rows) expect(row).toMatch(/^[a-z-]+(-\d+)?,\d+,\d+,[\d.]+,[1-4],[1-4],[1-4],[A-Z][A-Za-z ]+,\d+$/)
  })

  test('segments.csv adds up to the customers and the revenue printed', () => {
    const [header, ...rows] = csv('segments.csv').map((row) => row.split(','))
    const column = (name: string) => rows.map((row) => Number(row[header!.indexOf(name)]))
    const sum = (values: number[]) => values.reduce((a, b) => a + b, 0)
    expect(sum(column('customers'))).toBe(2000)
    expect(sum(column('customerShare'))).toBeCloseTo(1, 9)
    const revenue = Number(/revenue ([\d,.]+)/.exec(stdout)![1]!.replaceAll(',', ''))
    expect(sum(column('revenue'))).toBeCloseTo(revenue, 2)
  })

  test('recommendations.csv ranks ten products for each customer, with causes', () => {
    const [header, ...rows] = csv('recommendations.csv').map((row) => row.split(','))
    expect(header).toEqual(
      ['customer', 'rank', 'product', 'name', 'score', 'source'].concat(['because1', 'because2', 'because3']),
    )
    expect(rows).toHaveLength(20_000)
    rows.forEach(([, rank], i) => expect(Number(rank)).toBe((i % 10) + 1))
    const personal = rows.filter((row) => row[5] === 'item-knn')
    expect(personal.length).toBeGreaterThan(10_000)
    expect(personal.every((row) => row[6]!.startsWith('p-'))).toBe(true)
  })

  test('a list under rules is shown, with its places for rarely bought products', () => {
    const [, list] = /^ {2}Under rules \(in stock, at most 2 of a category, .*\):\n([^]*?)\n\n/m.exec(stdout)!
    const rows = list!.split('\n').slice(1)
    expect(rows).toHaveLength(10)
    expect(rows.filter((row) => row.endsWith('  rarely bought'))).toHaveLength(2)
  })

  test('evaluation.json holds the figures printed', () => {
    const [best, popular, baseline] = json.returningCustomers
    expect([best.model, popular.model, baseline.model]).toEqual(['item-based CF', 'popularity', 'mean quantity'])
    const { mean, low, high } = best.metrics.precision
    expect(stdout).toContain(`${mean.toFixed(4)} (${low.toFixed(4)}–${high.toFixed(4)})`)
    expect(json.split.returningCustomers).toBeGreaterThan(best.customers)
    expect(json.newCustomers[0].customers).toBe(json.split.newCustomers)
  })

  test('tastes and bundles are found: personal lists foresee more than popular ones', () => {
    const [best, popular, baseline] = json.returningCustomers
    for (const metric of ['precision', 'recall', 'ndcg', 'hitRate', 'coverage']) {
      expect(best.metrics[metric].low).toBeGreaterThan(popular.metrics[metric].high)
      expect(popular.metrics[metric].low).toBeGreaterThan(baseline.metrics[metric].high)
    }
  })
})

test('--help explains every option and exits with 0', async () => {
  const { status, stdout, stderr } = await run(command, ['--help'])
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  for (const option of [
    'orders',
    'customer',
    'columns',
    'without',
    'date-format',
    'time-zone',
    'seed',
    'out',
    'help',
  ]) {
    expect(stdout).toContain(`--${option}`)
  }
})

test('--timings go to stderr, so that stdout stays the result', async () => {
  const { stdout, stderr } = await run(command, ['--timings'])
  expect(stderr).toMatch(/^Timings; \d+ MB resident at most\n/)
  expect(stdout).not.toContain('Timings')
})

test('a reader that stops early is no error', async () => {
  const child = spawn(process.execPath, [command], { stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout.destroy()
  let stderr = ''
  child.stderr.on('data', (data) => (stderr += String(data)))
  const status = await new Promise((resolve) => child.on('close', resolve))
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
})

describe('on a CSV file', () => {
  const path = join(folder, 'orders.csv')
  const rows = [
    'Order,"Customer, ID",SKU,Title,Group,Paid,Units,Unit price',
    'o1,17850,A1,"Mug, blue",Home,05.01.2024,2,4.50',
    'o1,17850,A2,\u001b[31mRED\u001b[0m LAMP,Home,05.01.2024,1,30.00',
    'o2,12346,A1,"Mug, blue",Home,11.02.2024,1,4.50',
    'o3,12346,A3,\u001b]0;mine\u0007Scarf,Clothing,01.04.2024,1,12.00',
    'o4,17850,A1,"Mug, blue",Home,20.04.2024,3,4.50',
    'o5,99999,A3,Scarf,Clothing,25.04.2024,1,12.00',
    'C6,99999,A3,Scarf,Clothing,25.04.2024,1,12.00',
    'o7,99999,A3,Scarf,Clothing,25.04.2024,0,12.00',
    'o8,,A3,Scarf,Clothing,25.04.2024,1,12.00',
  ]
  writeFileSync(path, rows.join('\r\n'))
  const args = ['--orders', path, '--columns', 'customer="Customer, ID",time=Paid', '--date-format', 'DD.MM.YYYY']

  test('what is dropped is counted by rule, with its rows', async () => {
    const { status, stdout } = await run(command, args)
    expect(status).toBe(0)
    expect(stdout).toContain('          9  rows read; dropped by rule:\n')
    expect(stdout).toContain('          1  missing-customer: nobody knows who bought\n')
    expect(stdout).toContain('               row 9: – | 25.04.2024 | o8 | A3 | 1 | 12.00 | Scarf\n')
    expect(stdout).toContain('          1  quantity-not-positive: ')
    expect(stdout).toContain('          0  price-not-positive: ')
    expect(stdout).toContain('          1  cancelled: an order number with a C: a cancellation\n')
    expect(stdout).toContain('          6  rows kept\n')
    // 9 + 30 + 4.50 + 12 + 13.50 + 12
    expect(stdout).toContain('  3 customers, 3 products, 5 orders, 6 lines; revenue 81.00\n')
    expect(stdout).toContain('RFM scores 1 to 4, as of 2024-04-26\n')
    expect(Math.max(...stdout.split('\n').map(displayWidth))).toBeLessThanOrEqual(100)
  })

  test('a rule can be turned off', async () => {
    const { stdout } = await run(command, [...args, '--without', 'cancelled'])
    expect(stdout).toContain('          7  rows kept\n')
    expect(stdout).toContain('  Rows were kept in spite of cancelled, which was turned off\n')
    expect(stdout).toContain('revenue 93.00\n')
  })

  test('--customer shows figures, segment, last month and recommendations', async () => {
    const { status, stdout } = await run(command, [...args, '--customer', '17850'])
    expect(status).toBe(0)
    expect(stdout).toContain('Customer 17850 of orders.csv\n')
    expect(stdout).toMatch(/Recency +6 days +\d {2}last order 2024-04-20\n/)
    expect(stdout).toMatch(/Frequency +3 lines +\d {2}2 orders, 2 products\n/)
    expect(stdout).toMatch(/Monetary +52\.50 +\d {2}since 2024-01-05\n/)
    expect(stdout).toMatch(/Segment: [A-Z][A-Za-z ]+; cluster \d of \d\n/)
    expect(stdout).toContain('Last month: the 30 days before 2024-04-26\n')
    expect(stdout).toMatch(/2024-04-20 +A1 +Mug, blue +3 +13\.50\n {2}In all 1 line, 13\.50\n/)
    expect(stdout).toMatch(/1 +A3 +Scarf +[\d.]+\n +because of Mug, blue\n/)
  })

  test('of a month with many purchases the newest 30 are shown, the others counted', async () => {
    const busy = join(folder, 'busy.csv')
    const lines = Array.from({ length: 45 }, (_, i) => `a,p${i},2024-01-01T10:${10 + i},1`)
    writeFileSync(busy, `customer,sku,date,amount\n${lines.join('\n')}`)
    const { stdout } = await run(command, ['--orders', busy, '--customer', 'a'])
    expect(stdout.match(/^ {2}2024-01-01 +p\d+ /gm)).toHaveLength(30)
    expect(stdout).toContain('  and 15 earlier lines\n  In all 45 lines, 45.00\n')
  })

  test.each([
    ['12346', /1 +A2 +RED LAMP +[\d.]+\n +because of Mug, blue\n/],
    ['99999', /1 +A1 +Mug, blue +[\d.]+\n +because of Scarf\n/],
  ])('names cannot command the terminal of who looks at %s', async (customer, expected) => {
    const { stdout } = await run(command, [...args, '--customer', customer])
    expect(stdout).toMatch(expected)
    expect(stdout.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
  })

  test('an evaluation that cannot be made is left out with its reason', async () => {
    const short = join(folder, 'short.csv')
    writeFileSync(short, 'customer,sku,date,amount\na,x,2024-01-01,5\nb,y,2024-01-03,5\n')
    const out = join(folder, 'short')
    const { status, stdout } = await run(command, ['--orders', short, '--out', out])
    expect(status).toBe(0)
    expect(stdout).toContain('Left out: there are no orders before the last 30 days to learn from\n')
    expect(JSON.parse(readFileSync(join(out, 'evaluation.json'), 'utf8'))).toHaveProperty('leftOut')
  })

  test('orders without products are scored all the same', async () => {
    const plain = join(folder, 'plain.csv')
    writeFileSync(plain, 'customer,date,amount\na,2024-01-01,5\nb,2024-03-01,5\nb,2024-03-07,9\n')
    const out = join(folder, 'plain')
    const { status, stdout } = await run(command, ['--orders', plain, '--out', out])
    expect(status).toBe(0)
    expect(stdout).toContain('2 customers, 3 lines; revenue 19.00')
    expect(stdout).toContain('Left out: the orders have no column of products; name it with --columns product=NAME\n')
    expect(readFileSync(join(out, 'recommendations.csv'), 'utf8')).toBe(
      'customer,rank,product,name,score,source,because1,because2,because3\r\n',
    )
  })
})
