/** Names of file fields, each with the field of text that what its file says is added to. */
export type TextFiles = Readonly<Record<string, string>>

/** The entries of a form with the texts of these files (UTF-8) in the fields they belong to; other files stay files. */
export const withTextFiles = async (
  form: FormData,
  files: TextFiles,
): Promise<readonly [string, FormDataEntryValue][]> => {
  const said = new Map<string, string>()
  const others: [string, FormDataEntryValue][] = []
  for (const [name, value] of form) {
    const field = typeof value === 'string' ? undefined : files[name]
    if (field === undefined || typeof value === 'string') others.push([name, value])
    // Browsers send an empty file where none was chosen.
    else if (value.size > 0) said.set(field, `${said.get(field) ?? ''}\n${await value.text()}`)
  }
  return others.map(([name, value]) => [
    name,
    typeof value === 'string' ? value + (said.get(name) ?? '') : value,
  ])
}
