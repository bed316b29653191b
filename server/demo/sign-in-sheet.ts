import { STAFF } from './content/people'

/** How to sign in as each role, for the terminal. */
export const signInSheet = (origin: string): string => {
  const rows = Object.values(STAFF).flatMap(({ role, email, password }) =>
    password === null ? [] : [{ role, email, password }],
  )
  const width = (pick: (row: (typeof rows)[number]) => string) =>
    Math.max(...rows.map((row) => pick(row).length))
  const [role, email] = [width((row) => row.role), width((row) => row.email)]
  const lines = rows.map((row) => `  ${row.role.padEnd(role)}  ${row.email.padEnd(email)}  ${row.password}`)
  return [`Sign in at ${origin}/login:`, ...lines].join('\n')
}
