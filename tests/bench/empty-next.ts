import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { freePort } from '../support/free-port'

/** An app with nothing in it but one page that is rendered for each request. */
const FILES: Readonly<Record<string, string>> = {
  'app/layout.tsx':
    'export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html> }\n',
  'app/page.tsx':
    "export const dynamic = 'force-dynamic'\nexport default function Page() { return <p>Nothing.</p> }\n",
  'next.config.mjs': 'export default { typescript: { ignoreBuildErrors: true } }\n',
  'package.json': '{ "private": true }\n',
}

const READY_MS = 60_000

export interface EmptyNext {
  readonly url: string
  stop(): Promise<void>
}

/** The yardstick of rendering: Next's own server with an empty dynamic page, built inside the project so that it finds its packages. */
export const startEmptyNext = async (root: string): Promise<EmptyNext> => {
  const folder = join(root, '.stet/bench-empty-next')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'app'), { recursive: true })
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text)
  const next = join(root, 'node_modules/next/dist/bin/next')
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } as const
  await promisify(execFile)(process.execPath, [next, 'build', folder, '--webpack'], { env })
  const port = await freePort()
  const child = spawn(process.execPath, [next, 'start', folder, '-p', String(port), '-H', '127.0.0.1'], {
    env,
    stdio: 'ignore',
  })
  const url = `http://127.0.0.1:${port}`
  const answers = (): Promise<boolean> =>
    fetch(url).then(
      ({ ok }) => ok,
      () => false,
    )
  for (const until = performance.now() + READY_MS; !(await answers()); await sleep(100)) {
    if (performance.now() > until || child.exitCode !== null)
      throw new Error('The empty Next app does not start.')
  }
  return {
    url,
    stop: async () => {
      const ended = once(child, 'exit')
      child.kill()
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
