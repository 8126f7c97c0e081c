import ts from 'typescript'

/** The names that a file of declarations offers as values, in order: types are none, even where they stand for a class. */
export function listDeclaredValues(file: string): string[] {
  const program = ts.createProgram([file], {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    types: []
  })
  const checker = program.getTypeChecker()
  const module = checker.getSymbolAtLocation(program.getSourceFile(file)!)
  if (module === undefined) throw new Error(`${file}: exports nothing`)
  return checker
    .getPropertiesOfType(checker.getTypeOfSymbol(module))
    .map(({ name }) => name)
    .sort()
}
