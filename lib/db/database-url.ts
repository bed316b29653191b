export type DatabaseAddress =
  | { readonly provider: 'sqlite'; readonly file: string }
  | { readonly provider: 'postgresql'; readonly connection: string; readonly schema: string }

/**
 * `file:<path>` is SQLite; `postgresql://…` is PostgreSQL, with `?schema=` as Prisma has it (default `public`).
 * Throws on anything else.
 */
export const parseDatabaseUrl = (url: string): DatabaseAddress => {
  const [, file] = /^file:([^?]+)/.exec(url) ?? []
  if (file) return { provider: 'sqlite', file }
  if (!/^postgres(ql)?:\/\//.test(url)) {
    throw new Error('DATABASE_URL is neither file:<path> nor postgresql://<user>@<host>/<database>.')
  }
  const address = new URL(url)
  const schema = address.searchParams.get('schema') ?? 'public'
  address.searchParams.delete('schema')
  return { provider: 'postgresql', connection: address.href, schema }
}
