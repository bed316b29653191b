import sharp from 'sharp'
import { describe, expect, it, test } from 'vitest'
import { sharpIconPrinter } from '../../../lib/adapters/cards/sharp-icon-printer'
import { webManifest } from '../../../components/robots/web-manifest'
import { ICONS } from '../../../lib/settings/icon'

const print = (name: keyof typeof ICONS, accent = '#2846a8') =>
  sharpIconPrinter.print({ ...ICONS[name], accent })

/** Red, green, blue and how much of it, at one place. */
const at = async (png: Uint8Array, left: number, top: number): Promise<readonly number[]> => {
  const pixel = sharp(png).ensureAlpha().extract({ left, top, width: 1, height: 1 })
  return [...(await pixel.raw().toBuffer())]
}

interface Listed {
  readonly src: string
  readonly sizes: string
  readonly purpose?: string
}

describe('an icon', () => {
  test.each(Object.entries(ICONS))('%s is as large as it says', async (name, { size }) => {
    const png = await print(name as keyof typeof ICONS)
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: size, height: size })
  })

  it('is the same whenever it is drawn, and wears the accent', async () => {
    const [one, again, other] = [
      await print('icon-512'),
      await print('icon-512'),
      await print('icon-512', '#7a0019'),
    ]
    expect(Buffer.from(one).equals(Buffer.from(again))).toBe(true)
    expect(await at(one, 190, 322)).toEqual([0x28, 0x46, 0xa8, 255])
    expect(await at(other, 190, 322)).toEqual([0x7a, 0x00, 0x19, 255])
  })

  it('leaves its ground to the system, unless that cuts it to a shape: then it has one to every edge', async () => {
    expect((await at(await print('icon-512'), 4, 4))[3]).toBe(0)
    const masked = await print('icon-masked-512')
    for (const [left, top] of [
      [0, 0],
      [511, 0],
      [0, 511],
      [511, 511],
    ] as const)
      expect(await at(masked, left, top)).toEqual([255, 255, 255, 255])
  })

  it('keeps its mark within what every mask leaves: a circle of 80 %', async () => {
    const { data, info } = await sharp(await print('icon-masked-512'))
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    let furthest = 0
    for (let y = 0; y < info.height; y += 1)
      for (let x = 0; x < info.width; x += 1)
        if ((data[(y * info.width + x) * info.channels + 2] ?? 255) < 250)
          furthest = Math.max(furthest, Math.hypot(x - 255.5, y - 255.5))
    expect(furthest).toBeGreaterThan(0)
    expect(furthest).toBeLessThanOrEqual(0.4 * 512)
  })
})

it('the manifest names every one of them, in its true size', () => {
  const { icons } = JSON.parse(webManifest({ name: 'The Pencil', description: '' })) as { icons: Listed[] }
  for (const [name, { size, masked }] of Object.entries(ICONS))
    expect(icons).toContainEqual({
      ...{ src: `/${name}.png`, sizes: `${size}x${size}`, type: 'image/png' },
      ...(masked ? { purpose: 'maskable' } : {}),
    })
})
