import localFont from 'next/font/local'

/**
 * Public pages wait for two files of 21 KB together: the upright basic Latin of each face (server/styles preloads them).
 * The rest of Latin, bold, italic and code come when a page needs them (`unicode-range`; of faces that have the same sign,
 * the first in the stack); other scripts use the reader's own fonts. Until they are there, the reader's own fonts stand in,
 * as wide and high as ours (styles/fallbacks.css). The files are cut by `npm run faces` (decisions 35, 55), which has the
 * same ranges.
 */
const grotesk = localFont({
  src: './faces/grotesk.woff2',
  weight: '400 760',
  style: 'normal',
  display: 'swap',
  variable: '--font-grotesk',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+20-22,U+26-29,U+2C-3B,U+3F,U+41-5A,U+61-7A,U+A0,U+B7,U+2013-2014,U+2018-2019,U+201C-201D,U+2026',
    },
  ],
})

const groteskMore = localFont({
  src: './faces/grotesk-more.woff2',
  weight: '400 760',
  style: 'normal',
  display: 'swap',
  variable: '--font-grotesk-more',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+23-25,U+2A-2B,U+3C-3E,U+40,U+5B-60,U+7B-7E,U+A1-B6,U+B8-FF,U+131,U+152-153,U+2BB-2BC,U+2C6,U+2DA,U+2DC,U+2002-2012,U+2015-2017,U+201A-201B,U+201E-2025,U+2027-205F,U+20AC,U+2122,U+2190-2193,U+2212,U+2215',
    },
  ],
})

const groteskCentral = localFont({
  src: './faces/grotesk-central.woff2',
  weight: '400 760',
  style: 'normal',
  display: 'swap',
  variable: '--font-grotesk-central',
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: 'unicode-range', value: 'U+100-17F,U+218-21B' }],
})

const groteskExt = localFont({
  src: '../node_modules/@fontsource-variable/schibsted-grotesk/files/schibsted-grotesk-latin-ext-wght-normal.woff2',
  weight: '400 900',
  style: 'normal',
  display: 'swap',
  variable: '--font-grotesk-ext',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
    },
  ],
})

const literata = localFont({
  src: [
    { path: './faces/literata.woff2', weight: '400', style: 'normal' },
    { path: './faces/literata-bold.woff2', weight: '700', style: 'normal' },
    { path: './faces/literata-italic.woff2', weight: '400', style: 'italic' },
    { path: './faces/literata-bold-italic.woff2', weight: '700', style: 'italic' },
  ],
  display: 'swap',
  variable: '--font-literata',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+20-22,U+26-29,U+2C-3B,U+3F,U+41-5A,U+61-7A,U+A0,U+B7,U+2013-2014,U+2018-2019,U+201C-201D,U+2026',
    },
  ],
})

const literataMore = localFont({
  src: [
    { path: './faces/literata-more.woff2', weight: '400', style: 'normal' },
    { path: './faces/literata-bold-more.woff2', weight: '700', style: 'normal' },
    { path: './faces/literata-italic-more.woff2', weight: '400', style: 'italic' },
    { path: './faces/literata-bold-italic-more.woff2', weight: '700', style: 'italic' },
  ],
  display: 'swap',
  variable: '--font-literata-more',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+23-25,U+2A-2B,U+3C-3E,U+40,U+5B-60,U+7B-7E,U+A1-B6,U+B8-FF,U+131,U+152-153,U+2BB-2BC,U+2C6,U+2DA,U+2DC,U+2002-2012,U+2015-2017,U+201A-201B,U+201E-2025,U+2027-205F,U+20AC,U+2122,U+2190-2193,U+2212,U+2215',
    },
  ],
})

const literataCentral = localFont({
  src: [
    { path: './faces/literata-central.woff2', weight: '400 760', style: 'normal' },
    { path: './faces/literata-central-italic.woff2', weight: '400 760', style: 'italic' },
  ],
  display: 'swap',
  variable: '--font-literata-central',
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: 'unicode-range', value: 'U+100-17F,U+218-21B' }],
})

const literataExt = localFont({
  src: [
    {
      path: '../node_modules/@fontsource-variable/literata/files/literata-latin-ext-wght-normal.woff2',
      weight: '200 900',
      style: 'normal',
    },
    {
      path: '../node_modules/@fontsource-variable/literata/files/literata-latin-ext-wght-italic.woff2',
      weight: '200 900',
      style: 'italic',
    },
  ],
  display: 'swap',
  variable: '--font-literata-ext',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
    },
  ],
})

const plexMono = localFont({
  src: '../node_modules/@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2',
  weight: '400',
  style: 'normal',
  display: 'swap',
  variable: '--font-plex-mono',
  preload: false,
  adjustFontFallback: false,
})

/** Class names for <html>: every face as a CSS variable (tokens.css makes the stacks of them). */
export const fontClasses = [
  ...[grotesk, groteskMore, groteskCentral, groteskExt],
  ...[literata, literataMore, literataCentral, literataExt],
  plexMono,
]
  .map((face) => face.variable)
  .join(' ')
