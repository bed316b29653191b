import { type Comment, PAGE_LEVELS } from './comment'

/** The same for a parent that takes no answers, is hidden, gone, elsewhere or never was: nobody learns which. */
export const PARENT_GONE =
  'The comment you answer is not here any more, or takes no more answers. You can still post your words as a comment of their own.'

/** Where a comment stands in the tree; `laneId` is the ancestor at the level from which the page is flat. */
export const placeUnder = (
  parent: Pick<Comment, 'id' | 'rootId' | 'laneId' | 'depth'> | null,
  id: string,
): Pick<Comment, 'parentId' | 'rootId' | 'laneId' | 'depth'> =>
  parent
    ? {
        parentId: parent.id,
        rootId: parent.rootId,
        laneId: parent.laneId ?? (parent.depth >= PAGE_LEVELS - 1 ? parent.id : null),
        depth: parent.depth + 1,
      }
    : { parentId: null, rootId: id, laneId: null, depth: 0 }
