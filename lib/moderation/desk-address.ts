/** The fields of the desk's address, in their order. */
export const QUEUE_FIELDS = [
  'tab',
  'order',
  'q',
  'piece',
  'writer',
  'watch',
  'author',
  'check',
  'script',
  'language',
  'links',
  'from',
  'until',
  'after',
] as const
export type QueueField = (typeof QUEUE_FIELDS)[number]
export type QueueFields = Readonly<Partial<Record<QueueField, string>>>

/** `/desk?…` with these fields, empty ones left out. */
export const deskAddress = (fields: QueueFields): string => {
  const query = new URLSearchParams()
  for (const name of QUEUE_FIELDS) {
    const value = fields[name]
    if (value !== undefined && value !== '') query.set(name, value)
  }
  const text = query.toString()
  return text === '' ? '/desk' : `/desk?${text}`
}

/** The fields of such an address or of its query; unknown ones are left out. */
export const readDeskAddress = (address: string): QueueFields => {
  const query = new URLSearchParams(address.slice(address.indexOf('?') + 1))
  return Object.fromEntries(
    QUEUE_FIELDS.flatMap((name) => {
      const value = query.get(name)
      return value === null || value === '' || value.length > 400 ? [] : [[name, value]]
    }),
  )
}
