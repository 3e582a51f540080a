/** A word of the taxonomy: `id` is stable and stands in documents, `name` and `help` may be edited by an organisation. */
interface CatalogueWord {
  id: string
  name: string
  help: string
}

/** By what people could not do; never by cost or by length alone. "Not set yet" is the absence of one. */
const severities: CatalogueWord[] = [
  {
    id: 'sev-1',
    name: 'SEV-1',
    help: 'Many people cannot do what they came for, or safety or data is at stake.',
  },
  { id: 'sev-2', name: 'SEV-2', help: 'Some people are stopped, or many are slowed down.' },
  { id: 'sev-3', name: 'SEV-3', help: 'A few people notice, and there is a way round.' },
  { id: 'sev-4', name: 'SEV-4', help: 'It was visible to us only.' },
  { id: 'sev-none', name: 'None', help: 'Nothing was disturbed: a near miss, or a success worth keeping.' },
]

const kinds: CatalogueWord[] = [
  { id: 'outage', name: 'Outage', help: 'Something people rely on could not be used.' },
  { id: 'degradation', name: 'Degradation', help: 'It could be used, but slowly, partly or not every time.' },
  { id: 'wrong-data', name: 'Wrong or lost data', help: 'What was shown or stored was not so, or was gone.' },
  { id: 'security', name: 'Security', help: 'Something was reachable for people it was not meant for.' },
  { id: 'near-miss', name: 'Near miss', help: 'It could have happened, and something stopped it.' },
  { id: 'success', name: 'Success worth keeping', help: 'It went well, and we want to know what made it so.' },
]

const factors: CatalogueWord[] = [
  { id: 'missing-safeguard', name: 'Missing safeguard', help: 'Nothing stood between the step and its effect.' },
  { id: 'unsafe-default', name: 'Unsafe default', help: 'What happens when nothing is chosen is the risky thing.' },
  {
    id: 'everything-at-once',
    name: 'Change reached everything at once',
    help: 'There was no first part to learn from before the rest.',
  },
  { id: 'hard-to-undo', name: 'Hard to undo', help: 'The way back was long, unknown or missing.' },
  {
    id: 'test-world-differs',
    name: 'Test world unlike the real one',
    help: 'It passed where we try things; data, load or partners differ there.',
  },
  { id: 'hidden-coupling', name: 'Hidden coupling', help: 'Two things that look separate depend on each other.' },
  { id: 'shared-dependency', name: 'Shared dependency', help: 'A service and its replacement rest on the same thing.' },
  {
    id: 'unseen-limit',
    name: 'Unseen limit',
    help: 'A size, a quota or a count that no screen shows until it is met.',
  },
  {
    id: 'time-and-expiry',
    name: 'Time, expiry, clocks',
    help: 'Something ran out, or two clocks told it differently.',
  },
  {
    id: 'retry-overload',
    name: 'Retry and overload loops',
    help: 'Answers to slowness made more work, which made it slower.',
  },
  { id: 'no-signal', name: 'No signal', help: 'Nothing that we look at would have shown it.' },
  { id: 'lost-in-noise', name: 'Signal lost in noise', help: 'It was shown, among much else that looked the same.' },
  {
    id: 'misleading-display',
    name: 'Misleading display or look-alike',
    help: 'What was shown suggested something else.',
  },
  { id: 'automation-surprise', name: 'Automation surprise', help: 'A machine did what nobody beside it expected.' },
  {
    id: 'knowledge-in-one-place',
    name: 'Knowledge in one place',
    help: 'What was needed was known or reachable in one place only.',
  },
  {
    id: 'practice-differs',
    name: 'Written and lived practice differ',
    help: 'The daily way has good reasons and is not the written one.',
  },
  { id: 'boundary', name: 'Boundary or handover', help: 'It fell between two teams, two shifts or two companies.' },
  {
    id: 'competing-goals',
    name: 'Competing goals or load',
    help: 'Other work or another goal pulled at the same time.',
  },
  {
    id: 'no-room-to-act',
    name: 'Known, no room to act',
    help: 'It had been seen and said, and nothing made room for it.',
  },
]

/** The taxonomy every new organisation starts with. */
export const defaultCatalogue = { severities, kinds, factors }
