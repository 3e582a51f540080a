import type { DocumentJson, NodeJson, SectionJson } from '#app/document/document-json.ts'
import { Facts } from '#app/document/facts.ts'
import { type ItemKind, itemShapes } from '#app/document/items.ts'
import type { TemplateSection } from '#app/document/templates.ts'
import { proseNodes } from './prose-nodes.ts'
import { sampleId } from './sample-id.ts'
import type { ChangeProgress, Prose, SampleEvidence, SamplePostmortem, SampleSections } from './sample-postmortem.ts'

/** What is a row beside the text, by the change's item id. */
export interface ChangeState extends Omit<ChangeProgress, 'didItHelp'> {
  itemId: string
  didItHelp: string | null
}
export interface SampleDocument {
  document: DocumentJson
  /** `templateVersionId` is null: which row that is, the installation knows. */
  facts: Facts
  changeStates: ChangeState[]
}

/**
 * A sample post-mortem as the document, facts and rows it would have been written as. Pure; ids are the same each time.
 * @param version which published version, from 1; without it the newest, or the draft.
 */
export function buildSampleDocument(
  sample: SamplePostmortem,
  templateSections: TemplateSection[],
  version = sample.versions.length,
): SampleDocument {
  const sections = { ...sample.sections, ...sample.versions[version - 1]?.instead }
  const { title, kind, severity, services, teams, zone } = sample
  return {
    document: {
      type: 'doc',
      content: templateSections.map((section) => sectionNode(sample.number, section, sections)),
    },
    facts: Facts.parse({ title, kindId: kind, severityId: severity, serviceIds: services, teamIds: teams, zone }),
    changeStates: sections.changing
      .filter(({ progress }) => progress)
      .map(({ key, progress }) => {
        const { state = 'open', dueOn = null, trackerUrl = null, didItHelp = null } = progress ?? {}
        return {
          itemId: sampleId(sample.number, 'change', key),
          state,
          dueOn,
          trackerUrl,
          didItHelp: didItHelp && `${helpWords[didItHelp.answer]} (${didItHelp.on}): ${didItHelp.text}`,
        }
      }),
  }
}

const helpWords = { yes: 'Yes', partly: 'Partly', no: 'No' }

function sectionNode(number: number, { key, kind, title }: TemplateSection, sections: SampleSections): SectionJson {
  return {
    type: 'section',
    attrs: { id: sampleId(number, 'section', key), key, kind, title, hiddenBecause: null },
    content: sectionContent(number, key, sections),
  }
}

function sectionContent(number: number, sectionKey: string, sections: SampleSections): NodeJson[] {
  const id = (kind: ItemKind, key: string) => sampleId(number, kind, key)
  const ids = (kind: ItemKind, keys: string[] = []) => keys.map((key) => id(kind, key))
  const item = (type: ItemKind, key: string, text: Prose, attributes: Record<string, unknown>): NodeJson => ({
    type,
    attrs: itemShapes[type].parse({ id: id(type, key), ...attributes }),
    content: proseNodes(text),
  })
  const evidenceOf = (key: string, evidence: SampleEvidence[] = []) =>
    evidence.map((source, place) => ({ id: sampleId(number, 'evidence', key, place), ...source }))

  switch (sectionKey) {
    case 'what-happened':
      return sections['what-happened'].map(({ key, text, time, type, milestones, evidence }) =>
        item('timelineEntry', key, text, { ...time, type, milestones, evidence: evidenceOf(key, evidence) }),
      )
    case 'accounts':
      return (sections.accounts ?? []).map(({ key, text, from, entry }) =>
        item('account', key, text, { from, entryId: entry ? id('timelineEntry', entry) : null }),
      )
    case 'allowed-it':
      return sections['allowed-it'].map(({ key, text, role, factors, entries, noChangeBecause }) =>
        item('cause', key, text, { role, factors, entries: ids('timelineEntry', entries), noChangeBecause }),
      )
    case 'changing':
      return sections.changing.map(({ key, text, causes, team, progress: _, ...rest }) =>
        item('change', key, text, { ...rest, causes: ids('cause', causes), teamId: team }),
      )
    case 'unknown':
      return (sections.unknown ?? []).map(({ key, text, answer }) =>
        item('question', key, text, { answered: answer !== undefined, answer }),
      )
    case 'thanks':
      return (sections.thanks ?? []).map(({ key, text, to, team }) =>
        item('thanks', key, text, { to, teamId: team ?? null }),
      )
    case 'lessons':
      return (sections.lessons ?? []).map(({ key, text, causes, changes }) =>
        item('lesson', key, text, { causes: ids('cause', causes), changes: ids('change', changes) }),
      )
    default:
      return proseNodes(sections[sectionKey as ProseKey] ?? [])
  }
}

type ProseKey =
  | 'in-short'
  | 'if-again'
  | 'who-felt-it'
  | 'what-held'
  | 'who-may-read'
  | 'reached'
  | 'gave-it-away'
  | 'who-was-told'
