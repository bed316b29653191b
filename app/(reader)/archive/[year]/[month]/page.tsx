import { pieceListPages } from '../../../piece-list'

const { generateMetadata, Page } = pieceListPages((param) => ({
  kind: 'period',
  year: param('year'),
  month: param('month'),
}))

export { generateMetadata }
export default Page
