import { messageOf } from './explain.ts'
import type { Located } from './formats.ts'
import { levelsInWords } from './levels-in-words.ts'
import type { Rule } from './rule.ts'
import { examples } from './ruleset.ts'

/** What SARIF says of a rule; those of the rule set have the rest as well. */
export type SarifRule = Pick<Rule, 'id' | 'message' | 'why' | 'question'> & Partial<Pick<Rule, 'levels'>>

/**
 * SARIF 2.1.0, for code scanning: one run, with every rule's own texts, and a fingerprint per finding that stays when
 * its lines move. `file` has to be a path below the folder that the reader calls its source root.
 */
export function formatSarif(located: Located[], rules: SarifRule[]): string {
  const indexes = new Map(rules.map(({ id }, index) => [id, index]))
  const run = {
    tool: { driver: { name: 'Candor', rules: rules.map(ruleOf) } },
    columnKind: 'utf16CodeUnits',
    results: located.map((each) => resultOf(each, indexes)),
  }
  return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, null, 2)}\n`
}

function ruleOf(rule: SarifRule) {
  const levels = rule.levels && `Level: ${levelsInWords(rule.levels)}.`
  const { source, code } = examples[rule.id] ?? {}
  const paragraphs = [rule.why, rule.question, levels, source && `Source: ${source}.`].filter(Boolean)
  return {
    id: rule.id,
    shortDescription: { text: messageOf(rule) },
    fullDescription: { text: `${messageOf(rule)} ${rule.why}` },
    help: { text: paragraphs.join('\n\n') },
    defaultConfiguration: { level: Object.values(rule.levels ?? {}).includes('warn') ? 'warning' : 'note' },
    ...(code && { properties: { tags: ['language', code] } }),
  }
}

function resultOf({ file, line, column, endLine, endColumn, finding }: Located, indexes: Map<string, number>) {
  return {
    ruleId: finding.ruleId,
    ruleIndex: indexes.get(finding.ruleId),
    level: finding.level === 'warn' ? 'warning' : 'note',
    message: { text: `${finding.message} ${finding.question}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: file.toWellFormed().split('/').map(encodeURIComponent).join('/') },
          region: {
            startLine: line,
            startColumn: column,
            endLine,
            endColumn,
            snippet: { text: finding.excerpt.toWellFormed() },
          },
        },
      },
    ],
    partialFingerprints: { 'candorSentence/v1': finding.keepKey },
  }
}
