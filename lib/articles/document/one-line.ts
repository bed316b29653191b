import { canonicalText } from '../../kernel/canonical-text'

/** Text inside a line: canonical, line breaks and tabs as blanks, blanks at both ends kept. */
export const oneLine = (raw: string): string => canonicalText(raw, { trim: false }).replace(/[\n\t]/g, ' ')
