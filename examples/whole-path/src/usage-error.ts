/** A call that cannot be carried out as written: exit code 2. The message is one line that says what to do. */
export class UsageError extends Error {}
