import type { MediaView } from '@/lib/media/media-view'

type Words = Pick<MediaView, 'address' | 'alt' | 'caption' | 'credit' | 'focus'>

/** Text as Markdown would read it back. */
const escaped = (text: string): string => text.replace(/[\\`*_{}[\]<>()#+!|"&]/g, '\\$&')

const value = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

/** A picture as a figure of the text (docs/markdown.md). */
export const figureMarkdown = ({ address, alt, caption, credit, focus }: Words): string => {
  const title = caption === '' ? '' : ` "${escaped(caption)}"`
  const image = `![${escaped(alt)}](${address}${title})`
  if (credit === '' && focus === '') return image
  const attributes = [
    ...(credit === '' ? [] : [`credit="${value(credit)}"`]),
    ...(focus === '' ? [] : [`focus="${focus}"`]),
  ]
  return `:::figure{${attributes.join(' ')}}\n${image}\n:::`
}
