import { renderJSONContentToReactElement } from '@tiptap/static-renderer/json/react'
import { createElement, type ReactNode } from 'react'
import type { NodeJson } from '#app/document/document-json.ts'
import { ReferencedText } from './referenced-text.tsx'
import { ShownImage, type ShownImageProps } from './shown-image.tsx'

interface Given {
  children?: ReactNode
  node: { attrs?: Record<string, unknown>; text?: string; marks?: { type: string }[] }
}
const as = (tag: string, attributes?: (given: Given) => Record<string, unknown>) => (given: Given) =>
  createElement(tag, attributes?.(given), given.children)

const safeAddress = /^(https?:|mailto:|#|\/(?!\/))/i

// Stored text is foreign input here too: what is not in these lists is shown as its plain content, never as markup.
const render = renderJSONContentToReactElement({
  nodeMapping: {
    text: ({ node }: Given) =>
      node.marks?.some(({ type }) => type === 'link' || type === 'code' || type === 'codePiece') ? (
        node.text
      ) : (
        <ReferencedText>{unbroken(node.text ?? '')}</ReferencedText>
      ),
    paragraph: as('p'),
    heading: ({ node, children }: Given) => createElement(node.attrs?.level === 4 ? 'h4' : 'h3', null, children),
    bulletList: as('ul'),
    orderedList: as('ol', ({ node }) => ({ start: Number(node.attrs?.start ?? 1) })),
    listItem: as('li'),
    taskList: as('ul', () => ({ className: 'task-list' })),
    taskItem: ({ node, children }: Given) => (
      <li>
        <span role="img" aria-label={node.attrs?.checked ? 'Done:' : 'Not done:'} className="task-mark">
          {node.attrs?.checked ? '☑' : '☐'}
        </span>
        <div>{children}</div>
      </li>
    ),
    blockquote: as('blockquote'),
    codeBlock: ({ children }: Given) => (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a block that scrolls has to be reachable by keyboard.
      <pre tabIndex={0}>
        <code>{children}</code>
      </pre>
    ),
    hardBreak: () => <br />,
    horizontalRule: () => <hr />,
    image: ({ node }: Given) => <ShownImage {...(node.attrs as unknown as ShownImageProps)} />,
    table: ({ children }: Given) => (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls has to be reachable by keyboard.
      <section className="overflow-x-auto" tabIndex={0} aria-label="Table">
        <table>
          <tbody>{children}</tbody>
        </table>
      </section>
    ),
    tableRow: as('tr'),
    tableCell: as('td', cellSpans),
    tableHeader: as('th', cellSpans),
  },
  markMapping: {
    bold: as('strong'),
    italic: as('em'),
    strike: as('s'),
    underline: as('u'),
    code: as('code'),
    codePiece: ({ mark, children }: { mark: { attrs?: { look?: string | null } }; children?: ReactNode }) =>
      mark.attrs?.look ? <span className={`code-${mark.attrs.look}`}>{children}</span> : children,
    link: ({ mark, children }: { mark: { attrs?: Record<string, unknown> }; children?: ReactNode }) => {
      const href = String(mark.attrs?.href ?? '')
      return safeAddress.test(href) ? (
        <a href={href} rel="noreferrer">
          {children}
        </a>
      ) : (
        <span>{children}</span>
      )
    },
  },
  unhandledNode: ({ children }: Given) => children,
  unhandledMark: ({ children }: Given) => children,
} as never) as (given: { content: NodeJson }) => ReactNode

/** A number stays with its sign: no line ends between `31` and `%`. */
function unbroken(text: string): string {
  return text.replace(/(\d) (?=%)/g, '$1\u00a0')
}

function cellSpans({ node }: Given) {
  const span = (value: unknown) => (Number(value) > 1 ? Number(value) : undefined)
  return { colSpan: span(node.attrs?.colspan), rowSpan: span(node.attrs?.rowspan) }
}

/** Blocks of a document as HTML, without the editor. `size` is the type: long text is serif, items are sans. */
export function RichText({ blocks, size = 'text' }: { blocks: NodeJson[]; size?: 'text' | 'item' | 'lede' }) {
  return <div className={`rich-text rich-text-${size}`}>{render({ content: { type: 'body', content: blocks } })}</div>
}
