import { type StyleElement, styleElement } from './style-element'

const COLOUR = /\sdata-colour="(#[0-9a-f]{6})"/g

/** Each picture of a page in its own colour until it comes, which no style sheet for all pages can say. */
export const pictureColours = (html: string): StyleElement =>
  styleElement(
    [...new Set([...html.matchAll(COLOUR)].map(([, colour]) => colour))]
      .map((colour) => `img[data-colour="${colour}"]{background-color:${colour}}`)
      .join(''),
  )
