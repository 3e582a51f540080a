import type { NodeJson } from '#app/document/document-json.ts'
import { blockText, inlineText, linesOf } from './text-lines.ts'

/** What an incident's facts are called here, and what people call them. */
const factLabels: [string, RegExp][] = [
  ['date', /^(?:(?:incident|outage|event) )?date(?: of (?:the )?(?:incident|outage))?$|^when$|^date\/time$|^day$/],
  ['severity', /^(?:incident )?(?:severity|sev|priority)(?: level)?$/],
  ['duration', /^(?:total |incident |outage )?duration$|^length of outage$|^downtime$/],
  [
    'started',
    /^(?:start(?:ed)?|began|incident (?:start(?:ed)?|from)|start(?:ing)? (?:time|date)|outage start|impact start)(?: at)?$/,
  ],
  [
    'ended',
    /^(?:end(?:ed)?|finish(?:ed)?|incident (?:end(?:ed)?|until)|end(?:ing)? (?:time|date)|outage end|impact end)(?: at)?$/,
  ],
  ['detected', /^(?:first )?detected(?: at)?$|^time of detection$/],
  ['resolved', /^(?:resolved|repaired|resolvedwhen)(?: at)?$/],
  ['time', /^time$|^impact time$|^time of incident$|^time span$|^incident time$/],
  ['time to detect', /^(?:time to detect(?:ion)?|mttd|ttd)$/],
  ['time to resolve', /^(?:time to (?:resolve|resolution|recover(?:y)?|mitigat\w+|fix)|mttr|ttr)$/],
  ['time to repair', /^time to repair$/],
  ['authors', /^(?:authors?|written by|created by|reported by|prepared by|report by|author name)$/],
  ['owner', /^(?:owners?|owner of review process|incident (?:owner|lead|commander|manager)|lead|review owner)$/],
  ['status', /^status$|^state$/],
  [
    'services',
    /^(?:(?:affected |impacted )?(?:services?|systems?|components?|applications?|products?|clusters?)(?:\/process)?(?: affected)?|affected)$/,
  ],
  ['teams', /^teams?(?: involved| affected)?$/],
  ['attendees', /^(?:attendees|participants|present)$/],
  ['title', /^title$/],
  ['description', /^(?:description|subtitle|excerpt|linktitle)$/],
  ['reference', /^(?:incident (?:id|number|no)|ticket|issue|reference|id)$/],
]

export type FoundFacts = Record<string, string>

/** The facts that a text states in labelled lines, in two-column tables or in its front matter; the first one counts. */
export function readFacts(blocks: NodeJson[], frontMatter: string): FoundFacts {
  const facts: FoundFacts = {}
  for (const [label, value] of frontMatterPairs(frontMatter)) note(label, value)
  for (const block of blocks) {
    if (block.type === 'table') {
      for (const row of block.content ?? []) {
        const cells = (row.content ?? []).map((cell) => blockText(cell).trim())
        if (cells.length === 2) note(cells[0] ?? '', cells[1] ?? '')
      }
    } else if (block.type === 'paragraph' || block.type === 'heading') readLines(block)
    else if (block.type === 'bulletList')
      for (const item of block.content ?? []) if (item.content?.[0]) readLines(item.content[0])
  }
  return facts

  function readLines(block: NodeJson): void {
    for (const line of linesOf(block.content)) {
      const text = inlineText(line).trim()
      const labelled = /^\W*([\p{L}][\p{L} /]{1,40}?)\s*\*{0,2}\s*[:：]\s*(\S.*)$/u.exec(text.slice(0, 600))
      const capitals = /^([A-Z]{3,}(?: [A-Z]{2,})*) ((?![A-Z]{2}).+)$/.exec(text.slice(0, 300))
      const found = labelled ?? capitals
      if (found?.[1] && found[2]) note(found[1], found[2])
    }
  }
  function note(label: string, value: string): void {
    const known = factLabels.find(([, pattern]) => pattern.test(label.trim().toLowerCase()))?.[0]
    const text = value
      .replace(/^\*+\s*/, '')
      .trim()
      .slice(0, 500)
    // The head of a table of times is no fact.
    if (/^(?:time|date)$/.test(known ?? '') && !/\d/.test(text)) return
    if (known && text && !Object.hasOwn(facts, known)) facts[known] = text
  }
}

/** Keys and values of YAML or TOML front matter, as text; nested values are joined by commas. */
export function frontMatterPairs(source: string): [string, string][] {
  const pairs: [string, string[]][] = []
  for (const line of source.split('\n')) {
    const key = /^["']?([\w -]+?)["']?\s*[:=]\s*(.*)$/.exec(line)
    const item = /^\s*-\s+(.*)$/.exec(line) ?? /^\s+(\S.*)$/.exec(line)
    if (key?.[1] && !/^\s/.test(line)) pairs.push([key[1], key[2] ? [unquoted(key[2])] : []])
    else if (item?.[1] && !line.trim().startsWith('#')) pairs.at(-1)?.[1].push(unquoted(item[1]))
  }
  return pairs.map(([key, values]) => [key, values.filter(Boolean).join(', ')])
}

function unquoted(value: string): string {
  const text = value.trim()
  const list = /^\[(.*)\]$/.exec(text)?.[1]
  if (list !== undefined) return list.split(',').map(unquoted).filter(Boolean).join(', ')
  const quoted = /^(["'])(.*)\1$/.exec(text)?.[2]
  return quoted === undefined ? text.replace(/\s+#\s.*$/, '') : quoted.replaceAll('\\"', '"')
}
