import { expect, test } from 'vitest'
import { readCsvText, type TableColumn } from '../src/index.js'
import { timeCells, type TimeOptions } from '../src/time-cells.js'

function timesOf(texts: readonly string[], options: Partial<TimeOptions> = {}) {
  const table = readCsvText(`at,x\n${texts.map((text) => `"${text}",1`).join('\n')}\n`)
  return timeCells(table, table.columns[0]!, { timeZone: 'UTC', ...options })
}

function timesOfColumn(column: TableColumn, options: Partial<TimeOptions> = {}) {
  return timeCells({ name: 't', rowCount: 1, columns: [column] }, column, { timeZone: 'UTC', ...options })
}

test('ISO texts are read, also with the blank that shops put before the offset', () => {
  const texts = ['2024-01-05', '2024-01-05 10:00:00', '2024-01-05T10:00:00+01:00', '2024-01-05 10:00:00 -0500']
  expect(Array.from(timesOf([...texts, '2024-01-05 10:00:00 UTC', '']).values)).toEqual([
    Date.UTC(2024, 0, 5),
    Date.UTC(2024, 0, 5, 10),
    Date.UTC(2024, 0, 5, 9),
    Date.UTC(2024, 0, 5, 15),
    Date.UTC(2024, 0, 5, 10),
    NaN,
  ])
})

test('clock times hang in the time zone', () => {
  expect(timesOf(['2024-07-01 12:00'], { timeZone: 'Europe/Berlin' }).values[0]).toBe(Date.UTC(2024, 6, 1, 10))
})

test('dates of spreadsheets are read when only one reading fits all of them, and the reading is told', () => {
  const { values, dateFormat } = timesOf(['12/1/2010 8:26', '12/13/2010 8:28', ''])
  expect(Array.from(values)).toEqual([Date.UTC(2010, 11, 1, 8, 26), Date.UTC(2010, 11, 13, 8, 28), NaN])
  expect(dateFormat).toBe('M/D/YYYY H:mm')
  expect(timesOf(['2010-12-01']).dateFormat).toBeUndefined()
})

test('dates that could be read both ways ask for a dateFormat', () => {
  expect(() => timesOf(['1/12/2010', '2/11/2010'])).toThrow(
    'cleanOrders: time "at" must come with a dateFormat, as all its dates could be "D/M/YYYY" or "M/D/YYYY", got "1/12/2010"',
  )
  expect(timesOf(['1/12/2010'], { dateFormat: 'M/D/YYYY' }).values[0]).toBe(Date.UTC(2010, 0, 12))
})

test('a text that is no date is bad; its error shows the row, the line, the text and what to give', () => {
  const cells = timesOf(['2024-01-05', 'soon'])
  expect([cells.isBad(0), cells.isBad(1)]).toEqual([false, true])
  expect(cells.fault(1).message).toBe(
    'cleanOrders: time "at" of row 2 (line 3) must be a date in ISO 8601 (2011-12-10), or dateFormat must say how it is ' +
      'written ("M/D/YYYY H:mm", "DD.MM.YYYY"), got "soon"',
  )
  expect(timesOf(['30/2/2024'], { dateFormat: 'D/M/YYYY' }).fault(0).message).toBe(
    'cleanOrders: time "at" of row 1 (line 2) must be a date like "D/M/YYYY", got "30/2/2024"',
  )
})

test('times of the file are taken as they are; clock times without a zone hang in the time zone', () => {
  const values = Float64Array.of(Date.UTC(2024, 6, 1, 12), NaN)
  const zoned = timesOfColumn({ name: 'at', kind: 'time', values, local: false }, { timeZone: 'Europe/Berlin' })
  expect(zoned.values).toBe(values)
  const local = timesOfColumn({ name: 'at', kind: 'time', values, local: true }, { timeZone: 'Europe/Berlin' })
  expect(local.values).toEqual(Float64Array.of(Date.UTC(2024, 6, 1, 10), NaN))
})

test('a time that no date can hold is bad', () => {
  const values = Float64Array.of(9e15, 8.64e15)
  const cells = timesOfColumn({ name: 'at', kind: 'time', values, local: false })
  expect([cells.isBad(0), cells.isBad(1)]).toEqual([true, false])
  expect(cells.fault(0).message).toMatch(/^cleanOrders: time "at" of row 1 must be a date in .*, got 9000000000000000$/)
})

test('numbers are times only when a format says what they count', () => {
  const values = Float64Array.of(NaN, 20101201, 20101301)
  const column: TableColumn = { name: 'at', kind: 'number', values }
  const cells = timesOfColumn(column, { dateFormat: 'YYYYMMDD' })
  expect(cells.values).toEqual(Float64Array.of(NaN, Date.UTC(2010, 11, 1), NaN))
  expect([0, 1, 2].map((row) => cells.isBad(row))).toEqual([false, false, true])
  expect(() => timesOfColumn(column)).toThrow(
    'cleanOrders: time "at" must hold dates, or dateFormat must say what its numbers are ("X": epoch seconds, "x": ' +
      'milliseconds), got 20101201',
  )
})
