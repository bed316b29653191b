export const counted = (n: number): string => `${n.toLocaleString('en')} ${n === 1 ? 'comment' : 'comments'}`

const staysWords = (stays: number): string =>
  stays === 1
    ? 'One more like them came or changed since, and stays as it is.'
    : `${stays.toLocaleString('en')} more like them came or changed since, and stay as they are.`

/**
 * Those of a flood that the decision is not about: more than one key decides, or nobody has looked at them. '' when there
 * are none.
 */
export const leftWords = ({ stays, more }: { readonly stays: number; readonly more: boolean }): string =>
  [more ? 'There are more like them; repeat it for the next ones.' : '', stays > 0 ? staysWords(stays) : '']
    .filter((sentence) => sentence !== '')
    .join(' ')
