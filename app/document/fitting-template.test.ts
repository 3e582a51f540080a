import { expect, test } from 'vitest'
import { fittingRule } from './fitting-template.ts'

const rules = [
  { kindId: null, severityId: null, templateKey: 'standard' },
  { kindId: null, severityId: 'sev-4', templateKey: 'light' },
  { kindId: 'security', severityId: null, templateKey: 'security' },
  { kindId: 'security', severityId: 'sev-4', templateKey: 'short-security' },
]
const fitting = (kindId: string | null, severityId: string | null) =>
  fittingRule(rules, { kindId, severityId })?.templateKey

test('a rule for kind and severity goes before one for the kind, that before one for the severity', () => {
  expect(fitting('security', 'sev-4')).toBe('short-security')
  expect(fitting('security', 'sev-1')).toBe('security')
  expect(fitting('outage', 'sev-4')).toBe('light')
  expect(fitting('outage', 'sev-1')).toBe('standard')
})

test('what is not set yet fits no rule that asks for it', () => {
  expect(fitting(null, null)).toBe('standard')
  expect(fitting(null, 'sev-1')).toBe('standard')
  expect(fittingRule(rules.slice(1), { kindId: null, severityId: null })).toBeNull()
})
