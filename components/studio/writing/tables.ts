import type { Node, ResolvedPos, Schema } from '@tiptap/pm/model'
import {
  type Command,
  type EditorState,
  Plugin,
  Selection,
  TextSelection,
  type Transaction,
} from '@tiptap/pm/state'

interface Place {
  readonly table: Node
  /** Position before the table. */
  readonly at: number
  readonly row: number
  readonly column: number
}

const depthOf = (at: ResolvedPos, name: string): number => {
  for (let depth = at.depth; depth > 0; depth -= 1) if (at.node(depth).type.name === name) return depth
  return -1
}

const placeIn = ({ selection: { $head } }: EditorState): Place | null => {
  const depth = depthOf($head, 'table')
  if (depth < 0 || $head.depth < depth + 2) return null
  return {
    table: $head.node(depth),
    at: $head.before(depth),
    row: $head.index(depth),
    column: $head.index(depth + 1),
  }
}

export const inTable = (state: EditorState): boolean => placeIn(state) !== null

const columnsOf = (table: Node): number => table.firstChild?.childCount ?? 0

const emptyCell = (schema: Schema, heads: boolean, attrs: Node['attrs'] = {}): Node | null =>
  schema.nodes[heads ? 'tableHeader' : 'tableCell']?.createAndFill(attrs) ?? null

const rowOf = (schema: Schema, cells: readonly (Node | null)[]): Node | null =>
  schema.nodes.tableRow?.createAndFill(
    null,
    cells.filter((cell) => cell !== null),
  ) ?? null

/** A table whose first row holds the headings. */
export const makeTable = (schema: Schema, rows: number, columns: number): Node | null => {
  const line = (row: number) =>
    rowOf(
      schema,
      Array.from({ length: columns }, () => emptyCell(schema, row === 0)),
    )
  const lines = Array.from({ length: rows }, (_, row) => line(row)).filter((row) => row !== null)
  return schema.nodes.table?.createAndFill(null, lines) ?? null
}

/** Where the words of a cell begin, in a document that holds the table at `at`. */
const startOfCell = (table: Node, at: number, row: number, column: number): number => {
  let position = at + 1
  for (let before = 0; before < row; before += 1) position += table.child(before).nodeSize
  position += 1
  const cells = table.child(row)
  for (let before = 0; before < column; before += 1) position += cells.child(before).nodeSize
  return position + 2
}

const put = (tr: Transaction, { at, table }: Place, next: Node, row: number, column: number): Transaction => {
  tr.replaceWith(at, at + table.nodeSize, next)
  const place = startOfCell(
    next,
    at,
    Math.min(row, next.childCount - 1),
    Math.min(column, columnsOf(next) - 1),
  )
  return tr.setSelection(TextSelection.near(tr.doc.resolve(place))).scrollIntoView()
}

const children = (node: Node): Node[] => Array.from({ length: node.childCount }, (_, i) => node.child(i))

type Change = (place: Place, schema: Schema) => { rows: readonly Node[]; row: number; column: number } | null

const change =
  (make: Change): Command =>
  (state, dispatch) => {
    const place = placeIn(state)
    if (!place) return false
    const made = make(place, state.schema)
    if (!made) return false
    const next = place.table.type.create(place.table.attrs, [...made.rows])
    dispatch?.(put(state.tr, place, next, made.row, made.column))
    return true
  }

export const addRow: Command = change(({ table, row, column }, schema) => {
  const cells = children(table.child(row)).map(({ attrs }) => emptyCell(schema, false, attrs))
  const made = rowOf(schema, cells)
  return made && { rows: children(table).toSpliced(row + 1, 0, made), row: row + 1, column }
})

export const addColumn: Command = change(({ table, row, column }, schema) => ({
  rows: children(table).map((line, i) => {
    const cell = emptyCell(schema, i === 0)
    return cell ? line.type.create(line.attrs, children(line).toSpliced(column + 1, 0, cell)) : line
  }),
  ...{ row, column: column + 1 },
}))

/** The row of headings stays. */
export const deleteRow: Command = change(({ table, row, column }) =>
  row === 0 ? null : { rows: children(table).toSpliced(row, 1), row: row - 1, column },
)

export const deleteColumn: Command = change(({ table, row, column }) =>
  columnsOf(table) < 2
    ? null
    : {
        rows: children(table).map((line) =>
          line.type.create(line.attrs, children(line).toSpliced(column, 1)),
        ),
        ...{ row, column: Math.max(0, column - 1) },
      },
)

/** For the whole column: Markdown knows no other way. */
export const alignColumn = (align: string | null): Command =>
  change(({ table, row, column }) => ({
    rows: children(table).map((line) =>
      line.type.create(
        line.attrs,
        children(line).map((cell, i) =>
          i === column ? cell.type.create({ ...cell.attrs, align }, cell.content) : cell,
        ),
      ),
    ),
    ...{ row, column },
  }))

export const deleteTable: Command = (state, dispatch) => {
  const place = placeIn(state)
  if (!place) return false
  const { tr } = state
  tr.delete(place.at, place.at + place.table.nodeSize)
  dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(Math.min(place.at, tr.doc.content.size)))))
  return true
}

/** Behind the last cell a new row begins; before the first, the cursor stays. */
export const toNextCell =
  (direction: 1 | -1): Command =>
  (state, dispatch, view) => {
    const place = placeIn(state)
    if (!place) return false
    const columns = columnsOf(place.table)
    const next = place.row * columns + place.column + direction
    if (next < 0) return true
    if (next >= place.table.childCount * columns)
      return change(({ table }, schema) => {
        const made = rowOf(
          schema,
          children(table.child(table.childCount - 1)).map(({ attrs }) => emptyCell(schema, false, attrs)),
        )
        return made && { rows: [...children(table), made], row: table.childCount, column: 0 }
      })(state, dispatch, view)
    const start = startOfCell(place.table, place.at, Math.floor(next / columns), next % columns)
    dispatch?.(state.tr.setSelection(TextSelection.near(state.doc.resolve(start))).scrollIntoView())
    return true
  }

const isSteady = (table: Node): boolean =>
  children(table).every(
    (row, i) =>
      row.childCount === columnsOf(table) &&
      children(row).every(({ type }) => (type.name === 'tableHeader') === (i === 0)),
  )

const steady = (table: Node, schema: Schema): Node => {
  const columns = Math.max(...children(table).map(({ childCount }) => childCount))
  return table.type.create(
    table.attrs,
    children(table).map((row, i) => {
      const type = schema.nodes[i === 0 ? 'tableHeader' : 'tableCell']
      const cells = children(row).map((cell) => type?.create(cell.attrs, cell.content) ?? cell)
      while (cells.length < columns) {
        const cell = emptyCell(schema, i === 0)
        if (!cell) break
        cells.push(cell)
      }
      return row.type.create(row.attrs, cells)
    }),
  )
}

/** Whatever was cut, dropped or pasted: all rows of a table stay equally long and the first holds the headings. */
export const steadyTables = new Plugin({
  appendTransaction: (changes, before, { doc, tr, schema }) => {
    if (!changes.some(({ docChanged }) => docChanged) || doc === before.doc) return null
    const uneven: { at: number; table: Node }[] = []
    doc.descendants((node, at) => {
      if (node.type.name === 'table' && !isSteady(node)) uneven.unshift({ at, table: node })
      return !node.isTextblock && node.type.name !== 'table'
    })
    for (const { at, table } of uneven) tr.replaceWith(at, at + table.nodeSize, steady(table, schema))
    return uneven.length > 0 ? tr : null
  },
})
