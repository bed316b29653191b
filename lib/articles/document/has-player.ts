/** Whether a rendered piece holds a video that can be played in its place (render-embed.ts). */
export const hasPlayer = (html: string): boolean => html.includes(' data-player="')
