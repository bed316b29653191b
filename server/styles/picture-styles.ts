import { type StyleElement, styleElement } from './style-element'

const COLOUR = /\sdata-colour="(#[0-9a-f]{6})"/g
const FOCUS = /\sdata-focus="(\d{1,3})-(\d{1,3})"/g

/**
 * What no style sheet for all pages can say of the pictures of one: each in its own colour until it comes, and where it is
 * looked at when it is cropped.
 */
export const pictureStyles = (html: string): StyleElement => {
  const colours = [...html.matchAll(COLOUR)].map(
    ([, colour]) => `img[data-colour="${colour}"]{background-color:${colour}}`,
  )
  const focuses = [...html.matchAll(FOCUS)].map(
    ([, left, top]) => `img[data-focus="${left}-${top}"]{object-position:${left}% ${top}%}`,
  )
  return styleElement([...new Set([...colours, ...focuses])].join(''))
}
