import { parseAst } from 'vite'

/** A piece of text in a source file that somebody may come to read. */
export interface WrittenText {
  line: number
  text: string
}

interface SyntaxNode {
  type: string
  start: number
  [part: string]: unknown
}

/** What is put in where a program's value stands in a sentence: the linter takes it for a thing it does not know. */
const VALUE = '\uFFFC'
/** Attributes that hold words for the browser alone. */
const unread = new Set([
  'className',
  'class',
  'd',
  'viewBox',
  'href',
  'to',
  'src',
  'name',
  'id',
  'rel',
  'sizes',
  'media',
])

/**
 * Every text of a TypeScript file in reading order: the content of elements, with what stands inside as one sentence, and
 * each string or template of more than one word. What the types say, what is imported, class names and SQL are left out.
 */
export function wordsOnScreen(source: string, lang: 'ts' | 'tsx'): WrittenText[] {
  const found: WrittenText[] = []
  const add = (node: SyntaxNode, text: string) => {
    const words = text.replaceAll(/\s+/g, ' ').trim()
    if (/\p{L}\S* \S*\p{L}/u.test(words))
      found.push({ line: source.slice(0, node.start).split('\n').length, text: words })
  }
  walk(parseAst(source, { lang }) as unknown as SyntaxNode)
  return found

  function walk(node: SyntaxNode): void {
    if (/^TS|^Import|^TaggedTemplate/.test(node.type) && !/^TS(As|Satisfies|NonNull)/.test(node.type)) return
    if (node.type === 'JSXAttribute' && unread.has(String((node.name as SyntaxNode).name))) return
    if (node.type === 'Literal' && typeof node.value === 'string') add(node, node.value)
    if (node.type === 'TemplateLiteral') add(node, textOf(node))
    if (/^JSX(Element|Fragment)$/.test(node.type) && partsOf(node, 'children').some(hasWords)) add(node, textOf(node))
    for (const part of Object.values(node).flat()) if (isNode(part)) walk(part)
  }
}

function textOf(node: SyntaxNode): string {
  switch (node.type) {
    case 'JSXText':
      return String(node.value)
    case 'Literal':
      return typeof node.value === 'string' ? node.value : VALUE
    case 'TemplateLiteral':
      return partsOf(node, 'quasis')
        .map(({ value }) => (value as { cooked: string }).cooked)
        .join(VALUE)
    case 'JSXExpressionContainer':
      return textOf(node.expression as SyntaxNode)
    case 'JSXEmptyExpression':
      return ''
    case 'JSXElement':
    case 'JSXFragment':
      return partsOf(node, 'children').map(textOf).join('')
    default:
      return VALUE
  }
}

function hasWords({ type, value }: SyntaxNode): boolean {
  return type === 'JSXText' && /\p{L}/u.test(String(value))
}

function partsOf(node: SyntaxNode, name: string): SyntaxNode[] {
  return node[name] as SyntaxNode[]
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && typeof (value as SyntaxNode).type === 'string'
}
