/** The words of the call are wrong; the message says which, and the command's help follows it. */
export class UsageProblem extends Error {
  override name = 'UsageProblem'
}
