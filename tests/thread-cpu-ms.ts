/** Processor time of this thread in milliseconds: what a computation costs, however busy the machine is. */
export function threadCpuMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
