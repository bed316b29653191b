import { doPictureJob } from '../lib/adapters/pictures/do-picture-job'
import type { PictureJob } from '../lib/adapters/pictures/picture-job'

/** The process that reads pictures of strangers: started by the server when one is uploaded (child-picture-maker.ts). */
process.on('message', (job: PictureJob) => {
  void doPictureJob(job).then((answer) => process.send?.(answer))
})
