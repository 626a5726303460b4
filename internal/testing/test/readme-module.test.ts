import { readmeModule } from '@clientele/testing'
import { expect, test } from 'vitest'

const fence = '```'

test('the blocks of a page run in order as one module', () => {
  const page = `# Title\n\n${fence}ts\nconst a = 1\n${fence}\n\ntext\n\n${fence}ts\nconsole.log(a)\n${fence}\n`
  expect(readmeModule(page)).toBe('const a = 1\n\nconsole.log(a)\n')
})

test('imports that blocks repeat are merged by module', () => {
  const block = (code: string) => `${fence}ts\n${code}\n${fence}\n`
  const page = [
    block("import { rfm } from '@clientele/rfm'\nrfm()"),
    block(
      "import {\n  rfm,\n  nameSegments,\n} from '@clientele/rfm'\nimport type { Rfm } from '@clientele/rfm'\nnameSegments()",
    ),
  ].join('')
  expect(readmeModule(page)).toBe(
    "import { rfm, nameSegments, type Rfm } from '@clientele/rfm'\nrfm()\n\nnameSegments()\n",
  )
})

test('other languages and blocks marked to be ignored are left out', () => {
  const page = `${fence}sh\nnpm ci\n${fence}\n${fence}ts ignore\nthrow new Error('no')\n${fence}\n${fence}ts\nok()\n${fence}\n`
  expect(readmeModule(page)).toBe('ok()\n')
})

test('a page without examples has no module', () => {
  expect(readmeModule(`# Title\n\n${fence}js\n1\n${fence}\n`)).toBeUndefined()
})
