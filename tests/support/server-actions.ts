import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Persona, cookieHeader } from './persona'

const MANIFEST = join(import.meta.dirname, '../../.next/server/server-reference-manifest.json')

interface Manifest {
  readonly node: Readonly<Record<string, { readonly filename: string; readonly exportedName: string }>>
}

/** Every server action of the build: `desk/desk-actions decideAction` → the id that a form posts. */
export const builtActions = (): ReadonlyMap<string, string> => {
  const { node } = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Manifest
  return new Map(
    Object.entries(node).map(([id, { filename, exportedName }]) => [
      `${filename.replace(/^app\/\([a-z]+\)\//, '').replace(/\.ts$/, '')} ${exportedName}`,
      id,
    ]),
  )
}

export interface ActionCall {
  readonly at: string
  readonly action: string
  readonly fields: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  /** What stands in place of the two arguments (state, form), as React writes them. */
  readonly args?: string
}

/** Posts what a page's script would (React's own encoding of `(state, form)`), without a page. */
export const callAction = async (who: Persona, { at, action, fields, headers, args }: ActionCall) => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(`_1_${name}`, value)
  body.append('0', args ?? '[{"kind":"idle"},"$K1"]')
  const answer = await fetch(who.origin + at, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'next-action': action, origin: who.origin, cookie: cookieHeader(who), ...headers },
    body,
  })
  return { status: answer.status, text: await answer.text() }
}
