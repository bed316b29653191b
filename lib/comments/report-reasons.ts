/** What a reader can report a comment for: the house list, in the order of the form. */
export const REPORT_REASONS = {
  rude: 'It insults or attacks somebody',
  hate: 'It is hateful or threatening',
  private: 'It tells private facts about somebody',
  spam: 'It is advertising or spam',
  topic: 'It has nothing to do with the piece',
  other: 'Something else',
} as const satisfies Record<string, string>

export type ReportReason = keyof typeof REPORT_REASONS
export const REPORT_REASON_NAMES = Object.keys(REPORT_REASONS) as readonly ReportReason[]
