/** Bytes of one edit of the shared document, as the server takes it. A paste of 10,000 words is 70 kB. */
export const largestUpdate = 4 * 1024 * 1024

/** Bytes of a document's whole state. A 10,000-word post-mortem after 50,000 edits has one megabyte. */
export const largestDocument = 24 * 1024 * 1024

/** Tabs in which one person may have documents open, and how many documents. */
export const mostTabs = 60
export const mostDocuments = 30
