/** Which template is offered: for a kind, a severity, both, or (neither) where nothing else fits. */
export interface TemplateRule {
  kindId: string | null
  severityId: string | null
  templateKey: string
}

/**
 * The rule that fits a kind and a severity best, or null: one for both before one for the kind, that before one for the
 * severity, and the one for neither last. A rule for a kind fits no post-mortem whose kind is not set.
 */
export function fittingRule<Rule extends Pick<TemplateRule, 'kindId' | 'severityId'>>(
  rules: readonly Rule[],
  { kindId, severityId }: { kindId: string | null; severityId: string | null },
): Rule | null {
  const weight = (rule: Rule) => (rule.kindId ? 2 : 0) + (rule.severityId ? 1 : 0)
  const fitting = rules.filter(
    (rule) =>
      (rule.kindId === null || rule.kindId === kindId) && (rule.severityId === null || rule.severityId === severityId),
  )
  return fitting.toSorted((one, other) => weight(other) - weight(one))[0] ?? null
}
