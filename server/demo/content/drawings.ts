/** Pictures of the demo, drawn in the inks of the house: SVG of 1,600 × 1,000. */
const [PAPER, MIST, INK, BLUE, DEEP, RED] = ['#f4f6f5', '#d3dcea', '#14181b', '#2846a8', '#1a2f7a', '#b0281c']

const svg = (content: string, ground = PAPER): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 1000" width="1600" height="1000"><rect width="1600" height="1000" fill="${ground}"/>${content}</svg>`

/** A line of water, from the left edge to the right one. */
const wave = (y: number, height: number, length: number, shift: number): string => {
  let path = `M${shift - length} ${y}`
  for (let x = shift - length; x < 1600 + length; x += length)
    path += `q${length / 4} ${-height} ${length / 2} 0t${length / 2} 0`
  return path
}

const water = (from: number, colour: string, rows: number, gap: number): string =>
  Array.from({ length: rows }, (_, n) => {
    const line = wave(from + n * gap, 10 + n * 2, 160 + n * 26, (n * 67) % 180)
    return `<path d="${line}" fill="none" stroke="${colour}" stroke-width="${3 + n * 0.7}" stroke-linecap="round"/>`
  }).join('')

const land = (y: number, hills: string, colour: string): string =>
  `<path d="M0 ${y}${hills}V${y}Z" fill="${colour}"/>`

const ferry = svg(
  `<circle cx="1210" cy="250" r="96" fill="${RED}"/>` +
    land(560, 'V470q180 -70 420 -30t520 -30t660 40', MIST) +
    land(600, 'V540q260 -44 560 -10t1040 -30', '#9fb0d8') +
    `<rect y="590" width="1600" height="410" fill="${BLUE}"/>` +
    water(650, '#5a76cf', 9, 42) +
    `<g fill="${INK}"><path d="M430 640h640l-70 96H510z"/><path d="M560 560h330v70H560z"/><path d="M640 486h120v74H640z"/><path d="M980 640l120 -70 14 16-110 66z"/></g>` +
    `<g fill="${PAPER}"><path d="M590 580h44v30h-44zM660 580h44v30h-44zM730 580h44v30h-44zM800 580h44v30h-44zM662 504h76v30h-76z"/></g>` +
    `<path d="M700 486V420" stroke="${INK}" stroke-width="10"/><path d="M700 424l70 22-70 22z" fill="${RED}"/>`,
)

const bell = svg(
  `<rect width="1600" height="640" fill="${MIST}"/>` +
    `<rect y="640" width="1600" height="360" fill="${DEEP}"/>` +
    water(690, '#5a76cf', 8, 40) +
    `<g stroke="${INK}" stroke-width="22" stroke-linecap="round" fill="none"><path d="M640 700L760 250M960 700L840 250M676 560H924M712 420H888"/></g>` +
    `<path d="M560 690h480l-60 110H620z" fill="${RED}"/><path d="M600 740h400" stroke="${PAPER}" stroke-width="16"/>` +
    `<path d="M720 420c0 -100 160 -100 160 0l26 76H694z" fill="${INK}"/><circle cx="800" cy="512" r="24" fill="${RED}"/>` +
    `<path d="M742 250h116l-58 -96z" fill="${INK}"/>` +
    `<g stroke="${BLUE}" stroke-width="12" fill="none" stroke-linecap="round"><path d="M1010 360q60 70 0 150M1080 310q110 120 0 250M590 360q-60 70 0 150M520 310q-110 120 0 250"/></g>`,
)

const bridges = svg(
  land(500, 'V430q300 -60 700 -20t900 -30', MIST) +
    `<rect y="620" width="1600" height="380" fill="${BLUE}"/>` +
    water(690, '#5a76cf', 8, 42) +
    `<g fill="${INK}"><path d="M0 560h600v44H0zM1000 560h600v44h-600z"/><path d="M90 604h60v190H90zM520 604h90v250h-90zM990 604h90v250h-90zM1450 604h60v190h-60z"/></g>` +
    `<g fill="none" stroke="${RED}" stroke-width="34"><path d="M590 580L820 250"/><path d="M1010 580L780 250" opacity="0"/></g>` +
    `<path d="M1010 580L880 300" stroke="${RED}" stroke-width="34"/>` +
    `<g stroke="${INK}" stroke-width="8" fill="none"><path d="M590 560L590 300L760 336M1010 560V300L900 340"/></g>` +
    `<g fill="${INK}"><path d="M640 760h330l-44 80H690z"/><path d="M720 690h120v70H720z"/></g>`,
)

const mud = svg(
  Array.from({ length: 9 }, (_, n) => {
    const y = 120 + n * 100
    const colours = [MIST, '#b9c6e2', '#9fb0d8', '#7f95cd', '#5a76cf', '#3f5cbb', BLUE, '#213a92', DEEP]
    return `<path d="${wave(y, 26 + n * 5, 520 + n * 60, (n * 211) % 500)}V1000H0Z" fill="${colours[n]}"/>`
  }).join('') +
    `<path d="M1180 90V560" stroke="${INK}" stroke-width="14"/><path d="M1180 560a70 70 0 1 0 .1 0z" fill="${RED}"/>` +
    `<g stroke="${PAPER}" stroke-width="8" fill="none" opacity=".9"><path d="M1070 690a110 110 0 0 0 220 0M1020 740a160 160 0 0 0 320 0M970 790a210 210 0 0 0 420 0"/></g>`,
)

export const DRAWINGS = { ferry, bell, bridges, mud } as const
export type Drawing = keyof typeof DRAWINGS
