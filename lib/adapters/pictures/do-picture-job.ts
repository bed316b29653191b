import { ok } from '../../kernel/result'
import { cropPicture } from './crop-picture'
import { drawPicture } from './draw-picture'
import type { PictureAnswer, PictureJob } from './picture-job'

const codeOf = (error: unknown): string => {
  const { code, message } = error as { code?: unknown; message?: unknown }
  return /ENOSPC|No space left/i.test(String(message)) ? 'ENOSPC' : String(code ?? '')
}

/** One job of the process for pictures. Never throws: the answer says what happened. */
export const doPictureJob = async (job: PictureJob): Promise<PictureAnswer> => {
  try {
    return job.kind === 'make'
      ? { kind: 'make', result: await drawPicture(job.file, job.into) }
      : { kind: 'crop', result: ok(await cropPicture(job.file, job.shape, job.focus, job.into)) }
  } catch (error) {
    return {
      kind: 'broken',
      code: codeOf(error),
      message: error instanceof Error ? error.message : 'Unknown',
    }
  }
}
