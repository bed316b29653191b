import type { SocialFacts, SocialImage } from './head-facts'

function OpenGraphImage({ image: { url, type, width, height, alt } }: { image: SocialImage }) {
  return (
    <>
      <meta property="og:image" content={url} />
      {type ? <meta property="og:image:type" content={type} /> : null}
      {width ? <meta property="og:image:width" content={String(width)} /> : null}
      {height ? <meta property="og:image:height" content={String(height)} /> : null}
      {alt ? <meta property="og:image:alt" content={alt} /> : null}
    </>
  )
}

function ArticleFacts({ article }: { article: NonNullable<SocialFacts['article']> }) {
  const { publishedTime, modifiedTime, authors, section } = article
  return (
    <>
      <meta property="article:published_time" content={publishedTime} />
      <meta property="article:modified_time" content={modifiedTime} />
      {authors.map((author) => (
        <meta key={author} property="article:author" content={author} />
      ))}
      {section ? <meta property="article:section" content={section} /> : null}
    </>
  )
}

/** Open Graph (ogp.me), and a card with its words and pictures for those who read nothing else. */
export function SocialHead({ social }: { social: SocialFacts }) {
  const { siteName, title, description, url, images, locale, article } = social
  return (
    <>
      <meta property="og:title" content={title} />
      {description === undefined ? null : <meta property="og:description" content={description} />}
      <meta property="og:url" content={url} />
      <meta property="og:site_name" content={siteName} />
      {locale ? <meta property="og:locale" content={locale} /> : null}
      {images.map((image) => (
        <OpenGraphImage key={image.url} image={image} />
      ))}
      <meta property="og:type" content={article ? 'article' : 'website'} />
      {article ? <ArticleFacts article={article} /> : null}
      <meta name="twitter:card" content="summary_large_image" />
      <meta name="twitter:title" content={title} />
      {description === undefined ? null : <meta name="twitter:description" content={description} />}
      {images.map(({ url: address, alt }) => [
        <meta key={address} name="twitter:image" content={address} />,
        alt ? <meta key={`${address} in words`} name="twitter:image:alt" content={alt} /> : null,
      ])}
    </>
  )
}
