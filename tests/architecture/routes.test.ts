import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { HOUSE_SEGMENTS } from '../../lib/articles/root-addresses'
import { readText, repositoryFiles } from './repository'

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
/** What Next lets a handler file configure. */
const CONFIGURATION: ReadonlySet<string> = new Set([
  'dynamic',
  'revalidate',
  'runtime',
  'maxDuration',
  'fetchCache',
])

const parse = (text: string): ts.SourceFile =>
  ts.createSourceFile('file.tsx', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)

const isCallOf = (node: ts.Expression | undefined, name: string): boolean =>
  node !== undefined &&
  ts.isCallExpression(node) &&
  ts.isIdentifier(node.expression) &&
  node.expression.text === name

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)

const isTypeOnly = (statement: ts.Statement): boolean =>
  ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)

/** Every constant of a file and how it is made. */
const constants = (file: ts.SourceFile): ReadonlyMap<string, ts.Expression | undefined> =>
  new Map(
    file.statements
      .filter(ts.isVariableStatement)
      .flatMap(({ declarationList }) => declarationList.declarations)
      .map(({ name, initializer }) => [name.getText(file), initializer]),
  )

/** Name → how it is made, for everything a file gives away; undefined where that cannot be told. */
const exported = (file: ts.SourceFile): ReadonlyMap<string, ts.Expression | undefined> => {
  const made = constants(file)
  const found = new Map<string, ts.Expression | undefined>()
  for (const statement of file.statements) {
    if (ts.isExportAssignment(statement)) found.set('default', statement.expression)
    else if (ts.isExportDeclaration(statement)) {
      if (statement.isTypeOnly) continue
      const clause = statement.exportClause
      if (!clause || !ts.isNamedExports(clause)) found.set('*', undefined)
      else
        for (const { name, propertyName } of clause.elements)
          found.set(name.text, made.get((propertyName ?? name).getText(file)))
    } else if (isExported(statement) && !isTypeOnly(statement)) {
      if (ts.isVariableStatement(statement)) {
        for (const { name } of statement.declarationList.declarations)
          found.set(name.getText(file), made.get(name.getText(file)))
      } else if (ts.isFunctionDeclaration(statement)) {
        const modifiers = ts.getModifiers(statement) ?? []
        const isDefault = modifiers.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)
        found.set(isDefault ? 'default' : (statement.name?.text ?? ''), undefined)
      }
    }
  }
  return found
}

const isServerFile = (file: ts.SourceFile): boolean => {
  const [first] = file.statements
  return (
    first !== undefined &&
    ts.isExpressionStatement(first) &&
    ts.isStringLiteral(first.expression) &&
    first.expression.text === 'use server'
  )
}

/** 'use server' inside a function makes an action nobody sees from outside. */
const hidesAction = (file: ts.SourceFile): boolean => {
  const look = (node: ts.Node): boolean =>
    (ts.isStringLiteral(node) &&
      node.text === 'use server' &&
      ts.isExpressionStatement(node.parent) &&
      node.parent.parent !== file) ||
    (ts.forEachChild(node, look) ?? false)
  return look(file)
}

/** Methods of a route handler that are not made by defineNextRoute. */
const nakedHandlers = (text: string): string[] =>
  [...exported(parse(text))]
    .filter(
      ([name, made]) => !CONFIGURATION.has(name) && !(METHODS.has(name) && isCallOf(made, 'defineNextRoute')),
    )
    .map(([name]) => name)

/** Server functions that are not made by defineAction. */
const nakedActions = (text: string): string[] => {
  const file = parse(text)
  if (hidesAction(file)) return ['(inside a function)']
  if (!isServerFile(file)) return []
  return [...exported(file)].filter(([, made]) => !isCallOf(made, 'defineAction')).map(([name]) => name)
}

/** Whether a page opens without openPage. */
const isNakedPage = (text: string): boolean => !isCallOf(exported(parse(text)).get('default'), 'openPage')

const app = repositoryFiles().filter((path) => /^(?:app|components)\/.*\.tsx?$/.test(path))

describe('every way in goes through one of the three doors', () => {
  it('route handlers are made by defineNextRoute', () => {
    const routes = app.filter((path) => /(?:^|\/)route\.tsx?$/.test(path))
    expect(routes.length).toBeGreaterThan(0)
    for (const path of routes) expect(nakedHandlers(readText(path)), path).toEqual([])
  })

  it('server functions are made by defineAction', () => {
    expect(app.some((path) => isServerFile(parse(readText(path))))).toBe(true)
    for (const path of app) expect(nakedActions(readText(path)), path).toEqual([])
  })

  it('pages of staff open with openPage', () => {
    const pages = app.filter((path) => path.startsWith('app/(staff)/') && /(?:^|\/)page\.tsx$/.test(path))
    expect(pages.length).toBeGreaterThan(0)
    for (const path of pages) expect(isNakedPage(readText(path)), path).toBe(false)
  })
})

describe('and the test would notice', () => {
  it.each([
    'export const GET = async () => new Response()',
    'export async function POST() {}',
    'export default defineNextRoute({})',
    "export { GET } from './elsewhere'",
    "export * from './elsewhere'",
    'const handler = other({}); export { handler as GET }',
  ])('the handler %s', (text) => {
    expect(nakedHandlers(text)).not.toEqual([])
  })

  it.each([
    "'use server'\nexport async function save() {}",
    "'use server'\nexport const save = async () => {}",
    "'use server'\nexport default defineAction",
    "'use server'\nexport const save = wrap(defineAction({}))",
    "export default function Page() { async function save() { 'use server' } }",
    "const save = async () => { 'use server' }",
  ])('the action %s', (text) => {
    expect(nakedActions(text)).not.toEqual([])
  })

  it.each([
    'export default function Page() {}',
    'export const Page = openPage()',
    'export default async () => openPage()',
  ])('the page %s', (text) => {
    expect(isNakedPage(text)).toBe(true)
  })

  it('and lets through what is right', () => {
    expect(
      nakedHandlers("export const dynamic = 'force-dynamic'\nexport const GET = defineNextRoute({})"),
    ).toEqual([])
    expect(
      nakedHandlers('const handler = defineNextRoute({})\nexport { handler as GET, handler as POST }'),
    ).toEqual([])
    expect(
      nakedActions("'use server'\nexport const save = defineAction({})\nexport type { X } from './x'"),
    ).toEqual([])
    expect(isNakedPage("export const metadata = {}\nexport default openPage('open.desk', () => null)")).toBe(
      false,
    )
  })
})

describe('addresses at the root', () => {
  it('that are the house’s own stand in the one list, so that no page takes one', () => {
    const table = readText('server/routes/route-table.ts')
    const routed = [...table.matchAll(/pattern: [`'"]\/([^/'"`:$*]+)/g)].map(([, segment = '']) => segment)
    const rooms = repositoryFiles().flatMap((path) => {
      const [, segment] = /^app\/(?:\([a-z]+\)\/)?([a-z-]+)\/(?:.*\/)?(?:page|route)\.tsx?$/.exec(path) ?? []
      return segment ?? []
    })
    const files = repositoryFiles().flatMap((path) => /^public\/([^/]+)/.exec(path)?.[1] ?? [])
    // What has a dot is no slug.
    const taken = [...new Set([...routed, ...rooms, ...files])].filter((segment) => !segment.includes('.'))
    expect(taken.length).toBeGreaterThan(25)
    expect(taken.filter((segment) => !HOUSE_SEGMENTS.has(segment))).toEqual([])
  })
})
