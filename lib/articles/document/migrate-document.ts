type Json = Readonly<Record<string, unknown>>

const isObject = (json: unknown): json is Json =>
  typeof json === 'object' && json !== null && !Array.isArray(json)

/** Version 1 kept a caption as an attribute and knew no credit, no focal point and no choice about `alt`. */
const figure = ({ type, attrs }: Json): Json => {
  const { caption, ...kept } = isObject(attrs) ? attrs : {}
  return {
    type,
    attrs: { ...kept, decorative: false, credit: '', focus: '' },
    content:
      typeof caption === 'string' && caption.trim() !== ''
        ? [{ type: 'text', text: caption, marks: [] }]
        : [],
  }
}

/** The same tree as a document of version 2. Bounded by document-size.ts, which looks first. */
const fromFirst = (json: unknown): unknown => {
  if (!isObject(json)) return json
  if (json.type === 'figure') return figure(json)
  return Array.isArray(json.content) ? { ...json, content: json.content.map(fromFirst) } : json
}

/** A stored document as the newest version of the schema would have it; what a later Stet wrote stays as it is. */
export const migrateDocument = (json: unknown, schemaVersion: number): unknown =>
  schemaVersion === 1 ? fromFirst(json) : json
