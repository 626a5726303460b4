import ts from 'typescript'
import { read, sourceFiles } from './repository.js'

/** One import of a file. */
export interface Import {
  readonly file: string
  readonly source: string
}

/** Every import of something outside the package in the TypeScript files below a folder. */
export function outsideImports(folder: string): Import[] {
  return sourceFiles(folder).flatMap((file) =>
    importedSources(read(file))
      .filter((source) => !source.startsWith('.'))
      .map((source) => ({ file, source })),
  )
}

/** What a file imports in any way: also only types, by re-export, or when it runs. */
export function importedSources(code: string): string[] {
  return ts.preProcessFile(code, true, true).importedFiles.map(({ fileName }) => fileName)
}
