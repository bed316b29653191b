import { MARK_ORDER } from './document'
import { MARKS, NODES, type NodeDescription, type NodeName } from './document-nodes'
import { oneLine } from './one-line'
import { oneOf } from './one-of'
import { settle } from './settle-content'

type Json = Readonly<Record<string, unknown>>

const isObject = (json: unknown): json is Json =>
  typeof json === 'object' && json !== null && !Array.isArray(json)
const list = (json: unknown): readonly unknown[] => (Array.isArray(json) ? json : [])

const NODE_NAMES: readonly NodeName[] = Object.keys(NODES).filter((name): name is NodeName => name in NODES)
const typeOf = (json: unknown): unknown => (isObject(json) ? json.type : undefined)

/** The first part of a tree that is none of ours, by its name; null when all are. Walks without recursion. */
export const strangerIn = (json: unknown): string | null => {
  const waiting = [json]
  while (waiting.length > 0) {
    const node = waiting.pop()
    const type = typeOf(node)
    if (!isObject(node) || oneOf(NODE_NAMES, type) === undefined) return String(type ?? typeof node)
    const mark = list(node.marks).find((one) => oneOf(MARK_ORDER, typeOf(one)) === undefined)
    if (mark !== undefined) return String(typeOf(mark))
    for (const child of list(node.content)) waiting.push(child)
  }
  return null
}

/** What is said, where the schema has a word for it, and the defaults of the rest. An editor's own attributes go. */
const attributes = (known: Json | undefined, given: unknown): Json =>
  known === undefined
    ? {}
    : {
        attrs: Object.fromEntries(
          Object.entries(known).map(([name, usual]) => {
            const value = isObject(given) && Object.hasOwn(given, name) ? given[name] : undefined
            return [name, value ?? usual]
          }),
        ),
      }

const mark = (json: unknown): Json => {
  const type = oneOf(MARK_ORDER, typeOf(json)) ?? 'em'
  const known: Pick<NodeDescription, 'attrs'> = MARKS[type]
  return { type, ...attributes(known.attrs, isObject(json) ? json.attrs : undefined) }
}

const marks = (json: unknown): readonly Json[] => {
  const given = list(json).map(mark)
  return MARK_ORDER.flatMap((name): readonly Json[] => given.filter(({ type }) => type === name).slice(0, 1))
}

/** Code keeps its lines; every other text is a line. */
const text = (json: Json, inCode: boolean): readonly Json[] => {
  const raw = typeof json.text === 'string' ? json.text : ''
  const words = inCode ? raw : oneLine(raw)
  return words === '' ? [] : [{ type: 'text', text: words, marks: inCode ? [] : marks(json.marks) }]
}

/**
 * JSON of an editor in the shape of ours: every node with its `content`, every text with its `marks` in their order,
 * every attribute there, and nothing that only stands while somebody is typing. Whether it is a document is for
 * document-schema.ts to say. Bounded by document-size.ts.
 */
export const shapeDocument = (json: unknown, inCode = false): readonly Json[] => {
  if (!isObject(json)) return []
  if (json.type === 'text') return text(json, inCode)
  const type = oneOf(NODE_NAMES, json.type)
  if (type === undefined) return []
  const known: NodeDescription = NODES[type]
  const node = { type, ...attributes(known.attrs, json.attrs) }
  if (known.content === undefined) return [node]
  const content = list(json.content).flatMap((child) => shapeDocument(child, type === 'codeBlock'))
  const settled = settle(type, content)
  return settled === null ? [] : [{ ...node, content: settled }]
}
