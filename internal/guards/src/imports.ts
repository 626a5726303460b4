import ts from 'typescript'
import { read, sourceFiles } from './repository.js'

/** An import, re-export or dynamic import of a file, types included. */
export interface Import {
  readonly file: string
  readonly source: string
}

/** Every import of something outside the package in the TypeScript files below a folder. */
export function outsideImports(folder: string): Import[] {
  return sourceFiles(folder).flatMap((file) =>
    ts
      .preProcessFile(read(file), true, true)
      .importedFiles.map(({ fileName }) => ({ file, source: fileName }))
      .filter(({ source }) => !source.startsWith('.')),
  )
}
