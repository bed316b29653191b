import { el } from './el'

/** The same as components/ui/notice.tsx, for what happens after the page was made. Focus may go to it. */
export const noticeNode = (
  kind: 'success' | 'error' | 'waiting',
  title: string,
  ...text: readonly (Node | string)[]
): HTMLElement =>
  el(
    'div',
    { class: `notice notice-${kind}`, role: kind === 'error' ? 'alert' : 'status', tabindex: '-1' },
    el('p', { class: 'notice-title' }, title),
    ...(text.length > 0 ? [el('p', {}, ...text)] : []),
  )
