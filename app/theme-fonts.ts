import localFont from 'next/font/local'

/** Faces that the owner can choose for public pages (lib/settings/theme.ts). Nobody downloads one that is not chosen. */
const sourceSerif = localFont({
  src: '../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
  weight: '200 900',
  style: 'normal',
  display: 'swap',
  variable: '--font-source-serif',
  preload: false,
  adjustFontFallback: 'Times New Roman',
})

const sourceSerifItalic = localFont({
  src: '../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2',
  weight: '200 900',
  style: 'italic',
  display: 'swap',
  variable: '--font-source-serif-italic',
  preload: false,
  adjustFontFallback: 'Times New Roman',
})

const atkinson = localFont({
  src: '../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
  weight: '200 800',
  style: 'normal',
  display: 'swap',
  variable: '--font-atkinson',
  preload: false,
  adjustFontFallback: 'Arial',
})

const atkinsonItalic = localFont({
  src: '../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-italic.woff2',
  weight: '200 800',
  style: 'italic',
  display: 'swap',
  variable: '--font-atkinson-italic',
  preload: false,
  adjustFontFallback: 'Arial',
})

/** Class names for <html>, beside those of the house's own faces (fonts.ts). */
export const themeFontClasses = [sourceSerif, sourceSerifItalic, atkinson, atkinsonItalic]
  .map((face) => face.variable)
  .join(' ')
