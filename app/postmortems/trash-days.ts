/** How long what was put into the trash can be brought back, in days. */
export const trashDays = 30
