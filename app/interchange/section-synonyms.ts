import type { SectionKind } from '#app/document/section-kind.ts'

export interface SectionMeaning {
  kind: SectionKind
  /** The section of our templates it stands for, or null where there is none. */
  key: string | null
  /**
   * A phase or a subject that also names parts of other sections ("Detection" under "Action items"): below a heading
   * that was understood, it stays in that heading's section.
   */
  weak?: boolean
}

/**
 * What people call the parts of a post-mortem. A word ending in `*` stands for every word that begins so; plurals in
 * `s` match by themselves. Phrases are compared with a heading after its numbers, emoji and small words are gone, so
 * "what went well" is written here with all its words and matched as they are.
 */
export const sectionSynonyms: [SectionMeaning, string[]][] = [
  [
    { kind: 'timeline', key: 'what-happened' },
    phrases(`
      timeline, time line, timelog, chronolog*, sequence of event, course of event, order of event, key event,
      list of event, event log, log of event, incident log, activity log, what happened when, how it unfolded, how
      the incident unfolded, how event* unfolded, play by play, blow by blow, incident progression, history of
      event, event of the day, minute by minute, event, key timestamp, incident history
    `),
  ],
  [
    { kind: 'causes', key: 'allowed-it' },
    phrases(`
      root cause, cause, root-cause, contributing factor, contributing condition, contributory factor,
      contributor, factor, causal analysis, cause analysis, analysis of cause, analysis of the cause, rca, five
      why, 5 why, why, what caused, why did this happen, why did it happen, why it happened, why this happened,
      why was, why wasn t, why did, why didn t, what allowed, trigger, underlying issue, underlying problem,
      underlying cause, origin, fault, detail of incident, detail of the incident, what was the cause, what led
      to, root of the problem, reason, vulnerabilit*, source of the problem, source of the issue, technical cause,
      systemic issue, contributing
    `),
  ],
  [
    { kind: 'changes', key: 'changing' },
    phrases(`
      action item, action, action point, action plan, follow up, followup, next step, next action, corrective,
      corrective action, corrective and preventative measure, corrective and preventive measure, corrective
      measure, preventative measure, preventive measure, preventative action, preventive action, prevent*,
      measure, root cause remediation, remediation item, remediation plan, remediation task, remediation action,
      remediation step, improvement, process improvement, future improvement, improvement plan, improvement to,
      area for improvement, do to prevent, do to improve, do to avoid, do about it, doing about it, are we doing,
      we re doing, we are doing, will we do, we will do, we ll do, can we do, could we do, we could do, we can do,
      going to do, do differently, doing differently, moving forward, looking forward, going forward, way forward,
      path forward, looking ahead, future work, future action, future plan, future prevention, future step, future
      mitigation, todo, to do, task, recommendation, recommended action, resulting action, review action,
      outstanding action, what s next, what is next, what next, what now, opportunit*, change, proposed change,
      planned change, backlog, ticket, what we are changing, avoid* recurrence, recurrence, in the future,
      hardening, long term fix*, long term solution, permanent fix, countermeasure, proposed solution, suggestion,
      plan
    `),
  ],
  [
    { kind: 'lessons', key: 'lessons' },
    phrases(`
      lesson, lesson learned, lesson learnt, learning, takeaway, take away, key takeaway, what we learned, what we
      learnt, what did we learn, what we ve learned, what have we learned, learned, learnt, insight, moral of the
      story, what we take with us
    `),
  ],
  [
    { kind: 'questions', key: 'unknown' },
    phrases(`
      open question, unanswered question, outstanding question, remaining question, question, unknown, what we don
      t know, what we still don t know, still don t know, don t know, open issue, open point, what is unclear,
      mystery, mysteries, unresolved question, comment and question
    `),
  ],
  [
    { kind: 'thanks', key: 'thanks' },
    phrases(`
      thanks, thank, thank you, special thanks, acknowledg*, credit, kudos, gratitude, shout out, shoutout,
      appreciation
    `),
  ],
  [
    { kind: 'accounts', key: 'accounts' },
    phrases(`
      how it looked, perspective, first hand account, eyewitness*, personal account, interview, how it looked from
      there
    `),
  ],
  [
    { kind: 'prose', key: 'in-short' },
    phrases(`
      summary, overview, tl dr, tldr, abstract, synopsis, what happened, in short, in brief, brief, at a glance,
      quick fact, incident description, description, problem statement, problem description, identified, executive
      summary, issue summary, highlight, the incident, the outage, the problem, the issue, introduction
    `),
  ],
  [
    { kind: 'prose', key: 'who-felt-it' },
    phrases(`
      impact, customer impact, user impact, business impact, impact assessment, impact on, affected, who was
      affected, what was affected, how user* were affected, effect, blast radius, damage, consequence, scope,
      severity and impact, symptom
    `),
  ],
  [
    { kind: 'prose', key: 'what-held' },
    phrases(`
      went well, went right, go well, what worked, worked well, that worked, lucky, luck, positive, success*, what
      held, what helped, bright spot, got lucky, good thing, the good, strength
    `),
  ],
  [
    { kind: 'prose', key: 'who-was-told' },
    phrases(`
      who was told, customer communication, external communication, notification of customer
    `),
  ],
  [
    { kind: 'prose', key: 'who-may-read' },
    phrases(`
      who may read, confidentiality, distribution
    `),
  ],
  [
    { kind: 'prose', key: 'if-again' },
    phrases(`
      if this happens again, if it happens again, runbook, playbook, how to recogni*, how to detect, how to fix
    `),
  ],
  [
    { kind: 'prose', key: null },
    phrases(`
      went wrong, did not go well, didn t go well, didn t go so well, did not go so well, not go well, not go so
      well, went poorly, went badly, went less well, gone better, go better, been better, didn t work, did not
      work, not so well, the bad, the ugly, negative, weakness*, action taken, step taken, immediate action taken
    `),
  ],
  [
    { kind: 'prose', key: null, weak: true },
    phrases(`
      resolution, resolving, resolved, recovery, recovering, restoration, response, detection, detected,
      detecting, mitigation, mitigating, mitigated, remediation, remedy, workaround, fix, the fix, detail of fix,
      the solution, solution, escalation, containment, eradication, investigation, diagnosis, debugging,
      troubleshooting, analysis, technical analysis, technical explanation, technical detail, detail, explanation,
      background, context, leadup, lead up, communication, comms, monitoring, alerting, alert, reference,
      resource, link, appendix, appendices, glossary, note, supporting information, supporting document*,
      evidence, attachment, screenshot, graph, log, further reading, related, attendee, atendee, participant,
      responder, people involved, involved, involved part*, author, owner, team, stat, statistic, metric,
      metadata, meta, status, current status, severity, duration, date, time to detect, time to repair, time to
      resolve, time to fix, conclusion, conclusions, disclosure, faq, frequently asked question, discussion,
      documentation, process, tooling, infrastructure, type of incident, update, introduction
    `),
  ],
]

function phrases(list: string): string[] {
  return list.trim().split(/\s*,\s*/)
}

/** Words that say nothing about what a heading stands for. */
export const smallWords = new Set(
  'a an the of for and or to in on at by with from our we us it its this that these those is are was were be been do did does as so incident outage issue problem event s report postmortem mortem post section brief detailed full initial final main major key general all times time some other more short thing things possible potential suggested proposed identified further additional current overall technical incidents outages issues problems what we i they'.split(
    ' ',
  ),
)
