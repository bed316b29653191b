import { TagDirectory } from '@/components/reader/tag-directory'
import { runtime } from '@/lib/http/runtime'
import { fixedAddress } from '../fixed-address'

const { generateMetadata, Page } = fixedAddress(
  {
    path: '/tags',
    title: 'Tags',
    about: (name) => `What ${name} writes about: all its tags, with how many pieces have each.`,
  },
  async () => <TagDirectory tags={await runtime().stet.articles.tags()} />,
)

export { generateMetadata }
export default Page
