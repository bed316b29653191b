import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setPriority } from 'node:os'
import { StorageFull } from '../../kernel/storage-full'
import { type Result, fail } from '../../kernel/result'
import type { PictureMaker } from '../../media/picture-maker'
import type { PictureAnswer, PictureJob } from './picture-job'

/** Jobs that may wait for their turn. */
const MOST_WAITING = 20
/** Nothing that a person uploads takes as long: what does was made to. */
const JOB_MS = 60_000
/** The process goes when nobody needs it: it holds a hundred megabytes. */
const IDLE_MS = 30_000
/** Behind everything that answers readers. */
const NICE = 10

const BUSY = 'Many pictures are being worked on right now. Please try again in a minute.'
const TOO_SLOW =
  'This picture takes too long to read. Please save it again, as a JPEG or PNG file, and upload that.'

const launch = (program: string): ChildProcess => {
  // No environment of ours: it reads files of strangers, and needs none of our secrets.
  const child = fork(program, {
    env: { NODE_ENV: 'production' },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  if (child.pid !== undefined) setPriority(child.pid, NICE)
  child.unref()
  child.channel?.unref()
  return child
}

const ended = async (child: ChildProcess, signal: AbortSignal): Promise<PictureAnswer> => {
  await once(child, 'exit', { signal })
  return { kind: 'broken', code: 'ENDED', message: 'The process for pictures ended.' }
}

/** Draws pictures in a process of its own, one after the other; `program` is what server/pictures.ts was bundled to. */
export const childPictureMaker = (program: string): PictureMaker => {
  let child: ChildProcess | null = null
  let idle: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0

  const end = (): void => {
    child?.kill('SIGKILL')
    child = null
  }

  const ask = async (job: PictureJob): Promise<PictureAnswer | null> => {
    clearTimeout(idle)
    const worker = child?.connected ? child : launch(program)
    child = worker
    const gone = new AbortController()
    const timer = setTimeout(() => gone.abort(), JOB_MS)
    try {
      worker.send(job)
      const answer = once(worker, 'message', { signal: gone.signal }).then(
        ([message]) => message as PictureAnswer,
      )
      return await Promise.race([answer, ended(worker, gone.signal)])
    } catch {
      end()
      return null
    } finally {
      clearTimeout(timer)
      // Whoever listens still would do so for as long as the process lives.
      gone.abort()
      idle = setTimeout(end, IDLE_MS).unref()
    }
  }

  const inTurn = async (job: PictureJob): Promise<Result<PictureAnswer>> => {
    if (waiting >= MOST_WAITING) return fail('unavailable', BUSY, { retryAfter: 60 })
    waiting += 1
    const turn = last.then(() => ask(job))
    last = turn.catch(() => undefined)
    try {
      const answer = await turn
      if (answer === null || (answer.kind === 'broken' && answer.code === 'ENDED'))
        return fail('invalid', TOO_SLOW)
      if (answer.kind === 'broken' && answer.code === 'ENOSPC') throw new StorageFull(answer.message)
      if (answer.kind === 'broken') throw new Error(answer.message)
      return { ok: true, value: answer }
    } finally {
      waiting -= 1
    }
  }

  return {
    make: async (file, into) => {
      const answer = await inTurn({ kind: 'make', file, into })
      if (!answer.ok) return answer
      if (answer.value.kind !== 'make') throw new Error('The process for pictures answered something else.')
      return answer.value.result
    },
    crop: async (file, shape, focus, into) => {
      const answer = await inTurn({ kind: 'crop', file, shape, focus, into })
      if (!answer.ok) return answer
      if (answer.value.kind !== 'crop') throw new Error('The process for pictures answered something else.')
      return answer.value.result
    },
  }
}
