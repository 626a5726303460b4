import fc from 'fast-check'
import { expect, test } from 'vitest'
import { customerIds, productNames } from '../src/names.js'

test('customer ids are unique, also when there are more customers than pairs of words', () => {
  const ids = customerIds(7000, 1)
  expect(new Set(ids).size).toBe(7000)
  expect(ids.slice(0, 3000).every((id) => /^[a-z]+-[a-z]+$/.test(id))).toBe(true)
  expect(ids[3000]).toBe(`${ids[0]!}-2`)
  expect(ids[6000]).toBe(`${ids[0]!}-3`)
})

test('the first customers keep their ids when more are asked for', () => {
  expect(customerIds(50, 'a')).toEqual(customerIds(400, 'a').slice(0, 50))
})

test('a product is called after a noun of its category', () => {
  const names = productNames([0, 1, 1], [['Lamp'], ['Novel', 'Atlas']], 3)
  expect(names[0]).toMatch(/^[A-Z][a-z]+ Lamp$/)
  expect(names[1]).toMatch(/^[A-Z][a-z]+ (Novel|Atlas)$/)
})

test('product names are unique, even if categories share a noun or a noun looks numbered', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 400 }), fc.integer(), (category, seed) => {
      const names = productNames(category, [['Lamp'], ['Lamp', 'Mug'], ['Lamp 2']], seed)
      expect(new Set(names).size).toBe(category.length)
    }),
    { numRuns: 30 },
  )
})

test('another seed names others', () => {
  expect(customerIds(20, 1)).not.toEqual(customerIds(20, 2))
})
