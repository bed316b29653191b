/** What decisions made of a reader's earlier reports: `agreed` when the text was turned away, `dismissed` when it was kept. */
export interface ReporterRecord {
  readonly agreed: number
  readonly dismissed: number
}

/** Weights are whole thousandths of a reporter who is always right. */
export const NEWCOMER_WEIGHT = 5
/** All newcomers of one comment together never weigh more, however many there are: less than five reports that proved right. */
export const NEWCOMERS_TOGETHER = 500

/** 95 % certainty. */
const Z = 1.96

/** The share of right reports that can be relied on after so many (Wilson's lower bound): 0.21 after 1 of 1, 0.84 after 20 of 20. */
const reliableShare = (right: number, all: number): number => {
  const share = right / all
  const spread = Z * Math.sqrt((share * (1 - share)) / all + (Z * Z) / (4 * all * all))
  return (share + (Z * Z) / (2 * all) - spread) / (1 + (Z * Z) / all)
}

/**
 * How much one report weighs, by the record of whoever sends it: the idea of Discourse's `reviewable_score`. A new reader
 * weighs little, so that a hundred accounts made in one night move a comment less than one reader who was right twenty
 * times. A record of errors weighs next to nothing, but a report is never lost: it stands on the desk all the same.
 */
export const reportWeight = ({ agreed, dismissed }: ReporterRecord): number => {
  const all = agreed + dismissed
  return all === 0 ? NEWCOMER_WEIGHT : Math.max(1, Math.round(1000 * reliableShare(agreed, all)))
}
