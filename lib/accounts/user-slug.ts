/**
 * The address of an author's page, made from the name: letters and digits of any script, the rest becomes hyphens.
 * The store appends a number when it is taken.
 */
export const userSlug = (name: string): string => {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{Script=Inherited}/gu, '')
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
  return (
    [...slug]
      .slice(0, 60)
      .join('')
      .replace(/^-+|-+$/g, '') || 'author'
  )
}
