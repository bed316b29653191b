import { mkdtemp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import sharp from 'sharp'
import { childPictureMaker } from '../../../lib/adapters/pictures/child-picture-maker'
import type { Part } from './part'

const [WIDTH, HEIGHT] = [5_472, 3_648]

/** Noise on a gradient: as hard to encode as a photo of grass. */
const aPhoto = (): Promise<Buffer> => {
  const noise = { type: 'gaussian', mean: 128, sigma: 20 } as const
  return sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#557733', noise } })
    .jpeg({ quality: 90 })
    .toBuffer()
}

/** A photo of 20 megapixels in every size and format, and how long this process answers nobody meanwhile. */
export const media: Part = async ({ root, dataDir, say }) => {
  say('Drawing a photo of 20 megapixels…')
  const file = join(dataDir, 'photo.jpg')
  await writeFile(file, await aPhoto())
  const maker = childPictureMaker(join(root, '.stet/pictures.mjs'))
  const delay = monitorEventLoopDelay({ resolution: 5 })
  const runs: number[] = []
  let wrong = false
  for (let run = 0; run < 3; run += 1) {
    const into = await mkdtemp(join(dataDir, 'run-'))
    delay.enable()
    const from = performance.now()
    const made = await maker.make(file, into)
    runs.push((performance.now() - from) / 1_000)
    delay.disable()
    wrong ||= !made.ok || made.value.files.length !== 18
  }
  const seconds = Math.min(...runs)
  const p99 = delay.percentile(99) / 1e6
  return {
    text: `ready in 18 files after ${seconds.toFixed(2)} s (asked: 6 s); event loop behind by ${p99.toFixed(1)} ms at most in 99 % (asked: 50 ms)`,
    json: { seconds, runs, delayP99: p99 },
    wrong,
  }
}
