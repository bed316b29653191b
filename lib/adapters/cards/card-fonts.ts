import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import sharp from 'sharp'
import { unpackWoff } from './unpack-woff'

const require = createRequire(import.meta.url)

/** Package and file of each face; the first that has a letter draws it. */
const FACES = [
  ['schibsted-grotesk', 'latin-700-normal', 'Schibsted Grotesk'],
  ['schibsted-grotesk', 'latin-ext-700-normal', 'Schibsted Grotesk'],
  ['schibsted-grotesk', 'latin-400-normal', 'Schibsted Grotesk'],
  ['schibsted-grotesk', 'latin-ext-400-normal', 'Schibsted Grotesk'],
  ['literata', 'cyrillic-700-normal', 'Literata'],
  ['literata', 'greek-700-normal', 'Literata'],
  ['noto-sans-arabic', 'arabic-700-normal', 'Noto Sans Arabic'],
  ['noto-sans-hebrew', 'hebrew-700-normal', 'Noto Sans Hebrew'],
] as const

/** Names for Pango, in their order. */
export const FAMILIES = [...new Set(FACES.map(([, , family]) => family))].join(', ')

/**
 * Scripts that these faces can draw. For others it depends on the machine whether there is a font at all: their words
 * are left out rather than shown as boxes.
 */
const FOREIGN =
  /[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Common}\p{Script=Inherited}]|\p{Extended_Pictographic}/u

/** Whether our faces have every sign of this text. */
export const canDraw = (text: string): boolean => !FOREIGN.test(text.replace(/[©®™↔↕]/gu, ''))

const unpacked = (folder: string, name: string, file: string): string => {
  const path = join(folder, `${name}-${file}.ttf`)
  if (existsSync(path)) return path
  const font = require.resolve(`@fontsource/${name}/files/${name}-${file}.woff`)
  mkdirSync(folder, { recursive: true })
  // Two processes may do this at once: each moves a whole file into place.
  const own = `${path}.${process.pid}`
  writeFileSync(own, unpackWoff(readFileSync(font)))
  renameSync(own, path)
  return path
}

/** Makes the faces known to the one text renderer of this process: it takes fonts as files, and keeps them. */
export const loadFaces = async (folder: string): Promise<void> => {
  for (const [name, file, family] of FACES) {
    const fontfile = unpacked(folder, name, file)
    await sharp({ text: { text: 'a', font: `${family} 10`, fontfile } })
      .raw()
      .toBuffer()
  }
}
