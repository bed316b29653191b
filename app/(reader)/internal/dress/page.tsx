import { connection } from 'next/server'

/** Nothing: server/render/built-dress.ts reads the names of style sheets and faces off it. */
export default async function DressPage() {
  await connection()
  return null
}
