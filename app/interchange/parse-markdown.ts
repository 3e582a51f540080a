import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkFrontmatter, ['yaml', 'toml'])

/** GitHub's Markdown with front matter, as a tree. */
export function parseMarkdown(text: string) {
  return processor.parse(text)
}

export type MarkdownRoot = ReturnType<typeof parseMarkdown>
export type MarkdownNode = MarkdownRoot['children'][number]
