import type { DecisionReason } from './decision-reason'

/** Why comments are turned away, until the owner writes a list of their own. */
export const HOUSE_REASONS: readonly DecisionReason[] = [
  { name: 'Off topic', meaning: 'It has nothing to do with the piece it stands under.' },
  { name: 'Personal attack', meaning: 'It goes for the person and not for what they said.' },
  {
    name: 'Private information',
    meaning: 'It tells what somebody has a right to keep to themselves.',
  },
  {
    name: 'Unfounded claim',
    meaning: 'It accuses somebody, or states as a fact what nobody could check.',
  },
  { name: 'Advertising', meaning: 'It is there to sell something or to send people elsewhere.' },
  {
    name: 'Repeats another comment',
    meaning: 'It has been said already, by the same person or word for word.',
  },
]
