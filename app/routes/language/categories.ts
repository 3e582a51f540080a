import type { Section } from '#app/linter/index.ts'

/** How the guide introduces a rule: a name, and one sentence before and after somebody asked the question. */
export interface Category {
  rule: string
  title: string
  before: string
  after: string
  /** Where the sentence stands; without one, in the causes. */
  section?: Section
}

/** The guide's table of contents. Rules that are not in it stand at its end under their own names. */
export const themes: { title: string; categories: Category[] }[] = [
  {
    title: 'About people',
    categories: [
      {
        rule: 'counterfactual-person',
        title: 'What someone should have done',
        before: 'The engineer should have checked the dashboard.',
        after: 'The dashboard was three clicks away from the page that the alert linked to, and it was green at 14:02.',
      },
      {
        rule: 'omission-verb',
        title: 'Steps that were left out',
        before: 'The on-call engineer failed to follow the runbook.',
        after:
          'The runbook starts with a restart that takes 20 minutes; responders usually begin with a rollback, as here.',
      },
      {
        rule: 'negated-duty',
        title: 'Checks that did not happen',
        before: 'The reviewer did not check the default.',
        after: 'The review page folds configuration files; the default was in one of them.',
      },
      {
        rule: 'person-harm',
        title: 'A person as the cause',
        before: 'The engineer took down the cluster.',
        after: 'A deletion by label matched 40 nodes; the console showed the first three and no count.',
      },
      {
        rule: 'procedure-violation',
        title: 'Rules that were broken',
        before: 'The night crew bypassed the approval step.',
        after: 'Approval takes a second person; at night one is on duty, so the emergency path is the usual one.',
      },
      {
        rule: 'character-judgement',
        title: 'Character',
        before: 'It was a careless rename.',
        after: 'The rename dialog accepts a name that is in use, and says so after saving.',
      },
      {
        rule: 'normative-performance',
        title: 'How well it was done',
        before: 'The release was badly mismanaged.',
        after: 'Releases are planned for six people; on that Friday two were there until noon.',
      },
      {
        rule: 'group-blame',
        title: 'Patterns in a group',
        before: 'Once again the platform team shipped on a Friday.',
        after: 'Four of the last ten releases were on a Friday: the release window opens on Thursday evening.',
      },
      {
        rule: 'status-stigma',
        title: 'Rank and experience',
        before: 'A junior engineer deleted the table.',
        after: 'Every account of the group may delete tables, and the tool asks for no confirmation.',
      },
      {
        rule: 'blame-or-sanction',
        title: 'Guilt and consequences',
        before: 'The night team is to blame for the outage.',
        after: 'The limit changed on 3 May; the notice of it went to a mailbox that was closed in March.',
      },
      {
        rule: 'who-why-question',
        title: 'Questions about a person',
        before: 'Who approved this change?',
        after: 'What did the approval page show of this change?',
        section: 'questions',
      },
    ],
  },
  {
    title: 'About causes',
    categories: [
      {
        rule: 'human-error-cause',
        title: 'Human error as the cause',
        before: 'Root cause: human error.',
        after: 'Production and staging have the same colours, and the prompt shows neither.',
      },
      {
        rule: 'accident-word',
        title: 'Accidents',
        before: 'The branch was accidentally merged.',
        after: 'The merge button was active while a check was still running.',
      },
      {
        rule: 'single-root-cause',
        title: 'One root cause',
        before: 'The root cause was an expired certificate.',
        after: 'The certificate expired, its alert went to an archived channel, and the client had no fallback.',
      },
      {
        rule: 'counterfactual-conditional',
        title: 'Another course of events',
        before: 'If the reviewer had read the plan, the outage would have been avoided.',
        after: 'The plan has 900 lines, of which the review page shows the first 100.',
      },
      {
        rule: 'hidden-actor',
        title: 'Who had which information',
        before: 'The warning was overlooked.',
        after: 'The warning went to the build log, which people open when a build is red; this one was green.',
      },
      {
        rule: 'vague-descriptor',
        title: 'Amounts without a measure',
        before: 'The cause was a lack of testing.',
        after: 'No test had more than one region; the change counted regions.',
      },
      {
        rule: 'single-holder',
        title: 'One person holds it',
        before: 'Only one person knew how the export works.',
        after: 'The steps of the export are in no document, and one account may run it.',
      },
    ],
  },
  {
    title: 'About knowing',
    categories: [
      {
        rule: 'hindsight-certainty',
        title: 'Hindsight',
        before: 'Obviously, the flag was inverted.',
        after: 'At 15:10 we compared the flag with its documentation and saw that it was inverted.',
      },
      {
        rule: 'mind-reading',
        title: 'Reading minds',
        before: 'The reviewer ignored three warnings.',
        after: 'The reviewer took the warnings for the known flaky test, because they had the same text.',
      },
      {
        rule: 'folk-model',
        title: 'Labels for attention',
        before: 'The crew lost situational awareness.',
        after: 'Six alerts came in two minutes; the one about the disk was the fifth.',
      },
      {
        rule: 'minimiser',
        title: 'Easy to say now',
        before: 'The engineer simply had to read the banner.',
        after: 'The banner is at the bottom of a page that people leave from its top.',
      },
      {
        rule: 'timeline-judgement',
        title: 'Judgements in the timeline',
        before: 'Unfortunately the standby was off as well.',
        after: 'The standby was off as well, for the maintenance that had begun at 13:50.',
        section: 'timeline',
      },
      {
        rule: 'animated-language',
        title: 'Drama',
        before: 'The rollback was a nightmare.',
        after: 'The rollback took 50 minutes and three attempts.',
      },
    ],
  },
  {
    title: 'About changes',
    categories: [
      {
        rule: 'weak-action',
        title: 'Trying harder',
        before: 'Remind everyone to check the region.',
        after: 'The command asks for the region and has no default.',
        section: 'changes',
      },
      {
        rule: 'person-targeted-action',
        title: 'Fixing a person',
        before: 'The on-call engineer needs to learn the handover protocol.',
        after: 'The handover page lists open alerts, so nobody has to remember them.',
        section: 'changes',
      },
      {
        rule: 'vague-action',
        title: 'Changes without an end',
        before: 'Improve the monitoring.',
        after: 'Page the platform team when the queue is older than five minutes, by 30 May.',
        section: 'changes',
      },
    ],
  },
  {
    title: 'About help',
    categories: [
      {
        rule: 'rescue-story',
        title: 'Rescue by one person',
        before: 'Thanks to the heroic effort of one engineer, the service was back by morning.',
        after: 'An engineer who knew the old tool noticed the stale index; two colleagues joined at 02:00.',
      },
      {
        rule: 'backhanded-thanks',
        title: 'Thanks with a reproach',
        before: 'Thanks to Bao for finally fixing what the data team broke.',
        after: 'Thanks to Bao for finding the broken index.',
        section: 'thanks',
      },
    ],
  },
]
