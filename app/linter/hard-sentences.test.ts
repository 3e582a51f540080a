// The hard cases of the taxonomy, in sentences of our own: the same trigger with people, software, plans and beliefs.
import { expect, test } from 'vitest'
import { lint, type Section } from './index.ts'

const roster = { people: ['Tomás Vale', 'Leila Aro', 'Bao Lindt'], systems: ['Oscar'] }

function found(text: string, section: Section): string {
  const [finding] = lint([{ id: 'it', section, kind: 'text', text }], roster)
  return finding ? `${finding.ruleId} ${finding.level}` : 'clean'
}

test.each<[text: string, section: Section, expected: string]>([
  ['The readiness probe failed to answer for forty seconds.', 'timeline', 'clean'],
  ['The storage lead failed to answer for forty seconds.', 'timeline', 'omission-verb hint'],
  ['A duty dispatcher saw the backlog but failed to raise it.', 'causes', 'omission-verb warn'],
  ['Failed to raise the backlog despite two pings.', 'causes', 'omission-verb warn'],
  ['Failed to pull image: manifest unknown.', 'timeline', 'clean'],
  ['The latency alert should have paged at 09:12.', 'causes', 'clean'],
  ['The secondary should have picked up by 09:15.', 'causes', 'clean'],
  ['Each region should have its own quota.', 'changes', 'clean'],
  ['The migration should never have been waved through.', 'causes', 'counterfactual-person warn'],
  ['The retry should have taken a second at most.', 'timeline', 'clean'],
  ['Had anyone opened the dashboard, the spike would have been plain.', 'summary', 'counterfactual-conditional warn'],
  ['Had the limiter been on, the spike would have been capped.', 'causes', 'clean'],
  ['It is unclear whether an earlier page would have changed anything.', 'causes', 'clean'],
  ['The engineer did not have write access to the standby.', 'causes', 'clean'],
  ['The engineer did not check the standby.', 'causes', 'negated-duty warn'],
  ['Most shoppers did not notice the slow pages.', 'summary', 'clean'],
  ['Nobody on either shift noticed the second queue.', 'causes', 'negated-duty warn'],
  ['No one on the rota knew the limit existed.', 'causes', 'clean'],
  ['Root cause: human error.', 'causes', 'human-error-cause warn'],
  ['We do not accept human error as a root cause.', 'causes', 'clean'],
  ['At 03:10 we assumed user error and closed the ticket.', 'timeline', 'clean'],
  ['The confirmation dialog exists to prevent human error.', 'changes', 'clean'],
  ['A careless rename took the catalogue offline.', 'summary', 'character-judgement warn'],
  ['The lazy loader fetched every tile at once.', 'causes', 'clean'],
  ['The planner made a poor choice of index.', 'causes', 'clean'],
  ['Signal quality at the depot was poor (−96 dBm).', 'causes', 'clean'],
  ['Warm-up requests bypassed the approval cache.', 'causes', 'clean'],
  ['Two SLO violations preceded the page.', 'timeline', 'clean'],
  ['There was no single root cause.', 'causes', 'clean'],
  ['Obviously, the flag was inverted.', 'causes', 'hindsight-certainty hint'],
  ['The flag is now clearly labelled in the console.', 'changes', 'clean'],
  ['The controller panicked and dropped its lease.', 'timeline', 'clean'],
  ['Tomás took the cluster down at 11:04.', 'summary', 'person-harm warn'],
  ['Tomás rolled the cluster back at 11:19.', 'timeline', 'clean'],
  ['Oscar rejected 4,120 writes between 11:04 and 11:06.', 'timeline', 'clean'],
  ['The queue was drained by 12:40.', 'timeline', 'clean'],
  ['The ticket was ignored by the triage bot.', 'causes', 'clean'],
  ['This is the third occurrence of the same deadlock (INC-88, INC-131).', 'summary', 'clean'],
  ["This was nobody's fault.", 'summary', 'clean'],
  ['Whoever approved this has to answer for it.', 'questions', 'blame-or-sanction warn'],
  ['`git blame` points at the refactor of March.', 'causes', 'clean'],
  ['We ran disaster recovery for the eu-west shard.', 'timeline', 'clean'],
  ['The reviewer took the warnings for the known flaky test, because they had the same text.', 'causes', 'clean'],
  ['All the on-call had to do was read the banner.', 'causes', 'counterfactual-person warn'],
  ['A contractor in his first week dropped the table.', 'summary', 'status-stigma warn'],
  ['Contractors get read-only credentials by default.', 'changes', 'clean'],
  ['Retrain the fraud model on the corrected labels.', 'changes', 'clean'],
  ['Retrain all support staff on the refund flow.', 'changes', 'weak-action hint'],
  ['Leila adds a dry-run default to the purge command by 30 May.', 'changes', 'clean'],
  ["Why didn't the release manager wait?", 'questions', 'who-why-question hint'],
  ['Thanks to Bao for finding the broken index.', 'thanks', 'clean'],
  ['The pod failed to start.', 'causes', 'clean'],
  ['The draft was accidentally merged.', 'timeline', 'accident-word hint'],
  ["Tomás's service broke.", 'causes', 'person-harm warn'],
  ['Our payment service broke.', 'causes', 'clean'],
  ['And who decided this architecture?', 'questions', 'who-why-question hint'],
  ['How did our system allow this?', 'questions', 'clean'],
  ["I don't know.", 'accounts', 'clean'],
  ['I missed it, and here is what I saw: a green board.', 'accounts', 'clean'],
])('%s (%s) → %s', (text, section, expected) => {
  expect(found(text, section)).toBe(expected)
})
