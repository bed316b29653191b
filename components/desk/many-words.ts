export const counted = (n: number): string => `${n.toLocaleString('en')} ${n === 1 ? 'comment' : 'comments'}`

/** Those of a flood that the decision is not about: nobody has looked at them. */
export const staysWords = (stays: number): string =>
  stays === 1
    ? 'One more like them came or changed since, and stays as it is.'
    : `${stays.toLocaleString('en')} more like them came or changed since, and stay as they are.`
