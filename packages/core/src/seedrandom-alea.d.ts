declare module 'seedrandom/lib/alea.js' {
  /** A generator of uniform numbers; `double` has 53 random bits, the call itself 32. */
  export default function alea(seed: string): { (): number; double(): number }
}
