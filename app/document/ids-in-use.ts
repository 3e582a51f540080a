import type { DocumentJson, NodeJson } from './document-json.ts'
import type { Facts } from './facts.ts'

/** The ids of the catalogue that a draft refers to, each once: of its facts, its items and its mentions of teams and services. */
export function idsInUse(document: DocumentJson, facts: Facts): string[] {
  const ids = new Set<string>(
    [...facts.serviceIds, ...facts.teamIds, facts.severityId, facts.kindId].filter((id) => id !== null),
  )
  for (const section of document.content) for (const node of section.content ?? []) collect(node, ids)
  return [...ids]
}

function collect({ type, attrs = {}, content = [] }: NodeJson, ids: Set<string>): void {
  const named = type === 'mention' && attrs.kind !== 'person' ? [attrs.id] : [attrs.teamId, attrs.factors].flat()
  for (const id of named) if (typeof id === 'string') ids.add(id)
  for (const child of content) collect(child, ids)
}
