import { opensPhrase } from '../clauses.ts'
import type { Hit } from '../hit.ts'
import { denials } from '../lexica/grammar.ts'
import { humanPlans, humanWork, scant, worked } from '../lexica/practice.ts'
import { phrase } from '../phrases.ts'
import { judgements } from '../policy.ts'
import { defineRule, type Examples } from '../rule.ts'
import { allOf, words } from '../words.ts'

/** One word that describes the work, and does not start a new phrase. */
const kind = /^(?!of$|the$|and$)[a-z-]+$/
const plans = allOf(humanWork, humanPlans)
const denying = allOf(denials, words('avoid if prevent unclear whether'))
/** Deciding badly is work; a bad process on a machine is not. */
const machines = words('process processes test tests')

export default defineRule({
  id: 'vague-descriptor',
  levels: judgements('hint'),
  looks: [
    [phrase`absence|lack|lacked|lacking|shortage of? a|any|our|the? ${kind}? ${kind}? ${humanWork}`, scarce],
    [phrase`improper|inadequate|insufficient|substandard ${kind}? ${humanWork}`, scarce],
    [phrase`${scant} ${kind}? ${plans}`, scarceWork],
    [phrase`too few|little ${kind}? ${humanWork}`, scarceWork],
    [phrase`no|not|without a|any|been|have? adequate|enough|proper|sufficient ${kind}? ${plans}`, ends],
    [phrase`${humanWork} ..5 was|were not ..1 adequate|enough|good|sufficient|thorough`, scarce],
    [phrase`${humanWork} ..3 is|was|were also|pretty|quite|rather|too|very? ${scant}`, scarceWork],
    [phrase`inexperience|unfamiliarity`],
    [phrase`communication|coordination|process breakdown+|failure+|gap+`, scarce],
    [phrase`improperly|inadequately|insufficiently|poorly ${worked}`, scarce],
  ],

  message: 'This is an amount without a measure.',
  why: 'It fits nearly every incident, so it points to no change.',
  question: 'Which case, load or path was not covered, and how is that chosen?',
})

function scarce(hit: Hit): boolean {
  return !hit.before(denying, 4) && ends(hit)
}

function scarceWork(hit: Hit): boolean {
  return !machines.has(hit.last) && scarce(hit)
}

/** The phrase is whole, measured by nobody, and not about what a program made. */
function ends(hit: Hit): boolean {
  if (hit.next === '(' || !opensPhrase(hit.next)) return false
  if (hit.words.slice(hit.from, hit.to).some((word) => word.startsWith('automat'))) return false
  const verb = hit.words.lastIndexOf('made', hit.from)
  return verb < 1 || hit.clause(verb).subject.kind !== 'system'
}

export const examples: Examples = {
  code: 'B08',
  source: 'RCA2, rule 2: exact descriptors rather than negative and vague words',
  flagged: [
    '[Lack of testing] let the default through.',
    'There was [insufficient review] before the rollout.',
    '[Poor communication] between the two rooms made it longer.',
    'The [communication was poor] that night.',
    'The failover was [poorly documented].',
    'A [lack of operational experience] made it worse.',
    'The plan had [inadequate preparation].',
    'This was a [poor decision].',
    'There was [too little coordination] between the two depots.',
    'The tariff went live [without sufficient testing].',
    'The [training of the kiosk staff was not sufficient].',
    '[Unfamiliarity] with the new console made the search longer.',
    'A [communication breakdown] between the depots delayed the vans.',
  ],
  clean: [
    'Insufficient memory: 2 GB were free.',
    'The account had insufficient permissions.',
    'Signal quality at the depot was poor (−96 dBm).',
    'A lack of free addresses stopped the scale-up.',
    'The bad test data came from the old export.',
    'The planner made a poor choice of index.',
    'No test covers a zero-rate region.',
    'The runbook starts with a restart that takes 20 minutes.',
    'There was too little memory for both jobs.',
    'The free space on the volume was not sufficient.',
    'A gap of four minutes in the feed delayed the vans.',
  ],
  pairs: [
    ['[Insufficient planning] was the reason.', 'Insufficient disk space was the reason.'],
    ['The [handover was poor].', 'The signal was poor.'],
    ['A [lack of understanding] made it longer.', 'A lack of free ports made it longer.'],
  ],
}
