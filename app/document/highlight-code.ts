import bash from 'highlight.js/lib/languages/bash'
import diff from 'highlight.js/lib/languages/diff'
import dockerfile from 'highlight.js/lib/languages/dockerfile'
import go from 'highlight.js/lib/languages/go'
import ini from 'highlight.js/lib/languages/ini'
import java from 'highlight.js/lib/languages/java'
import javascript from 'highlight.js/lib/languages/javascript'
import json from 'highlight.js/lib/languages/json'
import python from 'highlight.js/lib/languages/python'
import rust from 'highlight.js/lib/languages/rust'
import sql from 'highlight.js/lib/languages/sql'
import typescript from 'highlight.js/lib/languages/typescript'
import xml from 'highlight.js/lib/languages/xml'
import yaml from 'highlight.js/lib/languages/yaml'
import { createLowlight } from 'lowlight'
import type { CodeLanguage } from './code-languages.ts'

/** A piece of code; `look` names what it is, as `keyword` or `string`. The pieces together are the code. */
export interface CodePiece {
  text: string
  look: string | null
}

/** A longer text is left plain: nobody reads its colours, and everybody would wait for them. */
const LONGEST = 50_000

const languages = { bash, diff, dockerfile, go, ini, java, javascript, json, python, rust, sql, typescript, xml, yaml }
const lowlight = createLowlight(languages satisfies Record<CodeLanguage, unknown>)

export function highlightCode(code: string, language: CodeLanguage): CodePiece[] {
  if (code.length > LONGEST) return [{ text: code, look: null }]
  const pieces: CodePiece[] = []
  walk(lowlight.highlight(language, code).children, null)
  return pieces

  function walk(nodes: readonly Tree[], look: string | null) {
    for (const node of nodes) {
      if (node.type === 'text') add(node.value ?? '', look)
      else walk(node.children ?? [], lookOf(node.properties?.className) ?? look)
    }
  }
  function add(text: string, look: string | null) {
    const last = pieces.at(-1)
    if (last && last.look === look) last.text += text
    else if (text) pieces.push({ text, look })
  }
}

interface Tree {
  type: string
  value?: string
  children?: Tree[]
  properties?: { className?: unknown }
}

function lookOf(className: unknown): string | null {
  const name = Array.isArray(className) ? className.map(String).find((each) => each.startsWith('hljs-')) : undefined
  return name ? name.slice('hljs-'.length) : null
}
