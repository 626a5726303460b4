import { random, shuffle, type Random } from '@clientele/core'

/** Colours, materials and moods: the first word of a product or customer. */
const ADJECTIVES = [
  'Amber', 'Ash', 'Azure', 'Birch', 'Bold', 'Brass', 'Bright', 'Bronze', 'Calm', 'Cedar', 'Clear', 'Cobalt', 'Copper',
  'Coral', 'Cotton', 'Crimson', 'Dusky', 'Ebony', 'Fern', 'Gentle', 'Golden', 'Granite', 'Hazel', 'Indigo', 'Ivory',
  'Jade', 'Lilac', 'Linen', 'Maple', 'Marble', 'Mellow', 'Misty', 'Mossy', 'Olive', 'Opal', 'Pale', 'Pearl', 'Quiet',
  'Rosy', 'Rustic', 'Saffron', 'Sandy', 'Scarlet', 'Silver', 'Slate', 'Sunny', 'Teal', 'Velvet', 'Willow', 'Woven',
] // prettier-ignore

/** Customers are named after animals: readable, and nobody's personal data. */
const ANIMALS = [
  'badger', 'beaver', 'bison', 'cat', 'crane', 'curlew', 'deer', 'dolphin', 'dove', 'duck', 'eagle', 'egret', 'falcon',
  'finch', 'fox', 'gecko', 'goose', 'hare', 'hawk', 'heron', 'horse', 'ibis', 'jackdaw', 'kestrel', 'kite', 'lark',
  'lemur', 'linnet', 'lizard', 'lynx', 'marten', 'mole', 'moth', 'newt', 'oriole', 'otter', 'owl', 'panda', 'pigeon',
  'plover', 'puffin', 'rabbit', 'raven', 'robin', 'salmon', 'seal', 'sparrow', 'stork', 'swan', 'swift', 'tern',
  'thrush', 'toad', 'trout', 'vole', 'walrus', 'whale', 'wolf', 'wren', 'yak',
] // prettier-ignore

/** Customer ids such as "amber-falcon": unique, and the first ones stay the same when more are asked for. */
export function customerIds(count: number, seed: string | number): string[] {
  const pairs = shuffledPairs(ANIMALS.length, random(seed).fork('customer names'))
  return unique(count, '-', (i) => {
    const [adjective, animal] = pairOf(pairs, i, ANIMALS.length)
    return `${ADJECTIVES[adjective]!.toLowerCase()}-${ANIMALS[animal]!}`
  })
}

/** Product names such as "Amber Lamp", unique in the shop; when a category's words run out, a number follows. */
export function productNames(
  category: ArrayLike<number>,
  nounsOf: readonly (readonly string[])[],
  seed: string | number,
): string[] {
  const stream = random(seed).fork('product names')
  const pairs = nounsOf.map((nouns, c) => shuffledPairs(nouns.length, stream.fork(c)))
  const used = new Int32Array(nounsOf.length)
  return unique(category.length, ' ', (p) => {
    const c = category[p]!
    const nouns = nounsOf[c]!
    const [adjective, noun] = pairOf(pairs[c]!, used[c]!++, nouns.length)
    return `${ADJECTIVES[adjective]!} ${nouns[noun]!}`
  })
}

/** All pairs of an adjective and one of `nouns` nouns, as numbers, in random order. */
function shuffledPairs(nouns: number, stream: Random): Int32Array {
  return shuffle(
    Int32Array.from({ length: ADJECTIVES.length * nouns }, (_, i) => i),
    stream,
  )
}

function pairOf(pairs: Int32Array, i: number, nouns: number): [adjective: number, noun: number] {
  const pair = pairs[i % pairs.length]!
  return [Math.floor(pair / nouns), pair % nouns]
}

/** Names by position; one that was given before gets the next free number: "Amber Lamp", "Amber Lamp 2". */
function unique(count: number, separator: string, nameOf: (i: number) => string): string[] {
  const taken = new Set<string>()
  const given = new Map<string, number>()
  return Array.from({ length: count }, (_, i) => {
    const base = nameOf(i)
    let times = given.get(base) ?? 0
    let name: string
    do {
      times++
      name = times === 1 ? base : `${base}${separator}${times}`
    } while (taken.has(name))
    given.set(base, times)
    taken.add(name)
    return name
  })
}
