import { wordSegments } from '../../kernel/word-segments'

/** Words as the language of the text parts them; in Chinese, Japanese and Thai too, where no blanks do. */
export const wordCount = (plainText: string, language: string): number => {
  let count = 0
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' })
  for (const { isWordLike } of wordSegments(segmenter, plainText)) {
    if (isWordLike) count += 1
  }
  return count
}

const WORDS_PER_MINUTE = 230

/** Whole minutes, at least one. */
export const readingMinutes = (words: number): number => Math.max(1, Math.round(words / WORDS_PER_MINUTE))
