/** One of this many: two in a hundred. */
const ONE_IN = 50

/** Whether a comment is one by which the learner is measured: by its random id, so that nobody chooses. */
export const isProbe = (commentId: string): boolean => {
  let sum = 0
  for (let at = 0; at < commentId.length; at += 1) sum = (Math.imul(sum, 31) + commentId.charCodeAt(at)) >>> 0
  return sum % ONE_IN === 0
}
