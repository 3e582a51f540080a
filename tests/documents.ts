import type { DocumentJson, NodeJson } from '#app/document/document-json.ts'
import type { ItemKind } from '#app/document/items.ts'
import { startDocument } from '#app/document/start-document.ts'
import { standardTemplate, type TemplateSection } from '#app/document/templates.ts'

/** A document by a template with the sections named filled: a string for prose, items for the others. */
export function documentWith(
  filled: Record<string, string | NodeJson[]>,
  sections: TemplateSection[] = standardTemplate.sections,
): DocumentJson {
  const document = startDocument(sections)
  for (const section of document.content) {
    const content = section.attrs.key ? filled[section.attrs.key] : undefined
    if (content !== undefined) section.content = typeof content === 'string' ? [paragraph(content)] : content
  }
  return document
}

/** A structured item with its text: `item('cause', 'The check used our own store.', { id: 'cause1' })`. */
export function item(kind: ItemKind, text: string, attributes: Record<string, unknown> & { id: string }): NodeJson {
  return { type: kind, attrs: attributes, content: [paragraph(text)] }
}

export function paragraph(text: string): NodeJson {
  return text ? { type: 'paragraph', content: [{ type: 'text', text }] } : { type: 'paragraph' }
}

/** Every required section filled, a change for each cause, thanks given: nothing stands in the way of publishing. */
export function completeDocument(): DocumentJson {
  return documentWith({
    'in-short': 'Two card networks declined payments for 47 minutes after a certificate was rotated.',
    'what-happened': [
      entry('entry1', '2026-11-12T14:03:10.000Z', 'Rotation job 8812 replaced the certificate.', ['first-effect']),
      entry('entry2', '2026-11-12T14:09:00.000Z', 'The decline alert reached the payments on-call.', ['first-noticed']),
      entry('entry3', '2026-11-12T14:21:00.000Z', 'The previous bundle was put back.', ['first-relief']),
      entry('entry4', '2026-11-12T14:50:00.000Z', 'Declines were back at their usual level.', ['normal-again']),
    ],
    'allowed-it': [
      item('cause', 'The check looked at our own store only, and no network’s store was part of it.', {
        id: 'cause1',
        role: 'possible',
        entries: ['entry1'],
      }),
    ],
    changing: [
      item('change', 'A rotation stops when a network’s store rejects the bundle.', {
        id: 'change1',
        causes: ['cause1'],
        strength: 'stronger',
      }),
    ],
    thanks: [item('thanks', 'A question about one network showed the pattern.', { id: 'thanks1', to: 'Support' })],
    lessons: [
      item('lesson', 'Check a certificate in the reader’s store, not the writer’s.', {
        id: 'lesson1',
        causes: ['cause1'],
        changes: ['change1'],
      }),
    ],
  })
}

function entry(id: string, at: string, text: string, milestones: string[]): NodeJson {
  const evidence = [{ id: `${id}-source`, kind: 'link', source: 'payments log', href: 'https://logs.skerry.example/1' }]
  return item('timelineEntry', text, { id, at, precision: 'exact', type: 'seen', milestones, evidence })
}
