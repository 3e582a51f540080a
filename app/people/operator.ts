/** Whoever runs commands on the machine itself. They hold the data folder, so they may do what an admin does; no row stands for them. */
export const operator = 'operator'
export type Operator = typeof operator
