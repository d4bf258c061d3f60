import type TS from "typescript";
import {ts} from "./typescript.js";

/** A place in a cell's text: offsets from its start, and its line from 1. */
interface Span {
  start: number;
  end: number;
  line: number;
}

/** What is known of the code of a cell without running it. */
export interface ParsedCell {
  statements: Span[];
  /** Names that the cell gives to the others: its top-level declarations and imports. */
  declared: {name: string; line: number}[];
  /** Names that it assigns to, and that nothing in it declares. */
  assigned: {name: string; line: number}[];
  /** Names that it uses, and that nothing in it declares. */
  used: Set<string>;
  /**
   * Its import statements. `quoted` is the place of the specifier with its quotation marks; `dynamic` the same import as
   * a call of `$import`, for code that is not a module.
   */
  imports: (Span & {specifier: string; quoted: Span; dynamic: string})[];
  /** The expression that the cell ends with, and that a notebook shows. */
  last: Span | null;
}

const options: TS.TranspileOptions = {
  reportDiagnostics: true,
  compilerOptions: {target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true}
};

/** The code as JavaScript: types are gone. */
export function toJavaScript(source: string): string {
  return ts.transpileModule(source, options).outputText;
}

/** The syntax errors of a cell, in the order of its text, with their line from 1 and French words. */
export function syntaxErrors(source: string): {line: number; message: string}[] {
  const lines = source.split("\n").length;
  return (ts.transpileModule(asModule(source), options).diagnostics ?? []).map(({file, start = 0, messageText}) => ({
    line: Math.min((file?.getLineAndCharacterOfPosition(start).line ?? 0) + 1, lines),
    message: ts.flattenDiagnosticMessageText(messageText, " ")
  }));
}

/** With an export a text is a module, where `await` may stand at the top. */
function asModule(source: string): string {
  return `${source}\nexport {};`;
}

/** Reads the code of a cell as TypeScript with `await` at the top. */
export function parseCell(source: string): ParsedCell {
  const file = ts.createSourceFile("cell.ts", asModule(source), ts.ScriptTarget.ES2023, true, ts.ScriptKind.TS);
  const lines = source.split("\n").length;
  const lineOf = (position: number) => Math.min(file.getLineAndCharacterOfPosition(position).line + 1, lines);
  const spanOf = (node: TS.Node): Span => {
    const start = node.getStart(file);
    return {start, end: node.getEnd(), line: lineOf(start)};
  };
  const statements = file.statements.slice(0, -1);
  const declared = statements.flatMap(namesOf).map((name) => ({name: name.text, line: lineOf(name.getStart(file))}));
  const inner = new Set<string>();
  const used = new Set<string>();
  const assigned: ParsedCell["assigned"] = [];
  const visit = (node: TS.Node) => {
    if (isDeclaration(node)) for (const name of bindingNames(node.name)) inner.add(name.text);
    if (ts.isIdentifier(node) && isReference(node)) used.add(node.text);
    const target = targetOf(node);
    if (target) assigned.push({name: target.text, line: lineOf(target.getStart(file))});
    ts.forEachChild(node, visit);
  };
  visit(file);
  const outer = (name: string) => !inner.has(name) && declared.every((one) => one.name !== name);
  const last = statements.at(-1);
  return {
    statements: statements.map(spanOf),
    declared,
    assigned: assigned.filter(({name}) => outer(name)),
    used: new Set([...used].filter(outer)),
    imports: statements.filter(ts.isImportDeclaration).map((node) => ({
      ...spanOf(node),
      specifier: (node.moduleSpecifier as TS.StringLiteral).text,
      quoted: spanOf(node.moduleSpecifier),
      dynamic: dynamicImport(node)
    })),
    last: last && ts.isExpressionStatement(last) ? spanOf(last.expression) : null
  };
}

/** `import {a as b} from "x"` as `const {a: b} = await $import("x")`. */
function dynamicImport({importClause, moduleSpecifier}: TS.ImportDeclaration): string {
  const call = `await $import(${moduleSpecifier.getText()})`;
  if (importClause?.isTypeOnly) return "";
  const {name, namedBindings} = importClause ?? {};
  if (namedBindings && ts.isNamespaceImport(namedBindings))
    return `const ${namedBindings.name.text} = ${call}${name ? `, {default: ${name.text}} = ${namedBindings.name.text}` : ""};`;
  const named = namedBindings?.elements.filter(({isTypeOnly}) => !isTypeOnly) ?? [];
  const pairs = [
    ...(name ? [`default: ${name.text}`] : []),
    ...named.map(({propertyName, name: own}) => (propertyName ? `${propertyName.getText()}: ${own.text}` : own.text))
  ];
  return pairs.length > 0 ? `const {${pairs.join(", ")}} = ${call};` : `${call};`;
}

function isDeclaration(node: TS.Node): node is TS.Node & {name: TS.BindingName} {
  return (
    (ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isFunctionExpression(node) ||
      ts.isClassDeclaration(node)) &&
    node.name !== undefined
  );
}

function namesOf(statement: TS.Statement): TS.Identifier[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({name}) => bindingNames(name));
  if (
    (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement) || ts.isEnumDeclaration(statement)) &&
    statement.name
  )
    return [statement.name];
  if (!ts.isImportDeclaration(statement)) return [];
  const {name, namedBindings} = statement.importClause ?? {};
  const others = !namedBindings
    ? []
    : ts.isNamespaceImport(namedBindings)
      ? [namedBindings.name]
      : namedBindings.elements.map((element) => element.name);
  return name ? [name, ...others] : others;
}

function bindingNames(name: TS.BindingName): TS.Identifier[] {
  if (ts.isIdentifier(name)) return [name];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? bindingNames(element.name) : []));
}

function isReference(node: TS.Identifier): boolean {
  const {parent} = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  return !ts.isImportSpecifier(parent) && !ts.isBindingElement(parent) && !ts.isMethodDeclaration(parent);
}

function targetOf(node: TS.Node): TS.Identifier | null {
  const isAssignment =
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
    node.operatorToken.kind <= ts.SyntaxKind.LastAssignment;
  const isStep =
    (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) &&
    (node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken);
  const target = isAssignment ? node.left : isStep ? node.operand : null;
  return target && ts.isIdentifier(target) ? target : null;
}
