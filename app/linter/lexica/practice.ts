// The vocabulary of the practice, and technical senses of words that judge people elsewhere.
import { words } from '../words.ts'

export const characterAdjectives = words(`
  careless sloppy negligent lazy incompetent reckless irresponsible clueless stupid foolish idiotic unprofessional
  amateurish thoughtless inattentive inept
`)
export const characterAdverbs = words(
  'carelessly sloppily negligently recklessly irresponsibly thoughtlessly foolishly stupidly incompetently',
)
export const characterNouns = words(
  'carelessness sloppiness negligence laziness incompetence recklessness stupidity ineptitude inattentiveness idiot moron',
)

/** Nouns with which a judging adjective is a term: lazy loading, sloppy quorum. */
export const technicalCompanions = words(`
  load loading loaded loader loaders loads evaluation initialisation initialization init import imports instantiation
  quorum quorums restore free deletion expiration unmount creation connect connection routing propagation migration
  matching update updates allocation replication mode
`)

/** What holds a danger off; behind them an accident or an error is a purpose, not a cause. */
export const warding = words(`
  prevent prevents prevented preventing avoid avoids avoiding reduce reduces reducing eliminate eliminates eliminating
  minimise minimize minimising minimizing protect protects protecting guard guards against mitigate
  mitigates risk risks chance chances possibility potential potentially prone susceptible likelihood possible harder
  impossible cannot can't could can may might would will if ensure ensures safeguard resilient tolerate tolerates easy
  easier blameless
`)

/** Doubt and belief: an explanation as somebody saw it then. */
export const believing = words(`
  assumed suspected thought believed guessed considered initially suspecting assuming whether maybe perhaps unclear
  suggested speculated
`)

/** Things people do or have in their work: too little of it judges somebody; too little memory does not. */
export const humanWork = words(`
  testing test tests review reviews communication planning training experience understanding knowledge documentation
  coordination preparation care attention diligence oversight ownership discipline judgement judgment analysis evaluation
  awareness consideration thought expertise supervision handover handoff remediation investigation leadership foresight
  rehearsal vigilance scrutiny verification validation coverage familiarity competence knowhow skills insight foresight
  collaboration governance alignment clarity involvement follow-up
`)
/** What people do to find out: as a subject it stands for those who do it. */
export const practices = words(`
  test tests testing review reviews reviewing audit audits rehearsal rehearsals training communication planning analysis
  analyses check checks look procedure procedures runbook runbooks checklist process processes response monitoring qa
  investigation verification validation preparation inspection coordination documentation practice practices drill walkthrough
  assessment evaluation diligence care attention understanding escalation discussion conversation sync handover
  pre-mortem coverage
`)
export const humanPlans = words(
  'strategy strategies decision decisions choice choices practice practices process processes design',
)
