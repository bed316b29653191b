import { pieceListPages } from '../../piece-list'

const { generateMetadata, Page } = pieceListPages((param) => ({
  kind: 'period',
  year: param('year'),
  month: null,
}))

export { generateMetadata }
export default Page
