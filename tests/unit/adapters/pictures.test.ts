import { existsSync } from 'node:fs'
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cropBox, cropPicture } from '../../../lib/adapters/pictures/crop-picture'
import { drawPicture } from '../../../lib/adapters/pictures/draw-picture'
import { cropSize } from '../../../lib/media/crop-size'
import { refusal, value } from '../../support/people'
import { IMPOSTORS, aLogo, aPhoto, aPixelBomb, hostilePictures } from '../../support/pictures'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stet-draw-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const draw = async (bytes: Buffer) => {
  const file = join(folder, 'file')
  await writeFile(file, bytes)
  return drawPicture(file, folder)
}

describe('a photo', () => {
  it('is drawn upright in every size and format, without where and by whom it was taken', async () => {
    const { files, ...facts } = value(await draw(await aPhoto()))
    expect(facts).toMatchObject({ width: 600, height: 800, widths: [320, 600] })
    expect(facts.colour).toMatch(/^#3[2-4]6[5-7]9[89a]$/)
    expect(files.map(({ width, format }) => `${width}.${format}`)).toEqual(
      [320, 600].flatMap((width) => ['avif', 'webp', 'jpg'].map((format) => `${width}.${format}`)),
    )
    for (const { path, width, bytes } of files) {
      const read = await sharp(path).metadata()
      expect([read.width, read.exif, read.xmp, read.iptc, read.orientation]).toEqual([
        width,
        ...[undefined, undefined, undefined, undefined],
      ])
      const stored = await readFile(path)
      expect(stored.length).toBe(bytes)
      expect(stored.includes('Secret Name')).toBe(false)
    }
  }, 60_000)

  it('keeps what shines through where the format can', async () => {
    const { files } = value(await draw(await aLogo()))
    const alpha = async (format: string) =>
      (await sharp(files.find((file) => file.format === format)?.path).metadata()).hasAlpha
    expect([await alpha('webp'), await alpha('avif'), await alpha('jpg')]).toEqual([true, true, false])
  }, 60_000)
})

describe('what is no picture', () => {
  it.each(Object.entries(IMPOSTORS))('%s is refused with a sentence', async (_name, bytes) => {
    const error = refusal(await draw(bytes))
    expect(error).toMatchObject({ code: 'invalid', message: expect.stringContaining('JPEG, PNG') })
  })

  it('a bomb of pixels is refused before it is opened', async () => {
    expect(refusal(await draw(aPixelBomb()))).toMatchObject({
      code: 'too-large',
      message: expect.stringContaining('100 million pixels'),
    })
  })
})

/** Files that others made, where they are; our own are always there. */
const ELSEWHERE = join(import.meta.dirname, '../../../../shared/testdata/hostile')

const fromElsewhere = async (): Promise<readonly (readonly [string, Buffer])[]> => {
  if (!existsSync(ELSEWHERE)) return []
  const names = (await readdir(ELSEWHERE)).filter((name) =>
    /\.(?:png|gif|svg|jpe?g|webp|avif|zip)$/.test(name),
  )
  return Promise.all(names.map(async (name) => [name, await readFile(join(ELSEWHERE, name))] as const))
}

describe('what is hostile', () => {
  it('is refused with a sentence, or drawn anew with nothing of it but the picture', async () => {
    const all = [...Object.entries(await hostilePictures()), ...(await fromElsewhere())]
    expect(all.length).toBeGreaterThan(8)
    for (const [what, bytes] of all) {
      const drawn = await draw(bytes)
      if (!drawn.ok) {
        expect(['invalid', 'too-large'], what).toContain(drawn.error.code)
        expect(drawn.error.message, what).toMatch(/^[A-Z].{20,}\.$/s)
        continue
      }
      for (const { path, format } of drawn.value.files) {
        const stored = await readFile(path)
        for (const trace of ['script', 'alert', 'PK\x03\x04', 'Secret Name'])
          expect(stored.includes(trace), `${what}, ${format}`).toBe(false)
      }
    }
  }, 60_000)
})

describe('a crop', () => {
  it.each([
    [1600, 900, '16x9', '', { left: 0, top: 0, width: 1600, height: 900 }],
    [1600, 1600, '16x9', '50 0', { left: 0, top: 0, width: 1600, height: 900 }],
    [1600, 1600, '16x9', '50 100', { left: 0, top: 700, width: 1600, height: 900 }],
    [2000, 1000, '1x1', '', { left: 500, top: 0, width: 1000, height: 1000 }],
    [2000, 1000, '1x1', '40 50', { left: 300, top: 0, width: 1000, height: 1000 }],
    [2000, 1000, '1x1', '99 50', { left: 1000, top: 0, width: 1000, height: 1000 }],
  ] as const)('of %d × %d to %s around “%s” is %j', (width, height, shape, focus, box) => {
    expect(cropBox({ width, height }, shape, focus)).toEqual(box)
  })

  it('is a JPEG of that shape', async () => {
    const { files } = value(await draw(await aPhoto()))
    const path = await cropPicture(files.at(-1)?.path ?? '', '16x9', '', folder)
    expect(await sharp(path).metadata()).toMatchObject({ format: 'jpeg', width: 600, height: 338 })
  }, 60_000)

  it.each([
    [2000, 1333, '16x9', { width: 1200, height: 675 }],
    [1301, 977, '4x3', { width: 1200, height: 900 }],
    [1283, 2001, '1x1', { width: 1200, height: 1200 }],
    [801, 600, '16x9', { width: 801, height: 451 }],
    [90, 60, '1x1', { width: 60, height: 60 }],
  ] as const)('of %d × %d to %s is as large as pages say: %j', async (width, height, shape, size) => {
    expect(cropSize({ width, height }, shape)).toEqual(size)
    const file = join(folder, 'plain.jpg')
    await sharp({ create: { width, height, channels: 3, background: '#336699' } })
      .jpeg()
      .toFile(file)
    expect(await sharp(await cropPicture(file, shape, '', folder)).metadata()).toMatchObject(size)
  })
})
