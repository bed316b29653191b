import type { MediaView } from '@/lib/media/media-view'

/** Bytes sent at once: what a break in the line costs at most. */
const PART = 1024 * 1024
const TRIES = 6

export type Uploaded =
  { readonly ok: true; readonly picture: MediaView } | { readonly ok: false; readonly message: string }

interface Progress {
  readonly id: string
  readonly offset: number
}

const AWAY = 'The connection is gone. Choose the file again to go on.'
const STOPPED = 'Stopped: it was not added.'

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** What the server says is wrong, in its own words. */
const words = async (answer: Response): Promise<string> => {
  const problem: unknown = await answer.json().catch(() => null)
  const detail = (problem as { detail?: unknown } | null)?.detail
  return typeof detail === 'string' ? detail : 'The upload was not taken. Please try again.'
}

const begin = (file: File, signal?: AbortSignal): Promise<Response> =>
  fetch('/studio/media/uploads', {
    ...{ method: 'POST', signal: signal ?? null },
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ fileName: file.name, size: file.size }),
  })

const sendPart = (file: File, { id, offset }: Progress, signal?: AbortSignal): Promise<Response> =>
  fetch(`/studio/media/uploads/${id}`, {
    ...{ method: 'PATCH', signal: signal ?? null },
    headers: {
      'content-type': 'application/offset+octet-stream',
      accept: 'application/json',
      'upload-offset': String(offset),
    },
    body: file.slice(offset, offset + PART),
  })

const placeOf = (id: string): Promise<Response> =>
  fetch(`/studio/media/uploads/${id}`, { headers: { accept: 'application/json' } })

/** What is there of it is swept away; if nobody hears this, in a day. */
const drop = (id: string): void =>
  void fetch(`/studio/media/uploads/${id}`, { method: 'DELETE' }).catch(() => {})

/** Where the server has it, asked again and again while the line is down. */
const recover = async (id: string, signal?: AbortSignal): Promise<Progress | null> => {
  for (let attempt = 0; attempt < TRIES && !signal?.aborted; attempt += 1) {
    await wait(500 * 2 ** attempt)
    const answer = await placeOf(id).catch(() => null)
    if (answer?.ok) return (await answer.json()) as Progress
    if (answer && answer.status < 500) return null
  }
  return null
}

/** With its last part the server begins to make the sizes of a picture: from then on it is added. */
const isLast = ({ offset }: Progress, { size }: File): boolean => offset + PART >= size

/** How much of it is there with the next part (0 to 1); at 1 the last one is on its way, and nothing stops it. */
export type OnShare = (share: number) => void

/** Sends a file in parts. `signal` stops it, as long as a part is to come. */
export const upload = async (file: File, onShare: OnShare, signal?: AbortSignal): Promise<Uploaded> => {
  const begun = await begin(file, signal).catch(() => null)
  if (!begun) return { ok: false, message: signal?.aborted ? STOPPED : AWAY }
  if (!begun.ok) return { ok: false, message: await words(begun) }
  let progress: Progress | null = (await begun.json()) as Progress
  const { id } = progress
  let stopping = signal
  while (progress && !signal?.aborted) {
    stopping = isLast(progress, file) ? undefined : signal
    onShare(Math.min(1, (progress.offset + PART) / file.size))
    const answer: Response | null = await sendPart(file, progress, stopping).catch(() => null)
    if (answer?.status === 201) return { ok: true, picture: (await answer.json()) as MediaView }
    if (answer?.ok) progress = (await answer.json()) as Progress
    else if (answer && answer.status !== 409 && answer.status < 500)
      return { ok: false, message: await words(answer) }
    else progress = await recover(id, stopping)
  }
  // What became of a last part that nobody answered is not known: it may be a picture by now.
  if (progress === null && !stopping?.aborted) return { ok: false, message: AWAY }
  drop(id)
  return { ok: false, message: STOPPED }
}
