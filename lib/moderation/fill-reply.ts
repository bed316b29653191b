/** A saved answer with its variables filled in: `{name}` of the commenter, `{piece}` its title. Others stay as they are. */
export const fillReply = (body: string, facts: { readonly name: string; readonly piece: string }): string => {
  const values: Readonly<Record<string, string>> = { name: facts.name || 'reader', piece: facts.piece }
  return body.replaceAll(/\{(\w+)\}/g, (braces, word: string) =>
    Object.hasOwn(values, word) ? (values[word] ?? braces) : braces,
  )
}
