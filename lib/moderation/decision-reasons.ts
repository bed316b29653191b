/** Why comments are turned away: the house list, stored and shown in these words, with what each of them means. */
export const DECISION_REASONS = {
  'Off topic': 'It has nothing to do with the piece it stands under.',
  'Personal attack': 'It goes for the person and not for what they said.',
  'Private information': 'It tells what somebody has a right to keep to themselves.',
  'Unfounded claim': 'It accuses somebody, or states as a fact what nobody could check.',
  Advertising: 'It is there to sell something or to send people elsewhere.',
  'Repeats another comment': 'It has been said already, by the same person or word for word.',
} as const satisfies Record<string, string>

export type DecisionReason = keyof typeof DECISION_REASONS
export const DECISION_REASON_NAMES = Object.keys(DECISION_REASONS) as readonly DecisionReason[]
